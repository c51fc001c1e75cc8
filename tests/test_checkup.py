"""The finders of kb.checkup on sentences that show their input: what they find, and what they must leave alone."""

from __future__ import annotations

import pytest

from kb.checkup import Finding, checkup
from published import real_spec

WORDING = ("wrong_law", "leftover", "union_term", "private")


def findings(text: str, unit: str = "township", year: int = 2026) -> tuple[Finding, ...]:
    return checkup(text, real_spec().checkup, unit, "annual_summary", year).findings


def spun_words(text: str) -> list[tuple[str, str | None]]:
    return [(f.text, f.repair) for f in findings(text) if f.kind == "spun_word"]


def stale_phrases(text: str, year: int) -> list[str]:
    return [f.text for f in findings(text, year=year) if f.kind == "stale_phrase"]


def objections(text: str, unit: str) -> list[str]:
    return [f.message for f in findings(text, unit) if f.kind in WORDING]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年新签群众合同26份。", [("群众", "集体")]),
        ("推进精神礼貌建设。", [("精神礼貌", "精神文明")]),
        ("与某某有限职责公司签约。", [("有限职责", "有限责任")]),
    ],
)
def test_spun_words_are_found_with_the_right_word(text: str, found: list[tuple[str, str]]):
    assert spun_words(text) == found


@pytest.mark.parametrize(
    "text", ["走好群众路线，帮助困难群众。", "用心用情服务职工。", "明确岗位职责。", "窗口人员使用礼貌用语。"]
)
def test_good_words_are_left_alone(text: str):
    assert spun_words(text) == []


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("深入学习贯彻党的十九大精神。", 2026, ["党的十九大"]),
        ("深入学习贯彻党的十九大精神。", 2019, []),
        ("党的十八大以来，工会工作有了新的面貌。", 2026, []),
        ("“十四五”规划收官。", 2026, []),
        ("围绕“十四五”规划目标任务开展竞赛。", 2026, ["“十四五”规划目标"]),
        ("开展“两学一做”学习教育。", 2026, ["“两学一做”学习教育"]),
        ("深入学习贯彻党的二十大和二十届历次全会精神。", 2026, []),
        ("新建户外劳动者服务站点5个。", 2026, ["户外劳动者服务站点"]),
        ("获评“最美工会户外劳动者服务站点”。", 2026, []),
    ],
)
def test_phrases_age_by_the_year_of_the_text(text: str, year: int, found: list[str]):
    assert stale_phrases(text, year) == found


@pytest.mark.parametrize(
    ("text", "unit", "found"),
    [
        ("召开职代会审议方案。", "school", ["学校是“教代会”，写的是“职代会”"]),
        ("召开教职工代表大会。", "school", []),
        ("召开职代会审议方案。", "enterprise", []),
        ("推进校务公开。", "enterprise", ["企业的稿子里有“校务公开”"]),
        (
            "依据《劳动保护法》检查。",
            "township",
            ["没有“劳动保护法”，应为安全生产法 / 职业病防治法（没有“劳动保护法”）"],
        ),
        ("依据女职工劳动保护特别规定检查。", "township", []),
        (
            "依照《工会法》（2009修正）建会。",
            "township",
            ["“工会法（2009修正）”不是现行文本，现行的是2021修正（第三次修正）"],
        ),
        ("联系电话13812345678。", "township", ["像是手机号“13812345678”"]),
        ("与宏图电子有限公司签约。", "township", []),
        ("与某某电子有限公司签约。", "township", []),
        ("由王小明同志负责。", "township", ["像是真实的人名“王小明”"]),
        ("由专职副主席负责，会同镇总工会办理。", "township", []),
    ],
)
def test_words_of_others_and_private_data(text: str, unit: str, found: list[str]):
    assert objections(text, unit) == found


def test_offsets_slice_to_the_text():
    text = "全年新签群众合同26份。推进精神礼貌建设。"
    for finding in findings(text):
        assert text[finding.start : finding.end] == finding.text
