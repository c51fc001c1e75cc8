"""Laws (spec/laws.yml) -> pattern rules: names that no law has, versions no longer in force, laws of later years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kb.spec.checkup_phrases import literal
from kb.spec.tree import entries, text, words
from kb.yaml_file import Node

Rule = dict[str, object]
VERSION = re.compile(r"([0-9]{4})(修正|修订)")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
SERIES = re.compile(r"([一-鿿]+)〔([0-9]{4})〕([0-9]+)号")
NUMBER = re.compile(r"[一-鿿]+(?:〔[0-9]{4}〕|令第)[0-9]+号")
STATE, REMARK = "中华人民共和国", re.compile("（[^（）]*）$")
OPEN, CLOSE = r"[〔（(\[]", r"[〕）)\]]"
# The basis of a finding about a law's name is the law; about a document of the unions, that document.
WHOLE_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
IN_FORCE = "起?(?:正式|开始)?(?:施行|实施|生效)"
# A law's name and the day.
BETWEEN = (
    r"(?:（[^（）\n]{1,12}）)?[^，。；\n]{0,8}?"
    r"(?:，[^，。；\d\n]{0,8}?(?:这部|该)[^，。；\d\n]{0,3}?)?[，（(]?[自从于]?"
)
SINCE = 12  # years after a law took effect in which a wrong day of it is looked for
LEVELS = {"law": "法律法规", "administrative-regulation": "法律法规", "departmental-rule": "法律法规"}


def laws(trees: Mapping[str, Node]) -> Iterator[Rule]:
    """Yield the rules of all laws; what is unsure is only asked about."""
    for node in entries(trees["laws.yml"], "wrong_names"):
        yield wrong_name(node)
    numbers = [bracketed(found[0]) for n in entries(trees["laws.yml"], "laws") if (found := serial(n))]
    for node in entries(trees["laws.yml"], "laws"):
        yield from outdated(node)
        yield from wrong_number(node)
        if text(node, "confidence") != "unsure":
            yield from near_number(node, numbers)
            yield from too_early(node)
            yield from wrong_day(node)


def wrong_name(node: Node) -> Rule:
    """Return the rule of a name that no law has."""
    message = f"没有“{{}}”，应为{text(node, 'right')}"
    return {**base("must", "法律法规", "现行法律法规名称"), "find": text(node, "match"), "message": message}


def outdated(node: Node) -> Iterator[Rule]:
    """Yield the rule for citing another version of a law than the latest one, once that was made."""
    short, latest, made = (text(node, key) for key in ("short", "latest_version", "latest_date"))
    if (current := VERSION.match(latest)) and short and made:
        rule = base("must", level(node), f"{text(node, 'name')}（{latest}）")
        rule |= {"find": rf"{literal(short)}》?[（(](?!{current[1]}年?{current[2]})[0-9]{{4}}年?(?:修正|修订)[)）]"}
        message = f"“{{}}”不是现行文本，现行的是{latest}"
        yield rule | {"years": [int(made[:4]) + 1, 9999], "message": message}


def wrong_number(node: Node) -> Iterator[Rule]:
    """Yield the rule for citing a document with another number than its own."""
    name, latest, made = (text(node, key) for key in ("name", "latest_version", "latest_date"))
    number = NUMBER.search(latest)
    if number and made:
        unsure = text(node, "confidence") == "unsure"
        rule = base("check" if unsure else "must", "待核" if unsure else level(node), f"{name}（{latest}）")
        right = bracketed(number[0])
        other = rf"[^（）()，。；\n]{{2,10}}(?:{OPEN}[0-9]{{4}}{CLOSE}|令第?)[0-9]+号[)）]?"
        message = f"“{{}}”的文号请核对，本库记的是{number[0]}"
        rule |= {"find": rf"{literal(name)}》?[（(](?!{right}){other}"}
        yield rule | {"years": [int(made[:4]) + 1, 9999], "message": message}


def bracketed(number: str) -> str:
    """Return a pattern for the number of a document, whatever its brackets."""
    return literal(number).replace("〔", OPEN).replace("〕", CLOSE)


def serial(node: Node) -> re.Match[str] | None:
    """Return the number of a document in a series: 总工发〔2016〕27号."""
    return SERIES.search(text(node, "latest_version"))


def near_number(node: Node, numbers: Sequence[str]) -> Iterator[Rule]:
    """Yield the rule for a number alone that is a document's but for its year or its last figures.

    `numbers` are those of all documents, as patterns: one of them is no slip of another.
    """
    found = serial(node)
    if found and (made := text(node, "latest_date")):
        series, year, last = found.groups()
        other = f"{OPEN}(?:{year}{CLOSE}(?!{last}号)[0-9]+|(?!{year})[0-9]{{4}}{CLOSE}{last})号"
        rule = base("check", level(node), f"{text(node, 'name')}（{found[0]}）")
        rule |= {"find": f"(?<![省市县区镇])(?!{'|'.join(numbers)}){series}{other}", "not_before": r"》[（(]?$"}
        message = f"“{{}}”请核对：如果说的是“{text(node, 'name')}”，文号是{found[0]}"
        yield rule | {"years": [int(made[:4]), 9999], "message": message}


def too_early(node: Node) -> Iterator[Rule]:
    """Yield the rule for naming a law in a draft of a year in which it was not made yet."""
    name = text(node, "name").removeprefix(STATE)
    same = " ".join(version for version in words(node, "outdated_versions") if name in version)
    first = min([text(node, "first_date")[:4], *YEAR.findall(same)])
    if first > "2000" and len(name) > 3:
        rule = base("check", level(node), f"{text(node, 'name')}（{first}年）")
        rule |= {"find": f"《(?:中华人民共和国)?{literal(name)}》"}
        yield rule | {"years": [1, int(first) - 1], "message": f"“{{}}”{first}年才有，与这份文稿的年份对不上"}


def wrong_day(node: Node) -> Iterator[Rule]:
    """Yield the rule for a law said to be in force from another day; earlier versions had days of their own."""
    days = [day for key in ("first_effective", "effective") if (day := text(node, key))]
    if days and WHOLE_DAY.fullmatch(days[-1]):
        year, right = int(days[-1][:4]), in_words(days[-1])
        years = "[0-9]{4}" if days[0] == days[-1] else f"(?:{'|'.join(map(str, range(year - 1, year + SINCE)))})"
        day = f"(?<![0-9])(?!{'|'.join(map(in_words, days))}){years}年[0-9]{{1,2}}月[0-9]{{1,2}}日{IN_FORCE}"
        called = dict.fromkeys([text(node, "name").removeprefix(STATE), text(node, "short")])
        law = f"《(?:中华人民共和国)?(?:{'|'.join(map(literal, filter(None, called)))})》"
        rule = base("should", level(node), f"{text(node, 'name')}（{right}起施行）")
        rule |= {"find": f"{day}的(?:新)?(?:修[订正]的?)?{law}|{law}{BETWEEN}{day}"}
        yield rule | {"message": f"“{{}}”的施行日期请核对，本库记的是{right}"}


def in_words(day: str) -> str:
    """Return 2022-01-01 as 2022年1月1日."""
    year, month, date = day.split("-")
    return f"{year}年{int(month)}月{int(date)}日"


def base(severity: str, level: str, basis: str) -> Rule:
    """Return what the rules about laws share."""
    return {"kind": "wrong_law", "severity": severity, "level": level, "basis": basis}


def level(node: Node) -> str:
    """Return the level of the basis of a finding about a law."""
    return LEVELS.get(text(node, "level"), "上级文件")


def names(trees: Mapping[str, Node]) -> Rule:
    """Return the names against which names in a draft are held: all that are right, and those one may have meant."""
    own = trees["checkup.yml"].get("law_names")
    full = [REMARK.sub("", text(n, "name")).removeprefix(STATE) for n in entries(trees["laws.yml"], "laws")]
    short = [text(n, "short") for n in entries(trees["laws.yml"], "laws")]
    known = words(own, "known") if own else ()
    return {"official": full, "known": list(dict.fromkeys([*full, *short, *known]))}
