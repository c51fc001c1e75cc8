"""Junk of a scraped text: what no author wrote. Finding only; what is uncertain is marked so and stays in drafts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kb import quick_regex
from kb.intake import holes, leftovers, page_marks, page_titles, page_words, pinyin, site_names, sites
from kb.intake.lines import LETTER
from kb.intake.model import Heading, Junk, Rewrite
from kb.intake.spans import around, compiled
from kb.intake.split import Part
from kb.needed_words import needed_words
from kb.word_index import WordIndex

# Each kind with a sign of it that is quick to find, and how far before the sign it can begin.
KINDS = (
    ("source_note", sites.NOTE, "", 0, True),
    ("ad", sites.ADVERT, sites.CALLS, 42, True),
    (
        "url",
        sites.ADDRESS,
        r"[wW\uff57\uff37点h.．](?:(?<=[wW\uff57\uff37])[wW\uff57\uff37]{2}|(?<=点)com|(?<=h)ttps?[:：]"
        r"|(?<=[.．])[ ]?(?:com|cn|net|org|cc|top|info|xyz|edu|gov))",
        36,
        True,
    ),
    ("watermark", rf"(?:{sites.SITES})(?:[:：](?=[\u4e00-\u9fff]))?", f"{sites.STRONG}|范文|{sites.NAMES}", 8, True),
    ("watermark", sites.SLOGAN, sites.SLOGAN_SIGN, 24, True),
    ("page_number", sites.PAGE_NUMBER, sites.PAGE_SIGN, 6, True),
    ("navigation", sites.TURN, "NextPage|[上下]一页", 48, True),
    ("watermark", sites.STRAY, "", 0, False),
    ("watermark", page_words.LIBRARY, page_words.LIBRARY_SIGN, 16, True),
    ("truncated", page_words.PAYWALL, page_words.PAYWALL_SIGN, 60, True),
    ("seo_splice", page_words.SPLICE, page_words.SPLICE_SIGN, 60, True),
    ("source_note", page_words.CREDIT, page_words.CREDIT_SIGN, 20, True),
    ("ad", page_words.SERVICE, page_words.SERVICE_SIGN, 12, True),
    ("navigation", page_words.BUTTONS, page_words.BUTTONS_SIGN, 4, True),
    ("residue", page_words.GLOSS, "", 0, True),
    ("residue", page_words.STYLE, page_words.STYLE_SIGN, 40, True),
    ("navigation", page_words.SEE_ALSO, page_words.SEE_ALSO_SIGN, 32, True),
    ("navigation", page_marks.PATH, page_marks.PATH_SIGN, 0, True),
    ("watermark", page_marks.BOXED, "【", 0, True),
    ("ad", page_marks.PAID, "广告", 4, True),
    ("page_footer", page_marks.STAMP, page_marks.STAMP_SIGN, 1, True),
    ("residue", page_marks.FIELD, page_marks.FIELD_SIGN, 70, True),
    ("residue", page_marks.VARIABLE, page_marks.VARIABLE_SIGN, 1, True),
    ("page_footer", page_marks.OWNER, page_marks.OWNER_SIGN, 1, True),
    ("navigation", page_marks.PHONE, page_marks.PHONE_SIGN, 12, True),
    ("residue", page_words.HASHES, page_words.HASHES_SIGN, 8, True),
    ("noise", page_words.FILTERED, r"\^", 0, True),
    ("noise", page_words.STARRED, r"\*{4}", 0, False),
    ("noise", page_words.KEYS, r"[+_&^~#$@=|\\]", 60, True),
    ("noise", page_marks.GIBBERISH, page_marks.GIBBERISH_SIGN, 4, True),
    ("noise", page_marks.SIGNS, page_marks.SIGNS_SIGN, 1, True),
)
# A mark that is struck again and again is one; a row of points may be meant.
NOISE = (
    quick_regex.compiled(sites.STRUCK),
    re.compile(f"[{sites.SIGNS}]+"),
    re.compile("□{2,}"),
    re.compile(sites.ENTITY),
)
EMPTY = re.compile(sites.EMPTY)
DOUBLED, PAIRED = re.compile(sites.DOUBLED), re.compile(sites.PAIRED)
SPLICED = re.compile(sites.SPLICED)
LINE_END = re.compile(r"[ \t\u3000]+([^\s。，；：、！？,;:!?]{2,14})[ \t\u3000]*$", re.M)
KEYWORD = re.compile(
    r"(?:做好|写好|搞好)(?:(?<=[，,。；、\n]..)|(?<=^..))(?:工会|年度|年终|基层)*(?:工作)?(?:总结(?:报告|范文)?|计划(?:范文)?)[，,]",
    re.M,
)
UNITS = "(?:万|亿|千|百)?(?:元|余元|多元|平方米|公里|公斤|吨|亩|小时|%|\uff05|‰|个百分点|倍|分)|万|亿"
DECIMAL = quick_regex.compiled(
    rf"(?<![0-9\uff10-\uff19.、。第])(?<!第[0-9])([0-9]{{1,6}})[ ]?([、。])[ ]?([0-9]{{1,2}})(?=[ ]?(?:{UNITS}))"
)
LEAST = 5  # characters before what is put behind a line
BRAND = re.compile(r"(?<=[，。；！？、：\s,;])(?:[0-9]{1,5}|[\u4e00-\u9fff]{1,4})$")


@cache
def kinds() -> WordIndex[tuple[str, str, str, int, bool]]:
    """Return the kinds by the words without which a text has none of them; most texts have few."""
    return WordIndex((kind, needed_words(kind[2] or kind[1])) for kind in KINDS)


def find(text: str) -> list[Junk]:
    """Return the junk of a whole source text by place; none overlap."""
    found = [
        Junk(*m.span(), kind, sure)
        for kind, pattern, sign, reach, sure in kinds().of_text(text)
        for m in (around(text, pattern, compiled(sign), reach) if sign else compiled(pattern).finditer(text))
    ]
    found += [Junk(*m.span(), "noise") for pattern in NOISE for m in pattern.finditer(text)]
    if any(pair in text for pair in sites.SIGNS_OF_EMPTY):
        found += [Junk(*m.span(), "noise") for m in EMPTY.finditer(text)]
        found += [Junk(m.start() + 1, m.end(), "noise") for m in PAIRED.finditer(text)]
    found += [Junk(m.start() + 1, m.end(), "noise") for m in DOUBLED.finditer(text)]
    found = [replace(j, start=brand(text, j)) if j.kind == "watermark" and j.sure else j for j in found]
    sites_named = list(site_names.find(text))
    found = [
        replace(j, end=site_names.end_of_ad(text, j.start, j.end, sites_named)) if j.kind == "ad" else j for j in found
    ]
    found += [
        *(Junk(a, b, "watermark") for a, b in sites_named),
        *repeated(text),
        *spliced(text),
        *pinyin.spelled(text),
        *keywords(text),
        *holes.find(text),
        *page_titles.find(text),
        *bold(text),
    ]
    return apart(j for j in found if j.end > j.start)


def bold(text: str) -> Iterator[Junk]:
    """Yield the signs of Markdown on both sides of a phrase, not the masks of names."""
    if "**" not in text:
        return
    for m in compiled(page_words.BOLD).finditer(text):
        close = text.rindex("**", m.start(), m.end())
        yield from (Junk(place, place + 2, "residue") for place in (m.start(), close))


def brand(text: str, junk: Junk) -> int:
    """Return where a site's name begins that is spliced in after a mark: 星火 before 范文网 is a part of it."""
    match = BRAND.search(text, max(0, junk.start - 5), junk.start)
    return match.start() if match else junk.start


