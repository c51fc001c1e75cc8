"""The steps of intake in order, and the files they leave: drafts, report.json, report.html."""

from __future__ import annotations

import dataclasses
import datetime
import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import quote

from kb.checkup.read import Unreadable
from kb.intake import classify, clean, draft, duplicates, figures, outline, private, read, review, rewrites, stale
from kb.intake.model import Heading, Junk, Piece, Rewrite, Source
from kb.intake.split import Part, split
from kb.intake.worked import Worked, worked
from kb.spec import Spec

REFUSED: dict[type, str] = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "是文件夹；请给里面的文件",
    PermissionError: "没有读它的权限",
}
FINDS = ("headings", "private", "junk", "rewrites", "figures", "stale")
THEME_BODY = 400  # letters of a section that its theme is told from


@dataclass
class Taken:
    """What came of one file: its pieces and their drafts by id, or why there are none."""

    path: str
    name: str
    source: Source | None = None
    pieces: list[Piece] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    fault: str = ""
    hint: str = ""


def take(path: str, name: str, spec: Spec, today: str, simplify: bool = False) -> Taken:
    """Return what is in a file; `name` is what its drafts are called. Nothing is raised for a bad file."""
    try:
        source = read.read(path, simplify)
    except Unreadable as fault:
        return Taken(path, name, fault=str(fault))
    except OSError as fault:
        return Taken(path, name, fault=REFUSED.get(type(fault), f"读不了：{fault.strerror}"))
    held = worked(source.text)
    pieces = found(Source(source.name, held.text), name, spec, int(today[:4]))
    if not pieces:
        return Taken(path, name, source, fault="没有找到像总结或计划的文稿")
    drafts = {p.id: draft.draft(held.text, p, spec, today) for p in pieces if p.labels and p.labels.is_union}
    letters = {p.id: duplicates.letters(held.text, p) for p in pieces}
    return Taken(path, name, source, [held.back(p) for p in pieces], drafts, letters, hint=hint(held))


def hint(held: Worked) -> str:
    """Return what is said of a text in traditional characters."""
    if held.simplified:
        return "有繁体字，草稿已转成简体"
    return "像是繁体字；运行 make setup 装上 OpenCC，草稿就是简体" if read.is_traditional(held.text) else ""


def found(source: Source, name: str, spec: Spec, year: int) -> list[Piece]:
    """Return the pieces of a source with all that is found in each alone."""
    text = source.text
    junk = clean.find(text)
    plain = clean.blanked(text, junk)
    parts = [clean.credited(text, part, junk) for part in split(text, plain)]
    digits = max(2, len(str(len(parts))))
    return [
        piece(source, plain, part, junk, f"{name}-{number:0{digits}}", spec, year)
        for number, part in enumerate(parts, 1)
    ]


def piece(source: Source, plain: str, part: Part, junk: Sequence[Junk], name: str, spec: Spec, year: int) -> Piece:
    """Return a document of a source with all that is found in it."""
    text, start, end = source.text, part.start, part.end
    title = " ".join(text[part.title[0] : part.title[1]].split()) if part.title[1] else ""
    made = Piece(name, source.name, start, end, title, part.title[1])
    headings = [
        dataclasses.replace(h, text=text[h.start : h.end]) for h in outline.find(plain, max(start, part.title[1]), end)
    ]
    made.junk = clean.within(text, part, junk, headings)
    made.headings = headings
    made.rewrites = sorted(
        [*rewrites.find(text, start, end, spec), *clean.decimals(text, start, end)], key=lambda r: r.start
    )
    made.private = private.find(text, start, end, made.junk)
    made.labels = classify.labels(text, start, end, title, made.headings, spec)
    made.headings = themed(plain, made, spec)
    made.figures = figures.find(text, start, end, spec, made.labels.unit, made.labels.genre, year)
    made.stale = stale.find(text, start, end, spec, year)
    return made


