"""范文, 骨架 and 填写: three views of one page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from browser.content import BLANKS, EXAMPLES, FILLED, TYPED, read_lines
from browser.driver import BAMBOO_PAGE, LONG_PAGE, TEA_PAGE, Site, button, fields, fill, open_sample, read, show

# The line that is being read: the first that shows below the bar, and how far below.
LINE_AT_TOP = """() => {
    const bars = [...document.querySelectorAll(".kb-bar, .kb-tools")];
    const edge = Math.max(...bars.map(bar => bar.getBoundingClientRect().bottom));
    const lines = [...document.querySelectorAll(".kb-sheet p, .kb-sheet h2, .kb-sheet h3, .kb-sheet li")];
    const at = lines.findIndex(line => line.getBoundingClientRect().bottom > edge);
    return [at, Math.round(lines[at].getBoundingClientRect().top - edge)];
}"""


def pressed(page: Page) -> list[str]:
    return page.get_by_role("group", name="视图").locator("[aria-pressed=true]").all_inner_texts()


def spoken(page: Page) -> list[str]:
    """Return the texts of the accessibility tree in the order in which they are read out."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def texts(node: dict[str, Any]) -> list[str]:
        if node["role"]["value"] == "StaticText":
            return [node["name"]["value"]]
        return [text for child in node["childIds"] if child in by_id for text in texts(by_id[child])]

    return texts(nodes[0])


def test_sample_view_reads_as_the_text_is_printed(page: Page, site: Site) -> None:
    page.goto(site.url + TEA_PAGE)
    assert pressed(page) == ["范文"]
    assert read(page) == read_lines(EXAMPLES)


def test_skeleton_view_shows_every_blank_by_its_label(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE, "骨架")
    assert read(page) == read_lines(BLANKS)


def test_fill_view_shows_values_and_open_blanks(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE, "填写")
    fill(page, TYPED)
    page.emulate_media(media="print")  # where an input stands as its text
    assert read(page) == read_lines(FILLED)


def test_fill_view_has_an_input_for_every_mention_of_a_blank_but_not_for_derived_years(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE, "填写")
    names = ["单位全称", "年度", "明年计划·新建基层工会（家）", "走访茶厂", "成文日期", "下一年度", "上一年度"]
    assert {name: fields(page, name).count() for name in names} == dict(zip(names, [4, 2, 1, 1, 1, 0, 0], strict=True))


def test_views_change_without_loading_anything(page: Page, site: Site) -> None:
    page.goto(site.url + TEA_PAGE)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.firstSeen = true")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for view in ["填写", "骨架", "范文"]:
        show(page, view)
        assert pressed(page) == [view]
    assert page.evaluate("document.firstSeen") is True
    assert asked == []
    assert read(page) == read_lines(EXAMPLES)


def test_title_signature_and_date_stand_in_every_view(page: Page, site: Site) -> None:
    page.goto(site.url + TEA_PAGE)
    for view, values in {"范文": EXAMPLES, "骨架": BLANKS, "填写": BLANKS}.items():
        page.emulate_media(media="screen")
        show(page, view)
        page.emulate_media(media="print")
        assert page.locator(".kb-title").inner_text() == f"{values['unit']}{values['year']}年工作总结"
        assert page.locator(".kb-signature").all_inner_texts() == [values["unit"], values["date"]]


def test_chosen_view_is_kept_on_the_next_page_after_a_reload_and_in_a_new_tab(page: Page, site: Site) -> None:
    open_sample(page, site.url + TEA_PAGE, "骨架")
    page.reload()
    assert pressed(page) == ["骨架"]
    page.goto(site.url + BAMBOO_PAGE)
    assert pressed(page) == ["骨架"]
    assert read(page)[0] == "【单位全称】【年度】年工作总结"
    tab = page.context.new_page()
    tab.goto(site.url + TEA_PAGE)
    assert pressed(tab) == ["骨架"]


def test_chosen_copy_format_is_kept(page: Page, site: Site) -> None:
    page.goto(site.url + TEA_PAGE)
    page.get_by_label("复制为").select_option(label="纯文本")
    page.goto(site.url + BAMBOO_PAGE)
    expect(page.get_by_label("复制为")).to_have_value("text")


def test_labels_are_said_by_a_screen_reader_and_stand_in_no_text(page: Page, site: Site) -> None:
    page.goto(site.url + TEA_PAGE)
    said = spoken(page)
    at = said.index("明年计划·新建基层工会：")
    assert said[at - 1 : at + 3] == ["3月底前新建", "明年计划·新建基层工会：", "4", "家，仍由"]
    assert "明年计划·新建基层工会：" not in page.locator("body").inner_text()
    assert page.evaluate("find('明年计划·新建基层工会')") is False  # Ctrl+F
    page.keyboard.press("Control+A")
    assert "明年计划·新建基层工会：" not in page.evaluate("getSelection().toString()")


def test_the_line_being_read_stays_where_it_is(page: Page, site: Site) -> None:
    page.goto(site.url + LONG_PAGE)
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 500})
        page.locator("#organization-4").evaluate("heading => heading.scrollIntoView()")
        before, distance = page.evaluate(LINE_AT_TOP)
        for view in ["骨架", "填写", "范文"]:
            show(page, view)
            line, now = page.evaluate(LINE_AT_TOP)
            assert line == before
            assert abs(now - distance) <= 1


def test_without_a_sample_there_is_no_toolbar(page: Page, site: Site) -> None:
    page.goto(site.url + "index.html")
    expect(page.locator(".md-header")).to_be_visible()
    assert button(page, "填写").count() == 0
