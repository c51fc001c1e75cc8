"""Every payload of payloads.yml in every place that takes text but the desk: none runs, all are shown as text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Page, expect

from browser import desk
from browser.clipboard import choose_format, copy, copy_whole
from browser.drafts import CHECK_PAGE, area, choose_file, docx, p, t
from browser.driver import Site, button, show
from browser.finding import box, panel
from browser.hostile import DROP, KEEP, PAYLOADS, TEXT, active, as_files, batches, missing, nothing_ran
from browser.hostile import watched as watched
from browser.leaving import assert_clip, assert_markdown, choose, downloaded, put
from browser.states import SAMPLE_PAGE
from browser.test_security_desk import FILLED, HOSTILE, look_everywhere

TABLE_PAGE = "check/phrases.html"
SEARCH_PAGE = "search.html"

# One text into each blank of a sample as a reader types; gives the number of blanks.
TYPE = """texts => {
    const first = new Map();
    for (const slot of document.querySelectorAll("article.kb-sheet .kb-slot")) {
        const [input, name] = [slot.querySelector("input"), `${slot.dataset.key}@${slot.dataset.period}`];
        if (input && !first.has(name)) first.set(name, input);
    }
    [...first.values()].slice(0, texts.length).forEach((input, at) => {
        input.focus();
        input.value = texts[at];
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.blur();
    });
    return first.size;
}"""
# The page of results opened anew for each text, as a link to it does; gives those that it does not show.
SEARCH = """async ([texts, names]) => {
    const place = document.querySelector(".kb-search-page");
    const search = await kb.load("search");
    const unseen = [];
    for (const text of texts) {
        const query = new URLSearchParams(names.map(name => [name, text]));
        history.replaceState(null, "", `?${query}#${encodeURIComponent(text)}`);
        search.openPage(place);
        const done = () => /^(共|没有找到|刚才|写几个)/.test(place.querySelector(".kb-search-status").textContent);
        while (!done()) await new Promise(next => setTimeout(next, 4));
        const [asked, shown] = [place.querySelector("input").value, place.textContent];
        if (asked !== text || (names.length > 1 && !shown.includes(text.slice(0, 40)))) unseen.push(text);
    }
    return unseen;
}"""
HASHES = """async texts => {
    for (const text of texts) {
        location.hash = text;
        await new Promise(next => setTimeout(next, 2));
    }
}"""


def test_there_are_many_payloads_and_each_fits_into_a_blank() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 100
    assert [text for text in PAYLOADS if len(text) > 60 or len(text.splitlines()) > 1 or text.strip() != text] == []


def test_what_watches_would_tell(watched: Callable[[str], Page]) -> None:
    page = watched("404.html")
    before = active(page)
    page.evaluate("text => { document.querySelector('h1').innerHTML = text; }", "<iframe></iframe>")
    with pytest.raises(AssertionError, match="iframe"):
        nothing_ran(page, before)
    page.evaluate("hit()")
    with pytest.raises(AssertionError, match="hits"):
        nothing_ran(page, before)
    with pytest.raises(AssertionError, match="img"):
        assert_markdown("<img src=x onerror=hit()>", [])


def test_no_page_or_style_names_a_file_of_another_host(library: Site) -> None:
    tags = re.compile(r"<(?:link|script|img|iframe|source)\b[^>]*?(?:src|href)=[\"']?((?:https?:)?//[^\"' >]+)")
    styles = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^)\"']+)")
    files = {path: tags for path in library.folder.rglob("*.html")} | dict.fromkeys(
        library.folder.rglob("*.css"), styles
    )
    assert len(files) > 100
    found = [(path.name, place) for path, names in files.items() for place in names.findall(path.read_text("utf-8"))]
    assert found == []


def test_in_the_blanks_of_a_sample_and_what_is_copied_and_saved(watched: Callable[[str], Page]) -> None:
    page = watched(SAMPLE_PAGE)
    before = active(page)
    show(page, "填写")
    for batch in batches(page.evaluate(TYPE, [])):
        page.evaluate(TYPE, batch)
        assert missing(page.evaluate(TEXT, ".kb-mirror"), batch) == []
        nothing_ran(page, before)
        choose_format(page, "Word 格式")
        clip = copy(page, copy_whole(page), "已复制（含格式）")
        assert missing(clip.text, batch) == []
        assert_clip(clip.html, batch)
        choose_format(page, "Markdown")
        assert_markdown(copy(page, copy_whole(page), "已复制（Markdown）").text, batch)
    saved = downloaded(page, lambda: button(page, "保存到文件").click())
    assert missing("\n".join(json.loads(saved)["values"].values()), batch) == []
    nothing_ran(page, before)


def test_in_a_file_of_values_opened_on_a_sample(watched: Callable[[str], Page]) -> None:
    page = watched(SAMPLE_PAGE)
    before = active(page)
    show(page, "填写")
    values = json.dumps({"kb": 1, "values": {text: text for text in PAYLOADS}})
    choose(page, ".kb-fill", "a.json", values.encode())
    expect(page.locator(".kb-fill .kb-message")).to_have_text(f"已从文件填入 {len(PAYLOADS)} 项。")
    page.reload()
    nothing_ran(page, before)


def test_in_the_search_box_and_on_its_page(watched: Callable[[str], Page], library: Site) -> None:
    page = watched("index.html")
    box(page).focus()
    before = active(page)
    for batch in batches(30):
        box(page).fill(" ".join(batch))
        expect(panel(page).locator(".kb-search-status")).to_contain_text(re.compile("没有找到|共"))
        nothing_ran(page, before)
    page.goto(library.url + SEARCH_PAGE)
    expect(page.locator(".kb-search-page input")).to_be_visible()
    before = active(page)
    queries = [" ".join(batch) for batch in batches(12)]
    assert page.evaluate(SEARCH, [queries, ["q"]]) == []
    assert page.evaluate(SEARCH, [queries, ["q", "unit", "theme", "genre"]]) == []
    page.locator(".kb-search-page input").fill("")
    page.keyboard.press("Enter")
    expect(page.locator(".kb-search-page .kb-search-status .kb-button").first).to_have_text(queries[-1])
    nothing_ran(page, before)


def test_in_addresses(watched: Callable[[str], Page], library: Site) -> None:
    page = watched("index.html")
    before = active(page)
    page.evaluate(HASHES, [" ".join(batch) for batch in batches(12)])
    nothing_ran(page, before)
    for at, batch in enumerate(batches(62)):
        query = urlencode(dict(zip(("q", "unit", "theme", "genre", *batch[4:]), batch, strict=True)))
        page.goto(f"{library.url}{SEARCH_PAGE}?{query}&at={at}#{quote(batch[-1])}")
        expect(page.locator(".kb-search-page input")).to_have_value(batch[0])
        nothing_ran(page, active(page))
        page.goto(f"{library.url}{SAMPLE_PAGE}?{query}#{quote(batch[0])}")
        nothing_ran(page, active(page))
        page.goto(f"{library.url}{TABLE_PAGE}?{at}#q={quote(' '.join(batch))}")
        expect(page.locator(".kb-reference-bar input")).to_have_value(" ".join(batch))
        nothing_ran(page, active(page))


def test_in_the_check_up_and_what_leaves_it(watched: Callable[[str], Page]) -> None:
    page = watched(CHECK_PAGE)
    before = active(page)
    lines = "\n".join(f"{text}\n学习《{text}法》，签订{text}群众合同9份。" for text in PAYLOADS)
    put(area(page), f"{PAYLOADS[0]}总结\n{lines}\n")
    expect(page.locator(".kb-check-card").first).to_be_visible()
    assert missing(page.evaluate(TEXT, ".kb-check-copy")) == []
    page.locator(".kb-check-card").first.get_by_role("button", name="忽略").click()
    nothing_ran(page, before)
    assert missing(downloaded(page, lambda: button(page, "存为 .md").click()).decode()) == []
    page.reload()
    assert missing(area(page).input_value()) == []
    choose_file(page, "a.docx", docx(*(p(t(text)) for text in PAYLOADS)))
    expect(area(page)).to_have_value("\n".join(PAYLOADS))
    said = page.evaluate(DROP, [".kb-check-box", as_files(".txt"), ".kb-check .kb-message"])
    assert missing(said) == []
    nothing_ran(page, before)


def test_what_the_check_up_sends_to_the_desk(watched: Callable[[str], Page]) -> None:
    page = watched(CHECK_PAGE)
    put(area(page), "\n".join(PAYLOADS))
    button(page, "送到组稿台").click()
    page.wait_for_url("**/desk/index.html")
    desk.wait_for_parts(page, 1)
    assert missing(desk.text(page)) == []
    nothing_ran(page, active(page))


JOINED = "\n".join(PAYLOADS)
WAITING = [{"text": JOINED}, *({name: text} for text in PAYLOADS for name in ("from", "sample"))]
CHECKED = {"text": JOINED, "unit": "constructor", "genre": "constructor", "year": 1, "ignored": PAYLOADS}
WRONG = '{"__proto__":{"hits":1},"kb":1,"values":[],"draft":{"sections":{}},"text":{},"length":1}'
KEYS = ("kb.values", "kb.draft", "kb.tray", "kb.check", "kb.view", "kb.format", "kb.layout", "kb.remember")
# What another page of the same host may have left: no form, our forms with hostile contents, our forms made wrong.
LEFT = {
    "raw": dict.fromkeys(KEYS, PAYLOADS[0]),
    "ours": {
        "kb.values": json.dumps({"kb": 1, "values": FILLED}),
        "kb.draft": json.dumps({"kb": 1, "count": 1, "draft": HOSTILE}),
        "kb.tray": json.dumps(WAITING),
        "kb.check": json.dumps(CHECKED),
        "kb.layout": json.dumps({"fonts": {"body": PAYLOADS[0], "title": "}*{}"}, "header": True, "imprint": True}),
        "kb.view": "fill",
    },
    "wrong": dict.fromkeys(KEYS, WRONG),
    "remembered": {"kb.remember": "1", "kb.view": "constructor", "kb.format": "__proto__", "kb.tray": "[null,1,[],{}]"},
}


@pytest.mark.parametrize("name", LEFT)
def test_in_the_storage_of_the_browser(watched: Callable[[str], Page], library: Site, name: str) -> None:
    page = watched("404.html")
    for address in (SAMPLE_PAGE, CHECK_PAGE, desk.PAGE):
        page.evaluate(KEEP, LEFT[name])
        page.goto(library.url + address)
        nothing_ran(page, active(page))
    page.wait_for_selector(".kb-start:not([hidden]), .kb-part")
    if name == "ours":
        expect(page.locator(".kb-desk-message")).to_contain_text("放在最后")
        assert missing(desk.text(page)) == []
    look_everywhere(page, active(page)) if name == "ours" else nothing_ran(page, active(page))