def themed(plain: str, made: Piece, spec: Spec) -> list[Heading]:
    """Return the headings of a piece with the theme of each section, told from its words as they were."""
    found = []
    for place, heading in enumerate(made.headings):
        limit = next((h.mark_start for h in made.headings[place + 1 :] if h.level <= heading.level), made.end)
        body = put_right(plain, made.rewrites, heading.end, min(limit, heading.end + THEME_BODY))
        said = put_right(plain, made.rewrites, heading.start, heading.end)
        found.append(dataclasses.replace(heading, theme=classify.theme(said, body, spec)))
    return found


def put_right(plain: str, rewrites: Sequence[Rewrite], start: int, end: int) -> str:
    """Return `plain[start:end]` with the spun words in it put right."""
    parts = []
    for rewrite in rewrites[bisect_left(rewrites, start, key=lambda r: r.start) :]:
        if rewrite.start >= end:
            break
        if rewrite.sure and rewrite.start >= start:
            parts += [plain[start : rewrite.start], rewrite.right]
            start = rewrite.start + len(rewrite.wrong)
    return "".join([*parts, plain[start:end]])


def report(taken: Sequence[Taken]) -> str:
    """Return report.json, a line for each piece and each fault."""
    pieces = [as_json(p, t.source) for t in taken if t.source for p in t.pieces]
    faults = [{"source": t.path, "message": t.fault} for t in taken if t.fault]
    # By lines rather than with an indent, which Python's encoder in C does not know.
    named = (f'"{name}": [\n{lines(rows)}\n]' for name, rows in (("pieces", pieces), ("faults", faults)))
    return f"{{{', '.join(named)}}}\n"


def lines(rows: Iterable[object]) -> str:
    """Return what stands in a list of JSON, a row on each line."""
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def as_json(made: Piece, source: Source) -> dict[str, object]:
    """Return what the report says of a piece."""
    labels = made.labels
    about = {"id": made.id, "source": made.source, "start": made.start, "end": made.end, "title": made.title}
    told = vars(labels) if labels else {}
    copy = {"duplicate_of": made.duplicate_of, "duplicate_kind": made.duplicate_kind}
    finds = {name: [vars(found) for found in getattr(made, name)] for name in FINDS}
    return {**about, **told, **copy, **finds, "notes": outline.missing(made.headings, source.text)}


def write(folder: Path, taken: Sequence[Taken]) -> None:
    """Write drafts, extracted texts and both reports into an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in taken:
        for name, text in one.drafts.items():
            (folder / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")
        if one.source and one.pieces and not is_plain(one.path):
            (folder / f"{one.name}.txt").write_text(one.source.text, encoding="utf-8", newline="\n")
        if one.source and one.pieces:
            page = review.page(one.source, one.pieces, one.drafts)
            (folder / page_name(one, taken)).write_text(page, encoding="utf-8", newline="\n")
    if len(taken) > 1:
        (folder / "report.html").write_text(contents(taken), encoding="utf-8", newline="\n")
    (folder / "report.json").write_text(report(taken), encoding="utf-8", newline="\n")


def page_name(one: Taken, taken: Sequence[Taken]) -> str:
    """Return what the review page of a file is called."""
    return "report.html" if len(taken) == 1 else f"{one.name}.report.html"


def contents(taken: Sequence[Taken]) -> str:
    """Return report.html of several files: a list of their review pages, and of what could not be taken."""
    rows = []
    for one in taken:
        said = f"{len(one.pieces)}篇，草稿{len(one.drafts)}篇" if one.pieces else escape(one.fault)
        name = escape(one.path)
        link = f'<a href="{escape(quote(page_name(one, taken)))}">{name}</a>' if one.pieces else name
        rows.append(f"<li>{link}：{said}</li>")
    head = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>收稿报告</title>'
    return f"{head}<h1>收稿报告</h1><ul>{''.join(rows)}</ul></html>\n"


def is_plain(path: str) -> bool:
    """Whether a file's own text is what the offsets count."""
    return path.lower().endswith((".txt", ".md"))


def today() -> str:
    """Return the date as drafts carry it."""
    return datetime.date.today().isoformat()
