"""KB2xx: headings and the sections under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kb.document import anchors_of
from kb.markdown_text import GLUED_ATTRIBUTES
from kb.model import Block, Problem, Sample
from kb.numbering import count
from kb.spec import Spec
from kb.wording import nearest

ONES = "[一二三四五六七八九]"
CHINESE = rf"(?:{ONES}?十{ONES}?|{ONES})"  # 1-99 as an enumerator writes them: 五一 and 七一 are days
ENUMERATOR = re.compile(
    rf"{CHINESE}[、．.：:]|[（(](?:{CHINESE}|\d{{1,3}})[)）]|\d{{1,2}}[、．.)）](?!\d)|[①-⑳]"
    rf"|第{CHINESE}[，、：:章节条]|{CHINESE}是"
)
KNOWN_ATTRIBUTES = ("theme", "for", "id")
DEEPEST = 4


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield what is wrong with the headings one by one, then with their order and what is under them."""
    found = [b for b in sample.blocks if b.kind == "heading"]
    for block in found:
        yield from (Problem(shown, block.line, code, text) for code, text in one(block, sample, spec))
    yield from (Problem(shown, line, code, text) for line, code, text in together(found, sample))


def one(block: Block, sample: Sample, spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (code, what was found) for a heading by itself."""
    if mark := ENUMERATOR.match(block.text):
        yield "KB204", f"标题“{block.text[:20]}”开头有序号“{mark.group()}”"
    if block.text.endswith("。"):
        yield "KB211", f"标题“{block.text[:20]}”末尾有句号"
    if GLUED_ATTRIBUTES.search(block.text):
        yield "KB203", f"“{block.text[-30:]}”里 {{: 前面没有空格"
    elif block.level == 1:
        yield from theme(block, sample, spec)
    for name in block.attributes.keys() - set(KNOWN_ATTRIBUTES):
        yield "KB206", f"标题“{block.text[:20]}”的 {{: }} 里有“{name[:20]}”"
    if block.text and block.glued:
        yield "KB210", f"“{block.mark}{block.text[:20]}”的 # 号后面没有空格"


def theme(block: Block, sample: Sample, spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the attributes of a level-1 heading."""
    key = block.attributes.get("theme", "")
    if not key:
        yield "KB201", f"标题“{block.text[:20]}”没有标主题"
    elif key not in spec.themes:
        yield "KB202", f"标题“{block.text[:20]}”的主题是“{key[:40]}”{nearest(key, spec.themes)}"
    if sample.is_snippet and not block.attributes.get("for"):
        yield "KB208", f"片段“{block.text[:20]}”没有写 for"


def together(found: list[Block], sample: Sample) -> Iterator[tuple[int, str, str]]:
    """Yield (line, code, what was found) for the headings as a sequence."""
    before = 0
    for block in found:
        if not 1 <= block.level <= DEEPEST:
            yield block.line, "KB205", f"标题“{block.text[:20]}”用了 {block.mark}"
        elif block.level > before + 1:
            yield block.line, "KB205", f"标题“{block.text[:20]}”用了 {block.mark}，上一级应是 {'#' * block.level}"
        before = max(block.level, 0)
    anchors = anchors_of(found, list(count(b.level for b in found)))
    times = Counter(anchors)
    for block, anchor in zip(found, anchors, strict=True):
        if times[anchor] > 1 and "id" in block.attributes:
            yield block.line, "KB207", f"锚点“{anchor}”用了{times[anchor]}次"
    yield from empty(found, sample)


def empty(found: list[Block], sample: Sample) -> Iterator[tuple[int, str, str]]:
    """Yield headings with nothing under them, and a sample without any."""
    lost = not sample.readable and not sample.blocks  # already reported as that
    if not lost and not any(b.level == 1 for b in found):
        yield sample.lines[""], "KB209", "没有一级标题（##）"
    for place, block in enumerate(sample.blocks):
        following = sample.blocks[place + 1] if place + 1 < len(sample.blocks) else None
        ends = following is None or (following.kind == "heading" and following.level <= block.level)
        if block.kind == "heading" and (ends or not block.text):
            yield block.line, "KB209", f"标题“{block.text[:20]}”{'下面没有正文' if block.text else '没有文字'}"
