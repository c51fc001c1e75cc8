"""Junk by kinds: what is left of tags, other pages named between sentences, marks struck again and again."""

import pytest

from kb.intake import clean


def found(text: str) -> list[str]:
    return [text[j.start : j.end] for j in clean.find(text)]


@pytest.mark.parametrize(
    "junk",
    [
        'background: rgb(255, 255, 255);">',
        'style="text-indent: 2em; line-height: 1.5em;">',
        "font-size: 14px; white-space: normal;",
        'class="MsoNormal">',
        'target="_blank">',
        "javascript:void(0);",
        'document.write("x");',
    ],
)
def test_what_is_left_of_a_tag(junk: str) -> None:
    assert found(f"库房腾空了，{junk}大家都说亮堂。") == [junk]


@pytest.mark.parametrize(
    "junk",
    [
        "【相关阅读：街道工会计划 社区述职报告】",
        "（推荐文章：医院工会总结）",
        "[延伸阅读:企业工会要点]",
        "【猜你喜欢：班组长讲话】",
    ],
)
def test_other_pages_between_sentences(junk: str) -> None:
    assert found(f"三位师傅得了奖。{junk}下午接着比。") == [junk]


def test_of_a_mark_that_is_struck_again_and_again_one_stays() -> None:
    assert found("门卫也唱了一段。。。。。。。。大家拍手。") == ["。。。。。。。"]
    assert found("真热闹！！！！！场下笑成一片。") == ["！！！！"]


@pytest.mark.parametrize(
    "text",
    [
        "作息（早班：6:00；中班：14:00），温度：26，身高：170cm。",
        "好！好！！太好了。",
        "更多职工报了名，推荐两人（推荐：车间工会；审定：公司工会）。",
        "QQ群：123，邮箱另告，网址见文末。",
        "宣传栏里贴着三句话：安全；质量；效率。",
    ],
)
def test_ordinary_text_has_no_junk(text: str) -> None:
    assert found(text) == []
