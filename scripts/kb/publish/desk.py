"""What the desk starts from, as scripts that a page from a disk can load too: spec, lists by unit type, whole samples.

The shapes are those of scripts/web/desk/types.ts. Every file is loaded when it is needed, and none grows with the
number of samples: of a large unit type only the first of each genre are listed, the others are sent from their pages.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from kb.document import characters, example_texts, has_signature, opening, printed, sections
from kb.markdown_text import cells
from kb.model import Block, Item, Relation, Sample, Section
from kb.slots import is_ascii_key
from kb.spec import Spec

FOLDER = "assets/desk"
MOST_OF_A_GENRE = 12
Data = dict[str, object]


def files(samples: Sequence[Sample], spec: Spec) -> Iterator[tuple[str, str]]:
    """Yield (path in the site, content) of every script for the desk."""
    yield script("spec", of_spec(spec))
    for unit in spec.units:
        yield script(f"units/{unit}", [listed(s, spec) for s in first(samples, unit)])
    yield from (script(name(s), whole(s, spec)) for s in samples)


def first(samples: Sequence[Sample], unit: str) -> Iterator[Sample]:
    """Yield a unit type's snippet files, of which there is one for a theme, and the first documents of each genre."""
    number: Counter[str] = Counter()
    for sample in (s for s in samples if s.get("unit") == unit):
        number[sample.get("genre")] += 1
        if sample.is_snippet or number[sample.get("genre")] <= MOST_OF_A_GENRE:
            yield sample


def script(path: str, data: object) -> tuple[str, str]:
    """Return path and content of a file that hands `data` over to the page's script."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/{path}.js", f'kb.put("desk/{path}",{body})\n'


def name(sample: Sample) -> str:
    """Return by what a sample's pages and blanks name it: township/tea."""
    return sample.path.removesuffix(".md")


def of_spec(spec: Spec) -> Data:
    """Return what the desk needs of spec/."""
    return {
        "items": {i.key: item(i) for i in spec.items.values()},
        "units": [{"key": u.key, "name": u.name, "outlines": u.outlines} for u in spec.units.values()],
        "genres": [
            {"key": g.key, "name": g.name, "spans": g.spans, "heading": g.heading, "opening": g.opening}
            for g in spec.genres.values()
            if g.key != "snippet"
        ],
        "themes": [{"key": t.key, "name": t.name, "structural": t.structural} for t in spec.themes.values()],
        "signature": spec.signature,
    }


def item(found: Item) -> Data:
    """Return a data item without what is empty."""
    source, add = found.formula or ("", 0)
    return {
        "label": found.label,
        "kind": found.kind,
        "unit": found.unit,
        "theme": found.theme,
        "ranges": found.ranges,
        "relations": [relation(r, "") for r in found.relations],
        "from": source,
        "add": add,
        "examples": found.examples,
        "note": found.note,
        "aliases": found.aliases,
    }


def relation(found: Relation, owner: str) -> Data:
    """Return a relation over the ids under which the desk keeps values."""
    data: Data = {
        "kind": found.kind,
        "item": blank(found.item, owner),
        "of": [blank(i, owner) for i in found.of],
        "severity": found.severity,
    }
    optional = {"percent": found.percent, "low": found.low, "high": found.high, "text": found.text}
    if found.scale != 1:
        data["scale"] = found.scale
    # A low end of 0 counts; it would equal False.
    return data | {k: v for k, v in optional.items() if v is not None and v is not False and v != ""}


def blank(slot_id: str, owner: str) -> str:
    """Return the id under which a value is kept: a free-text blank belongs to its sample alone."""
    return slot_id if is_ascii_key(slot_id.partition("@")[0]) else f"{owner}#{slot_id}"


def listed(sample: Sample, spec: Spec) -> Data:
    """Return a sample as the lists of the desk show it."""
    found = [s for s in sections(sample, spec) if s.level == 1]
    return {
        "path": name(sample),
        **{key: sample.get(key) for key in ("title", "for", "genre", "span")},
        "sections": [
            {
                "anchor": s.anchor,
                "theme": s.theme,
                "heading": "".join(example_texts(sample, spec, [s.heading])),
                "for": s.heading.attributes.get("for", ""),
                "characters": characters(example_texts(sample, spec, s.blocks)),
            }
            for s in found
        ],
    }


def whole(sample: Sample, spec: Spec) -> Data:
    """Return a sample with its text; blanks are {{ids}}."""
    owner = name(sample)
    return {
        "path": owner,
        **{key: sample.get(key) for key in ("title", "unit", "genre", "span")},
        "signed": has_signature(sample),
        "heading": text(sample.get("heading"), owner),
        "opening": lines(opening(sample), owner),
        "sections": [section(s, owner) for s in sections(sample, spec) if s.level == 1],
        "examples": {blank(i, owner): v for i, v in sample.examples.items()},
        "relations": [relation(r, owner) for r in sample.relations],
    }


def section(found: Section, owner: str) -> Data:
    """Return a level-1 section; its heading is not among its lines."""
    return {
        "anchor": found.anchor,
        "theme": found.theme,
        "heading": text(found.heading.text, owner),
        "lines": lines(found.blocks[1:], owner),
    }


def lines(blocks: Sequence[Block], owner: str) -> list[Data]:
    """Return blocks as lines of the desk; code stands as a paragraph, the rule under a table's head is none."""
    found = []
    for block in blocks:
        if block.kind == "row":
            row = [text(cell, owner) for cell in cells(block.text)]
            if row:
                found.append(line("row", "\t".join(row)))
        elif block.kind == "heading":
            found.append(line("heading", text(block.text, owner), level=block.level))
        elif block.kind == "item":
            found.append(line("item", text(block.text, owner), mark=block.mark))
        else:
            found.append(line("body", block.text if block.kind == "code" else text(block.text, owner)))
    return found


def line(kind: str, words: str, level: int = 0, mark: str = "") -> Data:
    """Return one line; a paragraph that was broken by hand is one line."""
    return {"kind": kind, "level": level, "mark": mark, "text": words.replace("\n", "")}


def text(markdown: str, owner: str) -> str:
    """Return Markdown as plain text with its blanks as {{ids}}."""
    return printed(markdown, lambda slot_id: "{{" + blank(slot_id, owner) + "}}")
