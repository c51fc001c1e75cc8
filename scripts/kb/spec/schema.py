"""What each file of spec/ must look like, and how a YAML tree is held against it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kb.spec.tree import is_number
from kb.yaml_file import Node

Fault = tuple[int, str, str]  # line, code, what was found


@dataclass(frozen=True)
class Shape:
    """A kind of value. `one_of` limits a scalar; `of` shapes list items or mapping values; `keys` a fixed mapping.

    `rule` finds what is wrong with a mapping whose keys and values are right one by one.
    """

    kind: str
    one_of: tuple[str, ...] = ()
    of: Shape | None = None
    keys: Mapping[str, Shape] = field(default_factory=dict)
    optional: tuple[str, ...] = ()
    rule: Callable[[Node], Iterator[Fault]] | None = None


def keyed(optional: str = "", **keys: Shape) -> Shape:
    """A mapping with exactly these keys; those named in `optional` may be left out."""
    return Shape("mapping", keys=keys, optional=tuple(optional.split()))


def listed(of: Shape) -> Shape:
    """A list of such values."""
    return Shape("list", of=of)


def mapped(of: Shape) -> Shape:
    """A mapping from any key to such values."""
    return Shape("mapping", of=of)


def word(*one_of: str) -> Shape:
    """A scalar that is one of these words."""
    return Shape("text", one_of=one_of)


def parts_faults(node: Node) -> Iterator[Fault]:
    """Yield a number of parts with which a relation would never be checked."""
    kind, of = node.get("kind"), node.get("of")
    if not kind or not of or of.kind != "list":
        return
    number, needed = len(of.items), PARTS.get(kind.text, 0)
    if number != needed if needed else not number:
        yield of.line, "KB904", f"的 of 应有{needed or '至少1'}项（kind 是 {kind.text}），写的是{number}项"


def relation_faults(node: Node) -> Iterator[Fault]:
    """Yield what would keep a relation of spec from being checked, or from being as grave as it says."""
    yield from parts_faults(node)
    kind, severity = node.get("kind"), node.get("severity")
    if kind and kind.text == "range" and not (node.get("low") and node.get("high")):
        yield node.line, "KB903", "缺少：low、high（kind 是 range）"
    if kind and kind.text not in ("ratio", "sum") and severity and severity.text == "error":
        yield severity.line, "KB904", "的 severity 应为 check（只有 ratio、sum 可以是 error）"


PARTS = {"ratio": 2, "at_most": 1, "range": 2}
TEXT, NUMBER, TRUTH, REGEX = Shape("text"), Shape("number"), Shape("truth"), Shape("regex")
ANY, DATE, NULLABLE_DATE = Shape("any"), Shape("date"), Shape("date_or_null")
NULLABLE_TEXT = Shape("text_or_null")
WORDS = listed(TEXT)
CONFIDENCE = word("sourced", "known", "unsure")
SOURCE = listed(keyed(title=TEXT, issuer=TEXT, date=DATE))
PAIR = listed(NUMBER)
KEYWORDS = {"heading_keywords": WORDS, "old_keywords": WORDS, "spun_keywords": WORDS}
KEYWORDS_OPTIONAL = " old_keywords spun_keywords"
RELATION = replace(
    keyed(
        "percent scale low high text",
        kind=word("ratio", "sum", "at_most", "range"),
        of=WORDS,
        severity=word("error", "check"),
        percent=TRUTH,
        scale=NUMBER,
        low=NUMBER,
        high=NUMBER,
        text=TEXT,
    ),
    rule=relation_faults,
)
# In the front matter of a sample.
OWN_RELATION = replace(
    keyed("percent text", kind=word("ratio", "sum", "at_most"), item=TEXT, of=WORDS, percent=TRUTH, text=TEXT),
    rule=parts_faults,
)
IDENTITY = keyed(
    "formula",
    key=TEXT,
    label=TEXT,
    kind=word("text", "date"),
    formula=keyed("", **{"from": TEXT, "add": NUMBER}),
    example=mapped(TEXT),
    note=TEXT,
)
ITEM = keyed(
    "also aliases relations note",
    key=TEXT,
    label=TEXT,
    kind=word("count", "money", "rate"),
    unit=TEXT,
    theme=TEXT,
    also=WORDS,
    unit_types=WORDS,
    range=mapped(PAIR),
    range_confidence=CONFIDENCE,
    aliases=WORDS,
    relations=listed(RELATION),
    note=TEXT,
    confidence=CONFIDENCE,
    source=SOURCE,
)
THEME = keyed(
    KEYWORDS_OPTIONAL,
    key=TEXT,
    name=TEXT,
    description=TEXT,
    used_by=mapped(keyed(local_name=TEXT, weight=word("core", "optional"))),
    confidence=CONFIDENCE,
    source=SOURCE,
    **KEYWORDS,
)
STRUCTURAL = keyed(KEYWORDS_OPTIONAL, key=TEXT, name=TEXT, description=TEXT, position=TEXT, **KEYWORDS)
UNIT = keyed(
    "outlines",
    key=TEXT,
    name=TEXT,
    org=TEXT,
    party=TEXT,
    superior=TEXT,
    chair=TEXT,
    length=PAIR,
    theme_order=WORDS,
    outlines=mapped(WORDS),
)
PHRASE = keyed(
    "subkind held aliases not_alias match_only advice_2026",
    phrase=TEXT,
    kind=word("congress", "plenum", "five-year-plan", "guiding-thought", "union-congress", "campaign", "law"),
    subkind=TEXT,
    held=listed(DATE),
    aliases=WORDS,
    not_alias=WORDS,
    match_only=WORDS,
    valid_from=NULLABLE_DATE,
    valid_to=NULLABLE_DATE,
    replaced_by=ANY,
    advice_2026=TEXT,
    note=TEXT,
    confidence=CONFIDENCE,
    date_confidence=word("sourced", "known", "approx", "n/a"),
    source=SOURCE,
)
LAW = keyed(
    name=TEXT,
    short=TEXT,
    level=word(
        "law",
        "administrative-regulation",
        "departmental-rule",
        "policy",
        "party-regulation",
        "acftu-rule",
        "union-charter",
        "accounting",
    ),
    first_date=NULLABLE_DATE,
    first_effective=NULLABLE_DATE,
    latest_version=NULLABLE_TEXT,
    latest_date=NULLABLE_DATE,
    effective=NULLABLE_DATE,
    status=TEXT,
    cite_for=TEXT,
    unit_types=WORDS,
    outdated_versions=WORDS,
    note=TEXT,
    confidence=CONFIDENCE,
    source=SOURCE,
)
REWRITE = keyed(
    "note slip",
    slip=TRUTH,
    wrong=TEXT,
    right=TEXT,
    tier=word("safe", "context", "review"),
    patterns=listed(keyed(find=REGEX, parts=listed(ANY))),
    veto=listed(REGEX),
    wrong_example=TEXT,
    fixed_example=TEXT,
    legit_examples=WORDS,
    note=TEXT,
    confidence=CONFIDENCE,
)
SPUN_FAMILY = keyed(
    "shares odd rest always",
    name=TEXT,
    note=TEXT,
    shares=WORDS,
    odd=WORDS,
    rest=TRUTH,
    always=TRUTH,
    words=listed(keyed("good unless", wrong=TEXT, right=TEXT, find=REGEX, unless=REGEX, bad=TEXT, good=TEXT)),
)
WATCH = keyed(
    "units kind parts veto verify draft",
    draft=word("check", "none"),
    veto=REGEX,
    verify=word("identity", "bank_card"),
    units=WORDS,
    kind=word("union_term"),
    find=REGEX,
    parts=listed(ANY),
    sure=TRUTH,
    message=TEXT,
)
NORM = keyed(rule=TEXT, good=TEXT, bad=TEXT, standard=TEXT, confidence=CONFIDENCE, source=SOURCE)
PART = keyed(part=TEXT, content=TEXT, length=TEXT, must=TRUTH)
STYLE = keyed(name=TEXT, fonts=WORDS, size_pt=NUMBER, align=word("left", "center", "right", "justify"), indent=TRUTH)
STYLES = ("title", "heading1", "heading2", "heading3", "heading4", "body", "signature")
OPENING = keyed(summary_2026=TEXT, plan_2027=TEXT, note=TEXT, confidence=CONFIDENCE, source=SOURCE)
KINDS = (
    "stale_phrase",
    "wrong_law",
    "union_term",
    "spun_word",
    "leftover",
    "figure",
    "numbering",
    "numeral",
    "tense",
    "private",
    "empty",
)
LEVEL_NAMES = ("法律法规", "国家标准", "上级文件", "通行做法", "待核")
LEVELS = keyed(
    levels=listed(keyed(level=NUMBER, mark=TEXT, punct=TEXT, font=TEXT, example=TEXT, confidence=CONFIDENCE)),
    rules=WORDS,
    wrong_to_right=listed(WORDS),
    confidence=CONFIDENCE,
)

SEVERITY = word("must", "should", "check")
BASIS = keyed(level=word(*LEVEL_NAMES), basis=TEXT)
MATCHED = keyed("title body", key=TEXT, title=REGEX, body=REGEX)
RULE = keyed(
    "parts units genres years part veto before after not_before unless along history verify hidden good",
    kind=word(*KINDS),
    severity=SEVERITY,
    basis=TEXT,
    find=REGEX,
    message=TEXT,
    parts=listed(ANY),
    units=WORDS,
    genres=WORDS,
    years=PAIR,
    part=word("done", "plan", "problem"),
    veto=REGEX,
    before=REGEX,
    after=REGEX,
    not_before=REGEX,
    unless=REGEX,
    along=REGEX,
    history=NUMBER,
    verify=word("identity", "bank_card"),
    hidden=TRUTH,
    good=WORDS,
    bad=WORDS,
)
STRUCTURE = keyed(
    heading_length=NUMBER,
    bare_heading=REGEX,
    level_names=WORDS,
    marks=listed(keyed(level=NUMBER, find=REGEX)),
    ordinals=listed(keyed(name=TEXT, severity=SEVERITY, find=REGEX)),
    announces=REGEX,
    besides=REGEX,
    promises=REGEX,
    begins=mapped(TEXT),
    plan_stays=WORDS,
    parts=listed(keyed(part=TEXT, find=REGEX)),
    turns=listed(keyed(part=TEXT, find=REGEX)),
    inner=REGEX,
)
FIGURES = keyed(
    units=REGEX,
    count=REGEX,
    total=REGEX,
    overlap=REGEX,
    crossing=REGEX,
    shared=REGEX,
    limited=REGEX,
    limited_in=mapped(REGEX),
    grown=REGEX,
    together=REGEX,
    elsewhere=REGEX,
    pairs=listed(keyed("rate", name=TEXT, whole=REGEX, part=REGEX, rate=REGEX)),
    each=REGEX,
    prize=REGEX,
    apart=REGEX,
    shares=keyed(of=REGEX, part=REGEX, rate=REGEX),
    growth=listed(keyed("before by", find=REGEX, before=NUMBER, now=NUMBER, by=NUMBER)),
    up=REGEX,
    down=REGEX,
    products=keyed(
        name=TEXT,
        each=REGEX,
        total=REGEX,
        alike=WORDS,
        inexact=REGEX,
        months=listed(keyed(find=REGEX, number=NUMBER)),
    ),
    per_head=listed(keyed(about=REGEX, people=REGEX, money=REGEX, low=NUMBER, high=NUMBER, text=TEXT)),
    items=listed(keyed(label=TEXT, find=REGEX)),
    bounds=listed(keyed("units veto", name=TEXT, whole=TEXT, severity=SEVERITY, units=WORDS, veto=REGEX, find=REGEX)),
    equations=listed(
        keyed(
            "whole veto mixed",
            name=TEXT,
            severity=SEVERITY,
            find=REGEX,
            whole=NUMBER,
            terms=listed(NUMBER),
            veto=REGEX,
            mixed=TRUTH,
        )
    ),
)
EMPTY_SECTIONS = keyed(
    substance=REGEX,
    actions=REGEX,
    slogans=WORDS,
    phrases=REGEX,
    least=NUMBER,
    alone=NUMBER,
    outweighs=NUMBER,
    short=NUMBER,
    title=REGEX,
    stub=REGEX,
    attached=REGEX,
    signature=REGEX,
    exempt=REGEX,
    opening=REGEX,
)
DATES = keyed(
    genres=WORDS,
    signature=REGEX,
    earliest=NUMBER,
    ends=mapped(NUMBER),
    unless=REGEX,
    find=REGEX,
    named=mapped(NUMBER),
    done=REGEX,
    veto=REGEX,
)
PLACES = keyed(
    level=word(*LEVEL_NAMES),
    basis=TEXT,
    veto=REGEX,
    nameless=REGEX,
    certain=REGEX,
    units=mapped(keyed(own=REGEX, find=REGEX)),
    others=listed(keyed(find=REGEX)),
)
LAW_NAMES = keyed(
    level=word(*LEVEL_NAMES),
    basis=TEXT,
    find=REGEX,
    kinds=REGEX,
    local=REGEX,
    of_state=REGEX,
    own=REGEX,
    known=WORDS,
)

GENRE = keyed(
    "heading opening length_share",
    key=TEXT,
    name=TEXT,
    spans=WORDS,
    heading=TEXT,
    opening=TEXT,
    length_share=PAIR,
)

FILES: dict[str, Shape] = {
    "units.yml": keyed(as_of=DATE, units=listed(UNIT)),
    "genres.yml": keyed(
        as_of=DATE,
        spans=listed(keyed(key=TEXT, name=TEXT, sign_date=TEXT)),
        genres=listed(GENRE),
    ),
    "themes.yml": keyed(as_of=DATE, themes=listed(THEME), structural=listed(STRUCTURAL)),
    "data_items.yml": keyed(as_of=DATE, identity=listed(IDENTITY), items=listed(ITEM)),
    "layout.yml": keyed(
        as_of=DATE,
        confidence=CONFIDENCE,
        source=SOURCE,
        paper=mapped(NUMBER),
        margins_mm=mapped(NUMBER),
        lines_per_page=NUMBER,
        chars_per_line=NUMBER,
        line_pitch_pt=NUMBER,
        line_pitch_note=TEXT,
        chars_note=TEXT,
        indent_chars=NUMBER,
        latin_font=TEXT,
        styles=keyed("", **{name: STYLE for name in STYLES}),
        numbering=listed(keyed(level=NUMBER, digits=word("chinese", "arabic"), before=TEXT, after=TEXT)),
        signature=WORDS,
        signature_block=keyed(left_chars=NUMBER, gap_lines=NUMBER),
        signature_note=TEXT,
        title_block=keyed(gap_lines=NUMBER),
        title_note=TEXT,
        page_number=keyed(before=TEXT, after=TEXT, fonts=WORDS, size_pt=NUMBER, side_chars=NUMBER, below_mm=NUMBER),
        page_number_note=TEXT,
        table=keyed(name=TEXT, fonts=WORDS, head_fonts=WORDS, size_pt=NUMBER, line_pitch_pt=NUMBER, border_pt=NUMBER),
        table_note=TEXT,
        letterhead=keyed(
            after=TEXT,
            size_pt=NUMBER,
            top_mm=NUMBER,
            gap_lines=NUMBER,
            rule_below_mm=NUMBER,
            rule_pt=NUMBER,
            title_gap_lines=NUMBER,
            color=TEXT,
        ),
        letterhead_note=TEXT,
        imprint=keyed(size_pt=NUMBER, side_chars=NUMBER, thick_mm=NUMBER, thin_mm=NUMBER, copies=TEXT, after=TEXT),
        imprint_note=TEXT,
        blank=keyed(before=TEXT, after=TEXT, last=TEXT, plan=TEXT),
    ),
    "rules.yml": keyed(
        rules=listed(
            keyed(
                "publish",
                code=TEXT,
                severity=word("error", "check", "hint"),
                publish=word("error"),
                sentence=TEXT,
                repair=TEXT,
            )
        )
    ),
    "phrases.yml": keyed(as_of=DATE, opening=OPENING, stale_markers=WORDS, phrases=listed(PHRASE)),
    "laws.yml": keyed(as_of=DATE, laws=listed(LAW), wrong_names=listed(keyed(wrong=TEXT, match=REGEX, right=TEXT))),
    "rewrites.yml": keyed(
        as_of=DATE,
        pairs=listed(REWRITE),
        protected=WORDS,
        exact_terms=WORDS,
        farm_signals=WORDS,
        slips=WORDS,
        spins=keyed(
            level=word(*LEVEL_NAMES),
            basis=TEXT,
            synonyms=mapped(TEXT),
            terms=WORDS,
            compounds=WORDS,
            phrases=WORDS,
            legit=WORDS,
            exact=WORDS,
            neighbours=WORDS,
        ),
    ),
    "spun_families.yml": keyed(as_of=DATE, shared=mapped(REGEX), families=listed(SPUN_FAMILY)),
    "vocabulary.yml": keyed(
        as_of=DATE,
        phrase_context=keyed(current_before=REGEX, current_after=REGEX, history_after=REGEX, ahead_before=REGEX),
        vocabulary=listed(WATCH),
        private=listed(WATCH),
    ),
    "checkup.yml": keyed(
        as_of=DATE,
        kinds=keyed("", **{kind: TEXT for kind in KINDS}),
        bases=mapped(BASIS),
        about=keyed(units=listed(MATCHED), genres=listed(MATCHED), genre=TEXT),
        structure=STRUCTURE,
        figures=FIGURES,
        empty=EMPTY_SECTIONS,
        dates=DATES,
        law_names=LAW_NAMES,
        places=PLACES,
        shared=mapped(REGEX),
        by_year=listed(RULE),
        patterns=listed(RULE),
    ),
    "writing.yml": keyed(
        as_of=DATE,
        levels=LEVELS,
        numerals=listed(NORM),
        punctuation=listed(NORM),
        parts_summary=listed(PART),
        parts_plan=listed(PART),
        word_choice=listed(keyed(words=TEXT, rule=TEXT)),
        defects=listed(keyed(id=TEXT, name=TEXT, sign=TEXT, fix=TEXT)),
    ),
}

KIND_NAMES = {"text": "文字", "number": "数字", "truth": "true 或 false", "list": "列表", "mapping": "键和值"}
SCALARS = ("text", "number", "truth", "regex", "date", "date_or_null", "text_or_null")
DATE_FORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def faults(node: Node, shape: Shape, where: str = "") -> Iterator[Fault]:
    """Yield every place where `node` does not have `shape`; `where` names the value in the messages."""
    expected = "text" if shape.kind in SCALARS else shape.kind
    actual = "text" if node.kind == "scalar" else node.kind
    if shape.kind == "any":
        return
    if expected != actual:
        yield node.line, "KB904", f"{where}应为{KIND_NAMES[expected]}，写的是{KIND_NAMES[actual]}"
    elif shape.kind == "list" and shape.of:
        for number, item in enumerate(node.items, 1):
            yield from faults(item, shape.of, f"{where}第{number}项")
    elif shape.kind == "mapping":
        yield from mapping_faults(node, shape, where)
    else:
        yield from scalar_faults(node, shape, where)


def mapping_faults(node: Node, shape: Shape, where: str) -> Iterator[Fault]:
    """Yield repeated, unknown and missing keys, then the faults of the values."""
    name = node.get("key") or node.get("phrase") or node.get("code") or node.get("name")
    where = f"{where}（{name.text}）" if name and name.text else where
    for key, line in node.repeated():
        yield line, "KB905", f"{where}里的键“{key}”写了两次"
    for key, line, value in node.pairs:
        of = shape.of or shape.keys.get(key)
        if of is None:
            yield line, "KB902", f"{where}有未知的键“{key}”，可用的是：{'、'.join(shape.keys)}"
        else:
            yield from faults(value, of, f"{where}的 {key} ".lstrip("的 "))
    missing = [k for k in shape.keys if k not in shape.optional and node.get(k) is None]
    if missing:
        yield node.line, "KB903", f"{where or '文件'}缺少：{'、'.join(missing)}"
    if shape.rule:
        yield from ((line, code, f"{where}{found}") for line, code, found in shape.rule(node))


def scalar_faults(node: Node, shape: Shape, where: str) -> Iterator[Fault]:
    """Yield the fault of a single value that is outside what its shape allows."""
    if shape.one_of and node.text not in shape.one_of:
        yield node.line, "KB904", f"{where}写的是“{node.text}”，可用的是：{'、'.join(shape.one_of)}"
    elif shape.kind == "text" and node.tag == "null":
        yield node.line, "KB904", f"{where}应为文字，写的是空的"
    elif shape.kind == "number" and not is_number(node):
        yield node.line, "KB904", f"{where}应为数字，写的是“{node.text}”"
    elif shape.kind == "truth" and node.text not in ("true", "false"):
        yield node.line, "KB904", f"{where}应为 true 或 false，写的是“{node.text}”"
    elif shape.kind == "regex":
        try:
            re.compile(node.text)
        except re.error as fault:
            yield node.line, "KB904", f"{where}不是能用的正则：{node.text}（{fault}）"
    elif shape.kind.startswith("date") and not is_date(node, shape):
        yield node.line, "KB904", f"{where}应为 2026-11-20 这样的日期，写的是“{node.text}”"


def is_date(node: Node, shape: Shape) -> bool:
    """Whether a scalar is a day, month or year of the calendar, or a null where that is allowed."""
    if shape.kind == "date_or_null" and node.tag == "null":
        return True
    try:
        datetime.date.fromisoformat(node.text + "-01-01"[len(node.text) - 4 :])
    except ValueError:
        return False
    return DATE_FORM.fullmatch(node.text) is not None
