"""Lines that number the documents of a page: 第2篇：…, 【篇3】, 范文四, 工作计划一：, 三、学校工会工作计划（精选）."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.intake.kinds import DOCUMENT, FRAME, SPACE, STARTS
from kb.intake.marks import CHINESE, FORMAL, value

NUMBER = rf"(?:{CHINESE}|[{FORMAL}]|[0-9\uff10-\uff19]{{1,2}})"
REST = r"(?:[ \t\u3000:：、.．】·—-][^，。；]{0,40})?$"
BOXED = rf"{SPACE}[（(【]?(?P<number>{NUMBER})[)）】]?"
LABELS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[^。，；]{{0,30}}[ \t\u3000【（(])?(?P<shape>第){SPACE}(?P<number>{NUMBER}){SPACE}[篇份则例]"
        rf"(?:[ \t\u3000:：、.．,，】\])）—-][^，。；]{{0,40}})?$",
        rf".{{0,30}}?(?P<shape>[篇卷]){BOXED}{REST}",
        rf".{{0,30}}?(?P<shape>范文|例文|范例|模板|样本|样文|参考|版本){BOXED}{REST}",
        rf"(?P<shape>PART|Part|part|N[Oo]\.?|之|材料|文稿){SPACE}(?P<number>{NUMBER})"
        rf"(?:[ \t\u3000:：、.．·-]{{1,3}}[^，。；]{{0,40}})?$",
        rf"(?P<shape>[^。；;，,]{{0,40}}?(?:{DOCUMENT})[书稿]?){BOXED}{SPACE}[:：]?$",
    )
)
SURE_LABELS = 4  # of these: the others need a row
# Titles that are counted as headings are: 三、学校工会工作计划（精选）. A summary with a plan has two such headings.
COUNTED = re.compile(
    rf"(?:(?P<han>{CHINESE})、|(?P<digit>[0-9]{{1,2}})[、.．]|第(?P<part>{CHINESE})部分[ \t\u3000:：、]*)"
    r"[^。，；：:\n]{2,30}工会[^。，；：:\n]{0,16}(?:总结|计划|要点|汇报|小结)(?P<collected>[（(]?(?:范文|精选|模板|优秀)[^。，\n]{0,6})?$"
)
MANY_COUNTED = 3
# A label with the document behind it in the same line: after a colon, or with its first words (篇42026年: the fourth).
YEAR_CUT = r"(?!(?<=[12])[0-9xX×*_]{3}年)"
LABEL_HEAD = re.compile(
    rf"(?:[【\[]?第{NUMBER}篇"
    rf"|[^。，；：:]{{0,24}}?(?:篇|范文|例文|总结|计划){BOXED.replace('?P<number>', '?:')}{YEAR_CUT})"
    rf"[】\]]?(?:[:：]{SPACE}(?=\S{{20}})(?=[^\n]*[，。；,])|{SPACE}(?={STARTS.pattern}))"
)


@dataclass(frozen=True)
class Label:
    """What a line that numbers the documents of a file says."""

    shape: str
    number: int
    sure: bool


def label_of(line: str) -> Label | None:
    """Return what a label line says (第2篇：…, 篇二, 【篇3】, 范文四, 工作计划一：), None for any other line."""
    bare = line.strip(FRAME)
    if not 2 <= len(bare) <= 70 or bare[-1] in "。；！？，、" or ">" in line:
        return None
    for place, pattern in enumerate(LABELS):
        if match := pattern.match(bare):
            shape = f"{place}{re.sub('[0-9]', '', match['shape'])[-6:]}"
            return Label(shape, value(match["number"]), place < SURE_LABELS)
    return None


def counted_title(line: str) -> Label | None:
    """Return what a title says that is counted as a heading is; `sure` where it calls itself one of a collection."""
    match = COUNTED.match(line.strip(FRAME))
    if not match:
        return None
    kind = next(k for k in ("han", "digit", "part") if match[k])
    return Label(kind, value(match[kind]), match["collected"] is not None)
