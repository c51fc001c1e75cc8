"""Relations between figures by themselves: rates, sums, parts and wholes; what is a figure at all."""

from __future__ import annotations

import pytest

from kb.model import Relation, Severity
from kb.rules.figures import broken, decimal
from published import real_spec


def sentences(kind: str, values: dict[str, str], percent: bool = False) -> list[str]:
    """Return what is said of a relation between the values, whose first one is on the left."""
    item, *of = values
    relation = Relation(kind, item, tuple(of), Severity.ERROR, percent=percent)
    return [text for _, text in broken([relation], values, real_spec())]


@pytest.mark.parametrize(
    ("above", "below", "written"),
    [
        pytest.param("1", "8", "13", id="12.5 rounds up without decimals"),
        pytest.param("1", "8", "12.5", id="12.5 as it is"),
        pytest.param("1", "8", "12.50", id="more decimals than needed"),
        pytest.param("3", "8", "38", id="37.5 rounds up"),
        pytest.param("9", "400", "2.3", id="2.25 rounds up, not to even"),
        pytest.param("1", "3", "33.3", id="33.33 rounds down"),
        pytest.param("2", "3", "66.67", id="66.666 rounds up"),
        pytest.param("52", "58", "89.7", id="89.655 rounds up"),
        pytest.param("5", "5", "100", id="all of them"),
        pytest.param("0", "5", "0", id="none of them"),
        pytest.param("12.6", "60", "21", id="decimals above"),
        pytest.param("7", "3.5", "200", id="decimals below"),
        pytest.param("1", "1" + "0" * 50, "0", id="very large number"),
    ],
)
def test_rate_that_is_the_quotient_rounded_half_up_holds(above: str, below: str, written: str):
    assert sentences("ratio", {"某率": written, "成功": above, "受理": below}, percent=True) == []


@pytest.mark.parametrize(
    ("above", "below", "written", "quotient"),
    [
        pytest.param("1", "8", "12", "13", id="12.5 cut off"),
        pytest.param("9", "400", "2.2", "2.3", id="2.25 rounded to even"),
        pytest.param("52", "58", "89.6", "89.7", id="89.655 cut off"),
        pytest.param("52", "58", "90.0", "89.7", id="rounded to a whole number and a decimal added"),
        pytest.param("1", "3", "33.34", "33.33", id="33.33 rounded up"),
    ],
)
def test_rate_that_is_not_the_quotient_is_reported_with_the_right_one(
    above: str, below: str, written: str, quotient: str
):
    found_sentences = sentences("ratio", {"某率": written, "成功": above, "受理": below}, percent=True)
    assert found_sentences == [f"某率写的是{written}，成功{above}÷受理{below}＝{quotient}"]


def test_ratio_without_percent_is_the_quotient_itself():
    assert sentences("ratio", {"均值": "2.3", "总数": "9", "家数": "4"}) == []
    assert sentences("ratio", {"均值": "2.2", "总数": "9", "家数": "4"}) == ["均值写的是2.2，总数9÷家数4＝2.3"]


@pytest.mark.parametrize("kind", ["ratio", "range"])
def test_nothing_is_said_when_the_denominator_is_zero(kind: str):
    assert sentences(kind, {"某率": "50", "成功": "1", "受理": "0"}, percent=True) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({"合计": "12", "村级": "7", "企业": "5"}, [], id="adds up"),
        pytest.param({"合计": "12", "村级": "7", "企业": "6"}, ["合计写的是12，村级7＋企业6＝13"], id="does not"),
        pytest.param({"合计": "0.3", "村级": "0.1", "企业": "0.2"}, [], id="decimals add up exactly"),
        pytest.param({"合计": "12.0", "村级": "12"}, [], id="one part"),
        pytest.param(
            {"合计": "6", "甲": "1", "乙": "2", "丙": "4"}, ["合计写的是6，甲1＋乙2＋丙4＝7"], id="three parts"
        ),
        pytest.param({"合计": f"1{'0' * 39}1", "甲": f"1{'0' * 40}", "乙": "1"}, [], id="41 digits add up exactly"),
        pytest.param(
            {"合计": f"1{'0' * 40}", "甲": f"1{'0' * 40}", "乙": "1"},
            [f"合计写的是1{'0' * 40}，甲1{'0' * 40}＋乙1＝1{'0' * 39}1"],
            id="41 digits do not",
        ),
    ],
)
def test_sums(values: dict[str, str], expected: list[str]):
    assert sentences("sum", values) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("5", "5", []), ("4", "5", []), ("6", "5", ["已建6大于应建5"]), ("5.01", "5.0", ["已建5.01大于应建5.0"])],
)
def test_part_is_at_most_its_whole(left: str, right: str, expected: list[str]):
    assert sentences("at_most", {"已建": left, "应建": right}) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("-3.50", "-3.50"),
        ("012", "12"),
        ("", None),
        (None, None),
        ("1,200", None),
        ("约12", None),
        ("\uff11\uff12", None),
        ("1e5", None),
        ("NaN", None),
        ("Infinity", None),
        (".5", None),
        ("5.", None),
        (" 5", None),
    ],
)
def test_only_plain_figures_are_numbers(text: str | None, number: str | None):
    value = decimal(text)
    assert (None if value is None else str(value)) == number
