"""The Markdown that samples use: blocks with their lines, and the plain text of a line. Pure functions."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.model import Block

HEADING = re.compile(r"#{1,6}")
# As Python-Markdown's attr_list reads it at a heading's end: a blank, then {: … }.
ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]++\{:?[ \t]*+(?P<inside>[^{}\n]*)\}[ \t]*$")
GLUED_ATTRIBUTES = re.compile(r"(?<=[^\s{])\{:[^{}\n]*\}[ \t]*$")
ATTRIBUTE = re.compile(
    r"""(?P<id>#[^\s"'#.=]+)|(?P<key>[\w-]+)=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"']+))|(?P<rest>\S+)"""
)
ITEM = re.compile(r"(?P<mark>[-*+]|\d+\.)[ \t]+(?P<text>.*)")
FENCE = re.compile(r"`{3,}+(?!.*`)|~{3,}")
COMMENT = re.compile(r"<!--.*?-->", re.S)
RULE = re.compile(r"[|:\- \t]+$")

MARK = re.compile(r"[`*_\\\[\ue000\ue002]")  # what has none of these is its own plain text
KEPT = re.compile("\ue000([0-9]{1,6})\ue001")
CODE_SPAN = re.compile(r"(?<![\\`])(`++)((?:[^`\n]++|(?!\1(?!`))`++)*+)\1(?!`)")
MARKS = (
    (re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)"), r"\1"),
    (re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])(.{1,300}?)(?<=[^\s\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.{1,300}?)(?<=[^\s\\])\1(?!\w)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])"), r"\1"),
)


def without_comments(text: str) -> str:
    """Return `text` with HTML comments blanked out, so that offsets and line numbers stay what they were."""
    end = text.rfind("-->") + 3  # what is opened after it is never closed, and searching for its end takes long
    return COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text[:end]) + text[end:]


def attributes(inside: str) -> dict[str, str]:
    """Return what stands between {: and }: `id` for #…, the keys, and anything else under its own text."""
    found: dict[str, str] = {}
    for m in ATTRIBUTE.finditer(inside):
        if m["id"]:
            found["id"] = m["id"][1:]
        elif m["key"]:
            found[m["key"]] = next(v for v in (m["a"], m["b"], m["c"]) if v is not None)
        else:
            found[m["rest"]] = ""
    return found


def parse_blocks(text: str, line: int) -> list[Block]:
    """Return the blocks of a Markdown body whose first line is number `line` of its file."""
    blocks: list[Block] = []
    open_fence = ""
    for number, written in enumerate(without_comments(text).split("\n"), line):
        stripped = written.strip()
        fence = FENCE.match(stripped)
        if open_fence or fence:
            blocks.append(Block("code", written, number))
            if fence:
                open_fence = "" if open_fence and stripped.startswith(open_fence) else open_fence or fence.group()
        else:
            blocks.append(line_block(written, number))
    return [b for b in join_lines(blocks) if b.kind != "blank"]


def line_block(written: str, number: int) -> Block:
    """Return the block that one line begins (or goes on with, see join_lines)."""
    stripped = written.strip()
    if not stripped:
        return Block("blank", "", number)
    if stripped.startswith("#") and not written.startswith("    "):
        return heading(stripped, number)
    if item := ITEM.match(stripped):
        return Block("item", item["text"], number, mark=item["mark"])
    return Block("row" if stripped.startswith("|") else "paragraph", stripped, number)


def heading(stripped: str, number: int) -> Block:
    """Return a heading with its attribute list taken apart; `level` is 1 for `##`, 0 for `#`."""
    match = HEADING.match(stripped)
    marks = match.group() if match else "#"
    text = stripped[len(marks) :].rstrip(" \t").rstrip("#").strip(" \t")
    found = ATTRIBUTES.search(text)
    inside = found["inside"] if found else ""
    words = text[: found.start()] if found else text
    glued = stripped[len(marks) : len(marks) + 1] not in ("", " ", "\t")
    return Block("heading", words.strip(), number, len(marks) - 1, marks, glued, attributes(inside))


def join_lines(blocks: list[Block]) -> list[Block]:
    """Join the lines of a paragraph or list item that was broken by hand."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before and block.kind == "paragraph" and before.kind in ("paragraph", "item"):
            joined[-1] = replace(before, text=f"{before.text}\n{block.text}")
        else:
            joined.append(block)
    return joined


def plain(markdown: str) -> str:
    """Return a line of Markdown as a reader sees it: marks dropped, code and escaped characters kept."""
    if not MARK.search(markdown):
        return markdown
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\ue000{len(kept) - 1}\ue001"

    text = CODE_SPAN.sub(lambda m: keep(m[2].strip()), markdown)
    for pattern, replacement in MARKS:
        text = pattern.sub(replacement, text)
    return KEPT.sub(lambda m: kept[int(m[1])] if int(m[1]) < len(kept) else m[0], text)


def cells(row: str) -> list[str]:
    """Return the cells of a table row, none for the rule under the head."""
    return [] if RULE.fullmatch(row) else [c.strip() for c in row.strip().strip("|").split("|")]