def apart(found: Iterable[Junk]) -> list[Junk]:
    """Return spans that do not overlap: the earlier one wins, of two at one place the longer one."""
    kept: list[Junk] = []
    for junk in sorted(found, key=lambda j: (j.start, -j.end)):
        if not kept or junk.start >= kept[-1].end:
            kept.append(junk)
    return kept


def repeated(text: str) -> Iterator[Junk]:
    """Yield words that stand behind a blank at the end of more than one line: a site's name put there."""
    ends = [m for m in LINE_END.finditer(text) if is_sentence(text[text.rfind("\n", 0, m.start()) + 1 : m.start()])]
    times = Counter(m[1] for m in ends)
    for m in ends:
        if times[m[1]] > 1 and not m[1][-1].isdigit() and len(LETTER.findall(m[1])) == len(m[1]):
            yield Junk(m.start(1), m.end(1), "watermark")


def is_sentence(line: str) -> bool:
    """Whether a line is neither a heading's mark nor a row of a table."""
    return len(line.strip()) >= LEAST and "\t" not in line


def spliced(text: str) -> Iterator[Junk]:
    """Yield names like 优文网 that stand between a mark and the next clause more than once."""
    places = list(SPLICED.finditer(text))
    times = Counter(m[1] for m in places)
    yield from (Junk(*m.span(1), "watermark") for m in places if times[m[1]] > 1)


