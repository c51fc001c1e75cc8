"""组稿台: nothing is lost, nothing goes anywhere: tabs, restarts, refused storage, files, random sequences."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser import desk
from browser.driver import Site, button
from conftest import times

FORBIDDEN = """for (const area of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, area, { get() { throw new Error("storage is switched off"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
HERE = "文稿和数据只留在这个标签页，换页、刷新都还在，关掉就没有了；不会传到别处。"
REMEMBERED = "文稿和数据保存在这台电脑的浏览器里，关机、换窗口都还在；共用电脑请勿勾选。"
REFUSED = "浏览器不让保存（关了存储，或已存满）：现在只在本页内存里，请马上“保存到文件”。"
ORDER = ["开头", "一、把会建到茶厂", "二、把争议调在厂里", "三、【下一年度】年先做一件"]


def begin(page: Page, site: Site) -> Page:
    desk.open_desk(page, site)
    desk.start(page, "茶厂多")
    return page


@pytest.fixture
def tea(page: Page, site: Site) -> Page:
    return begin(page, site)


def where(page: Page) -> str:
    return page.locator(".kb-desk-where span").inner_text()


def remember(page: Page) -> None:
    page.get_by_label("记住本机数据").check()


def opened(context: BrowserContext, site: Site) -> Page:
    return desk.open_desk(context.new_page(), site)


def test_draft_outlives_a_reload_and_other_pages_but_not_the_tab(tea: Page, site: Site) -> None:
    desk.fill(tea, {"year": "2027"})
    desk.tool(tea, "把争议调在厂里", "上移").click()
    assert where(tea) == HERE
    tea.reload()
    desk.wait_for_parts(tea, 4)
    assert desk.headings(tea) == ["开头", "一、把争议调在厂里", "二、把会建到茶厂", "三、2028年先做一件"]
    tea.goto(site.url + "index.html")
    tea.goto(site.url + desk.PAGE)
    desk.wait_for_parts(tea, 4)
    other = opened(tea.context, site)
    assert desk.headings(other) == []


def test_remembered_draft_is_there_in_a_new_tab_and_follows_what_is_done_here(tea: Page, site: Site) -> None:
    remember(tea)
    assert where(tea) == REMEMBERED
    assert desk.stored(tea, "sessionStorage") is None
    other = opened(tea.context, site)
    desk.wait_for_parts(other, 4)
    desk.tool(other, "把争议调在厂里", "删去").click()
    desk.wait_for_parts(tea, 3)
    assert desk.headings(tea) == ["开头", "一、把会建到茶厂", "二、【下一年度】年先做一件"]
    button(tea, "撤销：另一个窗口的改动").click()
    desk.wait_for_parts(other, 4)


def test_unticked_draft_goes_back_to_the_tab(tea: Page) -> None:
    remember(tea)
    tea.get_by_label("记住本机数据").uncheck()
    assert desk.stored(tea, "localStorage") is None
    assert len(desk.stored(tea, "sessionStorage")["sections"]) == 4


def test_tab_that_was_changed_here_and_elsewhere_asks(tea: Page) -> None:
    remember(tea)
    # As another tab has it that wrote a moment ago: this one has not heard of it yet.
    tea.evaluate(
        """() => {
            const kept = JSON.parse(localStorage.getItem("kb.draft"));
            kept.draft.sections.pop();
            localStorage.setItem("kb.draft", JSON.stringify(kept));
        }"""
    )
    desk.tool(tea, "把会建到茶厂", "改文字").click()
    tea.get_by_label("本段文字").press_sequentially("甲")
    dialog = tea.locator("dialog")
    expect(dialog).to_contain_text("这个窗口里有4段，另一份有3段。两边都改过，留哪一份？")
    dialog.get_by_role("button", name="留这个窗口的").click()
    expect(dialog).to_have_count(0)
    desk.settled(tea)
    assert len(desk.stored(tea, "localStorage")["sections"]) == 4
    assert "甲" in json.dumps(desk.stored(tea, "localStorage"), ensure_ascii=False)


def test_two_drafts_are_joined_when_asked(tea: Page, site: Site) -> None:
    remember(tea)
    kept = desk.stored(tea, "localStorage")
    kept["sections"] = [kept["sections"][1] | {"id": "x", "heading": "别处写的一段"}]
    text = json.dumps({"kb": 1, "count": 1, "draft": kept}, ensure_ascii=False)
    tea.evaluate("text => sessionStorage.setItem('kb.draft', text)", text)
    tea.reload()
    tea.locator("dialog").get_by_role("button", name="合在一起").click()
    desk.wait_for_parts(tea, 5)
    assert desk.headings(tea) == [*ORDER, "四、别处写的一段"]
    button(tea, "撤销：两份合在一起").click()
    assert desk.headings(tea) == ORDER


@pytest.mark.parametrize("init", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_refused_storage_is_said_and_the_file_offered(new_page: Callable[..., Page], site: Site, init: str) -> None:
    page = begin(new_page(init=init, only_ours=True), site)
    assert where(page) == REFUSED
    with page.expect_download() as download:
        page.locator(".kb-desk-where").get_by_role("button", name="保存到文件").click()
    assert download.value.suggested_filename == "【单位全称】【年度】年工作总结.json"
    desk.tool(page, "把会建到茶厂", "删去").click()
    desk.wait_for_parts(page, 3)


def test_file_brings_back_draft_and_values_elsewhere(tea: Page, new_page: Callable[..., Page], site: Site) -> None:
    desk.fill(tea, {"unit_name": "云岭镇总工会", "year": "2027"})
    desk.tool(tea, "把争议调在厂里", "上移").click()
    saved = desk.save_file(tea).read_bytes()
    other = desk.open_desk(new_page(), site)
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="打开文件").click()
    chooser.value.set_files({"name": "稿.json", "mimeType": "application/json", "buffer": saved})
    desk.wait_for_parts(other, 4)
    assert desk.text(other) == desk.text(tea)
    assert desk.message(other) == "已打开：4段，数据2项。"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("坏.json", b"{", "没有打开“坏.json”：这不是本网站保存的数据文件。桌上的文稿没有动。"),
        ("新.json", b'{"kb": 9, "values": {}}', "没有打开“新.json”：这个文件的版本本页不认识。桌上的文稿没有动。"),
        (
            "旧.doc",
            b"\xd0\xcf\x11\xe0" + b"\0" * 600,
            "没有打开“旧.doc”：这是旧版的 .doc（或 .wps）文件，浏览器读不了。",
        ),
    ],
)
def test_file_that_can_not_be_read_changes_nothing(tea: Page, name: str, content: bytes, said: str) -> None:
    desk.open_file(tea, name, content)
    expect(tea.locator(".kb-desk-message")).to_contain_text(said)
    assert desk.headings(tea) == ORDER


def test_everything_goes_with_one_button(tea: Page) -> None:
    desk.fill(tea, {"year": "2027"})
    desk.more(tea, "清空全部").click()
    button(tea, "确定清空文稿和数据？").click()
    expect(tea.locator(".kb-start")).to_be_visible()
    assert desk.stored(tea, "sessionStorage")["sections"] == []
    tea.reload()
    tea.wait_for_selector(".kb-start")
    assert desk.headings(tea) == []


STEPS = ["fill", "move", "remove", "undo", "redo", "edit", "add"]


@pytest.mark.parametrize("remembered", [False, True], ids=["tab", "remembered"])
def test_random_sequences_lose_nothing(tea: Page, site: Site, remembered: bool) -> None:
    if remembered:
        remember(tea)
    area = "localStorage" if remembered else "sessionStorage"
    chance = random.Random(20261121)
    log: list[str] = []
    values: dict[str, str] = {}
    for _ in range(times(6, 100)):
        for step in [*chance.choices(STEPS, k=4), "reload"]:
            log.append(step)
            expected = tea.evaluate(SHOWN)
            run(tea, site, step, chance, values, log)
        assert tea.evaluate(SHOWN) == expected, log
        kept = desk.stored(tea, area)
        assert [flat(one) for one in kept["sections"]] == expected, log
        stored_values = json.loads(tea.evaluate(f"() => {area}.getItem('kb.values')"))["values"]
        assert {k: v for k, v in values.items() if v} == stored_values, log


# What the page shows, with blanks by their ids, however they are shown.
SHOWN = """() => [...document.querySelectorAll(".kb-part")].map(part =>
    [...part.querySelectorAll(".kb-part-title, .kb-part-body p, .kb-part-body td")].map(node =>
        [...node.childNodes].filter(child => !child.classList || !child.classList.contains("kb-part-number"))
            .map(child => child.dataset && child.dataset.slot ? `{{${child.dataset.slot}}}` : child.textContent)
            .join("")))"""


def flat(section: dict[str, object]) -> list[str]:
    """Return a stored section as SHOWN has it."""
    marks: list[str] = []
    count = [0, 0, 0, 0, 0]
    for one in section["lines"]:  # type: ignore[attr-defined]
        kind, level, text = one["kind"], one["level"], one["text"]
        if kind == "heading":
            count = [n if at <= level else 0 for at, n in enumerate(count)]
            count[level] += 1
            number = f"（{'一二三四五六七八九'[count[2] - 1]}）" if level == 2 else f"{count[3]}."
            marks.append(number + text)
        elif kind == "item":
            marks.append(("· " if one["mark"] == "-" else one["mark"] + " ") + text)
        elif kind == "row":
            marks += text.split("\t")
        else:
            marks.append(text)
    return [str(section["heading"]) or "开头", *marks]


def run(page: Page, site: Site, step: str, chance: random.Random, values: dict[str, str], log: list[str]) -> None:
    """Do one random thing."""
    parts = page.locator(".kb-part")
    number = parts.count()
    if step == "fill":
        chips = page.locator(".kb-part button.kb-chip")
        if not chips.count():
            return
        chip = chips.nth(chance.randrange(chips.count()))
        slot = chip.get_attribute("data-slot") or ""
        values[slot] = str(chance.randrange(1000))
        chip.click()
        page.locator(".kb-chip-input").fill(values[slot])
        page.keyboard.press("Escape")
    elif step in ("move", "remove", "edit") and number:
        one = parts.nth(chance.randrange(number))
        if step == "edit":
            one.locator("[data-tool='改文字']").click()
            page.get_by_label("本段文字").press("End")
            page.get_by_label("本段文字").press_sequentially(f"补{chance.randrange(100)}字。")
            button(page, "改好了").click()
        else:
            one.locator(f"[data-tool='{'删去' if step == 'remove' else chance.choice(['上移', '下移'])}']").click()
    elif step in ("undo", "redo"):
        name = page.locator(".kb-desk-bar button").nth(0 if step == "undo" else 1)
        if name.is_enabled() and "用范文" not in name.inner_text():
            name.click()
    elif step == "reload":
        page.reload()
        page.wait_for_selector(".kb-desk-frame")
        page.wait_for_timeout(100)
    elif step == "add" and number < 6:
        button(page, "加一段").click()
        page.locator("dialog").get_by_label("主题").select_option("organization")
        page.locator(".kb-variant").first.get_by_role("button", name="加入组稿台").click()
        expect(page.locator(".kb-part")).to_have_count(number + 1)
