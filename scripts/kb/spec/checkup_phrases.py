"""Phrases with their periods (spec/phrases.yml) -> pattern rules: over by the year of a draft, or not yet there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.spec.tree import entries, text, words
from kb.yaml_file import Node

Rule = dict[str, object]
# Congresses, plenums and five-year plans stay in use as points in time: only "study and carry out …" ages.
POINTS_IN_TIME = ("congress", "plenum", "five-year-plan", "union-congress")
MEETINGS, CONGRESSES = ("congress", "plenum", "union-congress"), ("congress", "union-congress")
YEAR_END = ("annual_summary", "summary_and_plan")
# A remark in brackets at a phrase's end is not part of it, and one that limits its use can't be matched as text.
REMARK = re.compile(r"（[^（）]*）$")
LIMITED = re.compile(r"（作[^（）]*）$|类提法$")
OR = "\uff0f"
QUOTES = re.compile("[“”‘’]")
QUOTE = "[“”‘’\"']?"
SPECIAL = re.compile(r"[.+*?()\[\]{}|^$\\]")
SUFFIX = re.compile("(活动|主题教育|专题教育|学习教育|教育实践活动)$")
AROUND = ("current_before", "current_after", "history_after", "ahead_before")
ROUND = re.compile("^([一二三四五六七八九十]五)(普法)")
CONGRESS = re.compile(r"^党的(二?十.大)$")


def phrases(trees: Mapping[str, Node]) -> Iterator[Rule]:
    """Yield the rules of all phrases; an unsure one is only asked about."""
    context = trees["vocabulary.yml"].get("phrase_context")
    around = {key: text(context, key) for key in AROUND} if context else {}
    for node in entries(trees["phrases.yml"], "phrases"):
        names = names_of(node)
        if names and around and text(node, "kind") != "law":
            yield from outdated(node, names, around)
            yield from too_early(node, names, around)
            yield from superseded(node, names, around)
            yield from awaited(node, names)


def names_of(node: Node) -> list[str]:
    """Return the ways in which a phrase is written."""
    written = words(node, "match_only") or (text(node, "phrase"), *words(node, "aliases"))
    return [name for w in written if not LIMITED.search(w) for name in REMARK.sub("", w).split(OR) if len(name) > 2]


def outdated(node: Node, names: list[str], around: Mapping[str, str]) -> Iterator[Rule]:
    """Yield the rule for drafts of later years than the last one of the phrase."""
    last = text(node, "valid_to")[:4]
    if not last.isdecimal():
        return
    after = text(node, "replaced_by").replace("“", "‘").replace("”", "’")
    is_point = text(node, "kind") in POINTS_IN_TIME
    rule = base(node, names, f"(?![”’]?(?:{around['history_after']}))")
    rule |= {"years": [int(last) + 1, 9999], "history": int(last)}
    rule["message"] = f"“{{}}”用到{last}年" + (f"，后来的提法是“{after}”" if after else "，不再当作当年的工作来写")
    if is_point:
        rule |= {"before": around["current_before"], "after": around["current_after"]}
    yield rule


def too_early(node: Node, names: list[str], around: Mapping[str, str]) -> Iterator[Rule]:
    """Yield the rule for drafts of years in which the phrase did not exist; a plan may look one year ahead."""
    first = text(node, "valid_from")[:4]
    if not first.isdecimal() or text(node, "date_confidence") == "approx" or text(node, "confidence") == "unsure":
        return
    ahead = 2 if text(node, "kind") == "five-year-plan" else 1
    rule = base(node, names, "")
    rule |= {"years": [1, int(first) - ahead], "not_before": around["ahead_before"]}
    yield rule | {"message": f"“{{}}”{first}年才有，与这份文稿的年份对不上"}


def superseded(node: Node, names: list[str], around: Mapping[str, str]) -> Iterator[Rule]:
    """Yield the rule for reports at the end of the year in which the next meeting was held, without a word of it."""
    last, after = text(node, "valid_to"), text(node, "replaced_by")
    if text(node, "kind") not in MEETINGS or not last[5:7] or not after:
        return
    year, month = int(last[:4]), int(last[5:7])
    rule = base(node, names, "") | {"severity": "should", "years": [year, year], "genres": list(YEAR_END)}
    rule |= {"before": around["current_before"], "after": around["current_after"]}
    later = [find(name) for name in REMARK.sub("", after).split(OR)]
    rule["unless"] = "|".join([*later, "历次全会", before(year, month)])
    yield rule | {"message": f"{year}年{month}月又开了{after}，年底的文稿只写到“{{}}”就旧了"}


def before(year: int, month: int) -> str:
    """Return a pattern of what tells that a report was written before the end of a month: its date, a school year."""
    months = "|".join(map(str, range(1, month + 1)))
    signed = rf"^[ \u3000]*{year}年[ \u3000]*0?(?:{months})月[ \u3000]*[0-9]{{1,2}}日[ \u3000]*$"
    return rf"20[0-9]{{2}}[^0-9\n]{{1,3}}20[0-9]{{2}}学年|{signed}"


def awaited(node: Node, names: list[str]) -> Iterator[Rule]:
    """Yield the rule for looking forward to a congress in a draft of a later year than that of the congress."""
    first = text(node, "valid_from")[:4]
    if text(node, "kind") in CONGRESSES and first.isdecimal():
        rule = base(node, names, "") | {"years": [int(first) + 1, 9999], "history": int(first)}
        rule["find"] = f"(?:喜迎|迎接|迎候|献礼|筹备)[^，。；\\n]{{0,8}}{rule['find']}(?!届)"
        yield rule | {"message": f"“{{}}”：{first}年已经开过，不再写迎接"}


def base(node: Node, names: list[str], follow: str) -> Rule:
    """Return what both rules of a phrase share."""
    confidence, dated = text(node, "confidence"), text(node, "date_confidence")
    sure = "check" if confidence == "unsure" else "should" if dated == "approx" else "must"
    titles = [f"{text(s, 'issuer')}：{text(s, 'title')}" for s in entries(node, "source")[:1]]
    return {
        "kind": "stale_phrase",
        "severity": sure,
        "find": f"{unnamed(node, names)}(?:{'|'.join(dict.fromkeys(map(find, names)))}){follow}",
        "level": {"sourced": "上级文件", "known": "通行做法"}.get(confidence, "待核"),
        "basis": titles[0] if titles else "本库提法时效表",
    }


def unnamed(node: Node, names: list[str]) -> str:
    """Return what keeps a phrase from being found within the own name of an honour: that is written as it was given."""
    parts = [(*honour.partition(name), name) for honour in words(node, "honours") for name in names if name in honour]
    return "".join(f"(?!(?<={literal(led)}){literal(name + rest)})" for led, _, rest, name in parts)


def find(name: str) -> str:
    """Return a pattern for a name; quotation marks may be left out or be of another kind."""
    if congress := CONGRESS.match(name):
        return f"(?:党的)?(?<!工会)(?<!全总)(?<!二){congress[1]}(?!届)"
    escaped = ROUND.sub(rf"{QUOTE}\1{QUOTE}\2", literal(name))
    return QUOTES.sub(QUOTE, escaped) if QUOTES.search(name) else SUFFIX.sub(QUOTE + r"\1", escaped)


def literal(written: str) -> str:
    """Return a pattern for a text itself; re.escape also escapes what JavaScript does not let it."""
    return SPECIAL.sub(r"\\\g<0>", written)
