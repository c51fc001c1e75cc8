"""Every type of page and what it can look like, each reached as a reader reaches it: what is audited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page, expect

from browser import desk
from browser.drafts import CHECK_PAGE, DRAFT, paste
from browser.driver import Site, button, show
from browser.finding import box, panel

SAMPLE_PAGE = "township/wage-bargaining-annual.html"
QUERY = "集体协商"

State = Callable[[Page, Site], object]


def opened(address: str, page: Page, site: Site) -> None:
    page.goto(site.url + address)


def sample(view: str, page: Page, site: Site) -> None:
    opened(SAMPLE_PAGE, page, site)
    show(page, view)


def filling(page: Page, site: Site) -> None:
    """One figure that is out of the usual range, the next blank in use: both say something."""
    sample("填写", page, site)
    fields = page.locator("article.kb-sheet .kb-slot input")
    fields.nth(1).fill("9999999")
    fields.nth(2).focus()
    expect(page.locator(".kb-hint")).to_be_visible()


def searching(query: str, page: Page, site: Site) -> None:
    opened("index.html", page, site)
    opener = page.locator(".kb-search-opener")
    if opener.is_visible():
        opener.click()
    box(page).fill(query)
    expect(panel(page).locator(".kb-hit").first).to_be_visible()


def results(query: str, page: Page, site: Site) -> None:
    opened(f"search.html?q={query}", page, site)
    expect(page.locator(".kb-search-page .kb-hit").first).to_be_visible()


def on_desk(page: Page, site: Site) -> None:
    """A whole sample, two of its blanks filled so that they contradict each other."""
    opened(SAMPLE_PAGE, page, site)
    button(page, "用这篇组稿").click()
    page.wait_for_selector(".kb-part")


def pane(name: str, page: Page, site: Site) -> None:
    on_desk(page, site)
    desk.tab(page, name)
    page.wait_for_timeout(1200 if name == "checks" else 150)


def laying_out(page: Page, site: Site) -> None:
    pane("preview", page, site)
    page.locator(".kb-settings > summary").click()
    for name in ("加版头", "加版记"):
        page.get_by_label(name).check()


def tabling(page: Page, site: Site) -> None:
    """Figures that contradict each other, a field in use, a table about to be pasted."""
    pane("table", page, site)
    for slot, value in {"dispute_in": "58", "dispute_ok": "520", "dispute_rate": "9"}.items():
        field = page.locator(f".kb-dt [data-id='{slot}']")
        if field.count():
            field.fill(value)
            field.blur()
    page.locator(".kb-dt input:not([type=file]):not([type=checkbox])").nth(3).focus()


def pasting(page: Page, site: Site) -> None:
    pane("table", page, site)
    button(page, "粘贴表格").click()
    page.locator(".kb-dt-area").fill("项目\t2025年\t2026年\n受理劳动争议\t60\t58\n没有的项\t1\t2\n")
    expect(page.locator(".kb-dt-changes, .kb-dt-left").first).to_be_visible()


def choosing(page: Page, site: Site) -> None:
    opened(desk.PAGE, page, site)
    button(page, "乡镇").click()
    button(page, "年度总结").click()
    page.wait_for_selector(".kb-start-choice")


def swapping(page: Page, site: Site) -> None:
    on_desk(page, site)
    page.locator("[data-tool='换一种']").first.click()
    page.locator(".kb-variant").first.get_by_role("button", name="看全文").click()


def planning(page: Page, site: Site) -> None:
    on_desk(page, site)
    button(page, "由总结写计划").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def editing(page: Page, site: Site) -> None:
    on_desk(page, site)
    page.locator("[data-tool='改文字']").nth(1).click()
    desk.more(page, "保存到文件").wait_for()


def checked(page: Page, site: Site) -> None:
    opened(CHECK_PAGE, page, site)
    paste(page, DRAFT)
    button(page, "忽略").first.click()
    page.locator(".kb-check-list summary").click()
    page.locator(".kb-check-card button").first.focus()


def pages(**named: str) -> dict[str, State]:
    return {name: partial(opened, address) for name, address in named.items()}


STATES: dict[str, State] = {
    **pages(首页="index.html", 单位类型="township/index.html"),
    "范文": partial(sample, "范文"),
    "骨架": partial(sample, "骨架"),
    "填写": filling,
    **pages(片段="township/snippets/assistance.html", 主题="themes/organization.html", 全部主题="themes/index.html"),
    **pages(怎么写="guide/index.html", 一晚上="guide/evening.html", 常见毛病="guide/defects.html"),
    **pages(提法时效表="check/phrases.html", 法规速查="check/laws.html", 数据项表="check/items.html"),
    "搜索框": partial(searching, QUERY),
    "搜索框（相近）": partial(searching, "集体协商 没有这样的词"),
    "搜索结果": partial(results, QUERY),
    **pages(搜索页="search.html", 组稿台="desk/index.html"),
    "组稿台选范文": choosing,
    "组稿台数据表": tabling,
    "组稿台粘贴表格": pasting,
    "组稿台预览": partial(pane, "preview"),
    "组稿台版式": laying_out,
    "组稿台没填的": partial(pane, "blanks"),
    "组稿台体检": partial(pane, "checks"),
    "组稿台换一种": swapping,
    "组稿台写计划": planning,
    "组稿台改文字": editing,
    **pages(体检="check/index.html"),
    "体检有意见": checked,
    **pages(找不到="404.html"),
}
# Those that differ most, each in one of the two; `make audit` has all of them in both.
LIGHT = ("首页", "骨架", "一晚上", "搜索结果", "组稿台选范文", "组稿台换一种", "体检有意见", "找不到")
DARK = ("单位类型", "填写", "搜索框", "组稿台版式", "组稿台粘贴表格", "组稿台体检", "体检")
