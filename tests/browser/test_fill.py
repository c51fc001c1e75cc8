"""填写: what is typed once stands everywhere, and what the page says about it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.content import BLANKS, FILLED, TYPED, read_lines
from browser.driver import BAMBOO_PAGE, TEA_PAGE, Site, button, field, fields, fill, open_sample, read, show, stored


@pytest.fixture
def tea(page: Page, site: Site) -> Page:
    """Return the page of the sample in 填写, nothing filled in."""
    open_sample(page, site.url + TEA_PAGE, "填写")
    return page


def hint(page: Page) -> Locator:
    return page.locator(".kb-hint")


def all_values(page: Page, name: str) -> list[str]:
    return [one.input_value() for one in fields(page, name).all()]


def test_one_value_stands_at_every_mention(tea: Page) -> None:
    fields(tea, "单位全称").nth(2).fill("云岭镇总工会")
    assert all_values(tea, "单位全称") == ["云岭镇总工会"] * 4
    assert all_values(tea, "年度") == ["", ""]


def test_values_follow_the_reader_to_another_sample_but_free_text_stays(tea: Page) -> None:
    fill(tea, TYPED)
    tea.locator(".kb-crumbs").get_by_role("link", name="乡镇").click()
    tea.get_by_role("link", name="乡镇总工会年度工作总结（竹器厂多）").click()
    tea.wait_for_url(f"**/{BAMBOO_PAGE}")
    assert field(tea, "单位全称").input_value() == "云岭镇总工会"
    assert field(tea, "新建基层工会（家）").input_value() == "9"
    assert field(tea, "走访茶厂").input_value() == ""
    assert tea.locator(".kb-count").inner_text() == "已填 3/5 处"
    fill(tea, {"走访茶厂": "7"})
    assert stored(tea, "sessionStorage") == {
        "unit_name": "云岭镇总工会",
        "year": "2027",
        "new_unions": "9",
        "township/tea#走访茶厂": "40",
        "township/bamboo#走访茶厂": "7",
    }
    assert stored(tea, "localStorage") is None


def test_the_years_around_follow_the_year(tea: Page) -> None:
    tea.emulate_media(media="print")
    assert read(tea)[14] == "三、【下一年度】年先做一件"
    tea.emulate_media(media="screen")
    fill(tea, {"年度": "2030"})
    tea.emulate_media(media="print")
    assert read(tea)[1] == "2030年，【单位全称】盯住采茶季用工，比2029年早动手一个月。"
    assert read(tea)[14] == "三、2031年先做一件"
    tea.emulate_media(media="screen")
    fill(tea, {"年度": "明年"})
    tea.emulate_media(media="print")
    assert read(tea)[14] == "三、【下一年度】年先做一件"


def test_the_hint_tells_what_is_asked_and_what_is_usual(tea: Page) -> None:
    field(tea, "新建基层工会（家）").focus()
    expect(hint(tea)).to_have_text("新建基层工会（家） · 经验范围 1—30，仅供核对")
    expect(field(tea, "新建基层工会（家）")).to_have_accessible_description(
        "新建基层工会（家） · 经验范围 1—30，仅供核对"
    )
    field(tea, "走访茶厂").focus()
    expect(hint(tea)).to_have_text("走访茶厂")
    field(tea, "走访茶厂").blur()
    expect(hint(tea)).to_have_count(0)


def test_full_width_digits_become_half_width_when_a_number_is_left(tea: Page) -> None:
    typed = ["１２", "８９．７", "２０２７", "第１茶厂工会"]  # noqa: RUF001
    names = ["新建基层工会（家）", "调解成功率（%）", "年度", "单位全称"]
    fill(tea, dict(zip(names, typed, strict=True)))
    assert [field(tea, name).input_value() for name in names] == ["12", "89.7", "2027", "第１茶厂工会"]
    assert stored(tea, "sessionStorage") == {
        "new_unions": "12",
        "dispute_rate": "89.7",
        "year": "2027",
        "unit_name": "第１茶厂工会",
    }


def test_a_doubtful_number_is_noticed_and_kept(tea: Page) -> None:
    number = field(tea, "新建基层工会（家）")
    notices = {"若干": "不像数字，请核对", "900": "超出经验范围，请核对", "0": "超出经验范围，请核对"}
    for typed, notice in notices.items():
        number.fill(typed)
        expect(hint(tea)).to_have_text(f"新建基层工会（家） · 经验范围 1—30，仅供核对 · {notice}")
        number.blur()
        expect(number).to_have_class("kb-doubt")
        expect(number).to_have_attribute("title", notice)
        assert number.input_value() == typed
        assert stored(tea, "sessionStorage") == {"new_unions": typed}
    fill(tea, {"新建基层工会（家）": "12"})
    expect(number).not_to_have_class("kb-doubt")


def test_a_rate_is_offered_from_its_parts_and_never_written_by_itself(tea: Page) -> None:
    fill(tea, {"受理劳动争议（件）": "58", "调解成功（件）": "52"})
    rate = field(tea, "调解成功率（%）")
    assert rate.input_value() == ""
    rate.focus()
    button(tea, "由 52÷58 算得 89.7，点此填入").click()
    expect(rate).to_have_value("89.7")
    expect(rate).to_be_focused()
    expect(hint(tea)).to_have_text("调解成功率（%） · 经验范围 50—100，仅供核对")


def test_the_offer_is_reached_and_taken_by_keys_and_leaves_another_figure_alone(tea: Page) -> None:
    fill(tea, {"受理劳动争议（件）": "3", "调解成功（件）": "2", "调解成功率（%）": "60"})
    rate = field(tea, "调解成功率（%）")
    rate.focus()
    assert rate.input_value() == "60"
    tea.keyboard.press("Tab")
    expect(button(tea, "由 2÷3 算得 66.7，点此填入")).to_be_focused()
    tea.keyboard.press("Enter")
    expect(rate).to_have_value("66.7")


def test_enter_goes_to_the_next_open_blank_and_from_the_end_to_the_start(tea: Page) -> None:
    fill(tea, {"年度": "2027", "走访茶厂": "40"})
    fields(tea, "单位全称").nth(1).fill("云岭镇总工会")
    tea.keyboard.press("Enter")
    expect(field(tea, "上年·新建基层工会（家）")).to_be_focused()
    field(tea, "成文日期").focus()
    tea.keyboard.press("Enter")
    expect(field(tea, "成文日期")).not_to_be_focused()
    expect(field(tea, "上年·新建基层工会（家）")).to_be_focused()


def test_the_button_goes_to_the_next_open_blank(tea: Page) -> None:
    button(tea, "下一处空格").click()
    expect(field(tea, "单位全称")).to_be_focused()
    field(tea, "调解成功（件）").focus()
    button(tea, "下一处空格").click()
    expect(field(tea, "调解成功率（%）")).to_be_focused()
    expect(field(tea, "调解成功率（%）")).to_be_in_viewport()


def test_the_count_takes_each_thing_once_and_no_derived_one(tea: Page) -> None:
    count = tea.locator(".kb-count")
    assert count.inner_text() == "已填 0/12 处"
    fill(tea, TYPED)
    assert count.inner_text() == "已填 4/12 处"
    fill(tea, {"年度": ""})
    assert count.inner_text() == "已填 3/12 处"


def test_emptying_asks_first_and_forgets_the_question_after_four_seconds(page: Page, site: Site) -> None:
    page.clock.install()
    open_sample(page, site.url + TEA_PAGE, "填写")
    fill(page, TYPED)
    button(page, "清空").click()
    expect(button(page, "确定清空？")).to_be_visible()
    page.clock.fast_forward(4000)
    expect(button(page, "清空")).to_be_visible()
    assert field(page, "年度").input_value() == "2027"
    button(page, "清空").click()
    button(page, "确定清空？").click()
    expect(page.locator(".kb-count")).to_have_text("已填 0/12 处")
    expect(button(page, "清空")).to_be_visible()
    assert all_values(page, "单位全称") == [""] * 4
    assert stored(page, "sessionStorage") == {}
    page.emulate_media(media="print")
    assert read(page) == read_lines(BLANKS)


def test_a_value_has_at_most_sixty_characters(tea: Page) -> None:
    field(tea, "走访茶厂").press_sequentially("茶" * 61, delay=0)
    assert field(tea, "走访茶厂").input_value() == "茶" * 60


def test_values_are_there_again_after_another_view_and_after_a_reload(tea: Page) -> None:
    fill(tea, TYPED)
    show(tea, "骨架")
    assert read(tea) == read_lines(BLANKS)
    show(tea, "填写")
    tea.reload()
    tea.emulate_media(media="print")
    assert read(tea) == read_lines(FILLED)
