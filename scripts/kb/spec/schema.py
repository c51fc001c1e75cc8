"""What each file of spec/ must look like; those of the check-up stand in checkup_schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.spec.checkup_schema import CHECKUP, LEVEL_NAMES, PATTERNS
from kb.spec.shapes import (
    ANY,
    DATE,
    NULLABLE_DATE,
    NULLABLE_TEXT,
    NUMBER,
    PAIR,
    REGEX,
    TEXT,
    TRUTH,
    WORDS,
    Fault,
    Shape,
    keyed,
    listed,
    mapped,
    word,
)
from kb.yaml_file import Node


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
CONFIDENCE = word("sourced", "known", "unsure")
SOURCE = listed(keyed(title=TEXT, issuer=TEXT, date=DATE))
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
    "subkind held aliases not_alias match_only honours advice_2026",
    phrase=TEXT,
    kind=word("congress", "plenum", "five-year-plan", "guiding-thought", "union-congress", "campaign", "law"),
    subkind=TEXT,
    held=listed(DATE),
    aliases=WORDS,
    not_alias=WORDS,
    match_only=WORDS,
    honours=WORDS,
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
SLIPS = Shape("text", form=r"(?:[^/\s]+/[^/\s]+(?: |$))+", like="既使/即使 渡假/度假")
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
    "units kind parts veto unless verify draft good",
    draft=word("check", "none"),
    veto=REGEX,
    unless=REGEX,
    verify=word("identity", "bank_card"),
    units=WORDS,
    kind=word("union_term"),
    find=REGEX,
    parts=listed(ANY),
    sure=TRUTH,
    message=TEXT,
    bad=WORDS,
    good=WORDS,
)
NORM = keyed(rule=TEXT, good=TEXT, bad=TEXT, standard=TEXT, confidence=CONFIDENCE, source=SOURCE)
PART = keyed(part=TEXT, content=TEXT, length=TEXT, must=TRUTH)
STYLE = keyed(name=TEXT, fonts=WORDS, size_pt=NUMBER, align=word("left", "center", "right", "justify"), indent=TRUTH)
STYLES = ("title", "heading1", "heading2", "heading3", "heading4", "body", "signature")
OPENING = keyed(summary_2026=TEXT, plan_2027=TEXT, note=TEXT, confidence=CONFIDENCE, source=SOURCE)
LEVELS = keyed(
    levels=listed(keyed(level=NUMBER, mark=TEXT, punct=TEXT, font=TEXT, example=TEXT, confidence=CONFIDENCE)),
    rules=WORDS,
    wrong_to_right=listed(WORDS),
    confidence=CONFIDENCE,
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
        slips=listed(SLIPS),
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
            inside=WORDS,
            joints=WORDS,
            ordinary=WORDS,
            spun=WORDS,
        ),
    ),
    "spun_families.yml": keyed(as_of=DATE, shared=mapped(REGEX), families=listed(SPUN_FAMILY)),
    "vocabulary.yml": keyed(
        as_of=DATE,
        phrase_context=keyed(current_before=REGEX, current_after=REGEX, history_after=REGEX, ahead_before=REGEX),
        vocabulary=listed(WATCH),
        private=listed(WATCH),
    ),
    "checkup.yml": CHECKUP,
    **PATTERNS,
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
