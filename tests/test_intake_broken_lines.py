"""Words of links that stand on lines of their own, inside a sentence."""

import pytest

from test_intake_draft import body


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        (
            "全年组织干部职工\n学习\n了三份文件，写了\n心得体会\n九篇。",
            "全年组织干部职工学习了三份文件，写了心得体会九篇。",
        ),
        ("春节\n期间走访困难职工十五户，送去米面。", "春节期间走访困难职工十五户，送去米面。"),
        ("职工的意见\n和\n建议\n，能办的当场办。", "职工的意见和建议，能办的当场办。"),
        ("素质有了\n提高\n。会员满意。", "素质有了提高。会员满意。"),
    ],
)
def test_one_sentence_on_several_lines(broken: str, joined: str) -> None:
    assert joined in body(broken)


@pytest.mark.parametrize(
    "lines", ["序号\n时间\n地点\n", "前言\n一年来，工会在上级领导下开展了工作。", "抓好学习\n1、办好食堂\n2、修好宿舍"]
)
def test_short_lines_that_stay_apart(lines: str) -> None:
    assert len([block for block in body(lines) if not block.startswith("## ")]) == len(lines.strip().split("\n"))
