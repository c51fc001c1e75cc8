"""What spec/checkup.yml and the files of its patterns must look like."""

from __future__ import annotations

from kb.spec.shapes import ANY, DATE, NUMBER, PAIR, REGEX, TEXT, TRUTH, WORDS, keyed, listed, mapped, word

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

SEVERITY = word("must", "should", "check")
BASIS = keyed(level=word(*LEVEL_NAMES), basis=TEXT)
MATCHED = keyed("title body opening", key=TEXT, title=REGEX, body=REGEX, opening=REGEX)
RULE = keyed(
    "parts units genres years part veto before after not_before unless along history verify hidden good",
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
PATTERNS = {f"checkup_{kind}.yml": keyed(patterns=listed(RULE)) for kind in KINDS}
OF_YEARS = keyed(" ".join(RULE.optional), kind=word(*KINDS), **RULE.keys)
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
    recalled=REGEX,
    owned=REGEX,
    closing=REGEX,
)
FIGURES = keyed(
    passage=REGEX,
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
    lists=listed(keyed(find=REGEX)),
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
    rising=WORDS,
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
    share=NUMBER,
    acted_share=NUMBER,
    short=NUMBER,
    title=REGEX,
    lead=REGEX,
    stub=REGEX,
    attached=REGEX,
    signature=REGEX,
    exempt=REGEX,
    guiding=REGEX,
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
    no_names=TEXT,
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

CHECKUP = keyed(
    as_of=DATE,
    kinds=keyed("", **{kind: TEXT for kind in KINDS}),
    bases=mapped(BASIS),
    about=keyed(led=REGEX, units=listed(MATCHED), genres=listed(MATCHED), genre=TEXT),
    structure=STRUCTURE,
    figures=FIGURES,
    empty=EMPTY_SECTIONS,
    dates=DATES,
    law_names=LAW_NAMES,
    places=PLACES,
    shared=mapped(REGEX),
    by_year=listed(OF_YEARS),
)