def keywords(text: str) -> Iterator[Junk]:
    """Yield a page's search words that were put into a sentence as a clause of their own; never sure."""
    for m in KEYWORD.finditer(text):
        yield Junk(*m.span(), "seo_splice", False)


def blanked(text: str, junk: Sequence[Junk]) -> str:
    """Return a text of the same length with its sure junk made blank, so that offsets stay what they are."""
    parts: list[str] = []
    last = 0
    for found in junk:
        if found.sure:
            parts += [text[last : found.start], re.sub(r"[^\n]", " ", text[found.start : found.end])]
            last = found.end
    return "".join([*parts, text[last:]])


def decimals(text: str, start: int, end: int) -> list[Rewrite]:
    """Return figures whose decimal point became 、 or 。 (3、5万元) with the figure as it was."""
    found = []
    for m in DECIMAL.finditer(text, start, end):
        line = text.rfind("\n", 0, m.start()) + 1
        first = m[2] == "、" and not text[line : m.start()].strip()  # 1、5万元… may be the first item of a list
        sure = not first and not (m[2] == "、" and int(m[3]) - int(m[1]) == 1 and len(m[3]) == 1)  # 2、3万元
        found.append(Rewrite(m.start(), m.group(), f"{m[1]}.{m[3]}", sure))
    return found


def within(text: str, part: Part, junk: Sequence[Junk], headings: Sequence[Heading]) -> list[Junk]:
    """Return the junk of one document: what was found in its place, lines of the page in it, what a cut left over."""
    found = [j for j in junk if part.start <= j.start and j.end <= part.end]
    found += behind(text, part.end, junk, "truncated")  # where it was cut
    page = [Junk(start, end, "navigation") for start, end in part.page]
    found += [j for j in page if not any(f.start <= j.start and j.end <= f.end for f in found)]
    ends = [j.start for j in found if j.kind == "truncated" and not text[j.end : part.end].strip()]
    return apart([*found, *leftovers.find(text, part.start, min([part.end, *ends]), headings)])


def credited(text: str, part: Part, junk: Sequence[Junk]) -> Part:
    """Return a document with the note right behind it that says who wrote it: persons are named there."""
    return replace(part, end=max((j.end for j in behind(text, part.end, junk, "source_note")), default=part.end))


def behind(text: str, end: int, junk: Sequence[Junk], kind: str) -> Iterator[Junk]:
    """Yield the junk of one kind right behind a document, in one line or several."""
    for found in junk[bisect_left(junk, end, key=lambda j: j.start) :]:
        if found.kind != kind or text[end : found.start].strip():
            return
        yield found
        end = found.end
