"""What the reference pages share: a table that the page's script filters, confidence, sources, the date of the data.

Tables are HTML and complete without script. Of an entry that is `unsure` nothing but the name is shown, folded away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from kb.spec.tree import entries, text
from kb.yaml_file import Node

CONFIDENCE = {"sourced": "已核", "known": "通行"}
MEANING = "“已核”有官方出处；“通行”是公认的说法，没有单列出处；“待核”没有核到，只列名称，不作依据。"
# The place of the controls, which the page's script fills: the table is not to move when they come.
BAR = '<div class="kb-reference-bar"></div>'
UNSURE = "下面这些的写法、时间或文号没有核到，这里只列名称，不作依据；要用，先找到原文："


@dataclass(frozen=True)
class Row:
    """One line of a table: its cells as HTML, and what the script filters by."""

    cells: Sequence[str]
    data: Mapping[str, str] = field(default_factory=dict)


def is_unsure(node: Node) -> bool:
    """Whether an entry may not be shown as fact."""
    return text(node, "confidence") == "unsure"


def as_of(tree: Node) -> str:
    """Return the line with the date of the data; the page's script adds a notice once it is old."""
    date = text(tree, "as_of")
    return f'<p class="kb-as-of" data-as-of="{escape(date)}">数据截至{day(date)}。{MEANING}</p>'


def day(date: str) -> str:
    """Return a date as it is written in Chinese: 2026-11-20, 2026-11 or 2026."""
    parts = [str(int(part)) for part in date.split("-") if part.isdecimal()]
    return "".join(part + unit for part, unit in zip(parts, "年月日", strict=False))


def table(name: str, heads: Sequence[str], groups: Iterable[tuple[str, Iterable[Row]]]) -> str:
    """Return a table; each group of rows is a body of its own under its title. On a phone rows become cards."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    bodies = "".join(body(title, list(rows), heads) for title, rows in groups)
    return f'<table class="kb-reference" data-table="{name}"><thead><tr>{head}</tr></thead>{bodies}</table>'


def body(title: str, rows: Sequence[Row], heads: Sequence[str]) -> str:
    """Return one group of a table; nothing when it is empty."""
    if not rows:
        return ""
    head = f'<tr class="kb-group"><th scope="rowgroup" colspan="{len(heads)}">{title}</th></tr>' if title else ""
    return f"<tbody>{head}{''.join(line(row, heads) for row in rows)}</tbody>"


def line(row: Row, heads: Sequence[str]) -> str:
    """Return a row; each cell knows the name of its column, which a card shows in front of it."""
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in row.data.items() if value)
    named = zip(heads, row.cells, strict=True)
    cells = "".join(f'<td data-name="{escape(head)}">{cell}</td>' if cell else "<td></td>" for head, cell in named)
    return f"<tr{data}>{cells}</tr>"


def main(name: str, *lines: str) -> str:
    """Return a row's first cell: the name, and small lines under it."""
    return f"<b>{escape(name)}</b>" + "".join(small(one) for one in lines if one)


def small(words: str) -> str:
    """Return a small line of a cell."""
    return f"<small>{escape(words)}</small>"


def paragraphs(*lines: str) -> str:
    """Return the lines of a cell that are not empty."""
    return "<br>".join(escape(one) for one in lines if one)


def confidence(node: Node) -> str:
    """Return how sure an entry is, and the sources that it rests on."""
    sources = [f"{text(n, 'issuer')}：{text(n, 'title')}（{day(text(n, 'date'))}）" for n in entries(node, "source")]
    return f"<b>{CONFIDENCE[text(node, 'confidence')]}</b>" + "".join(small(one) for one in sources)


def unsure(nodes: Iterable[Node], key: str) -> str:
    """Return the folded list of the names that nobody has found a source for; nothing when there are none."""
    names = [f"<li>{escape(text(node, key))}</li>" for node in nodes if is_unsure(node)]
    folded = f"<summary>待核（{len(names)}条）</summary><p>{UNSURE}</p><ul>{''.join(names)}</ul>"
    return f'<details class="kb-unsure">{folded}</details>' if names else ""


def assets(page: str, *scripts: str) -> str:
    """Return the tags for the style and the scripts that only such pages load.

    They stand before what they are about: a page that is long shows itself while it loads.
    """
    up = "../" * page.count("/")
    tags = [f'<link rel="stylesheet" href="{up}assets/check.css">']
    return (
        "<div>" + "".join([*tags, *(f'<script src="{up}assets/{one}" defer></script>' for one in scripts)]) + "</div>"
    )


def join(blocks: Iterable[str]) -> str:
    """Return blocks of HTML as Markdown takes them: an empty line between, none inside."""
    return "\n\n".join(block for block in blocks if block)


def grouped(nodes: Iterable[Node], key: str, titles: Mapping[str, str]) -> Iterator[tuple[str, list[Node]]]:
    """Yield the sure entries under the titles of their kinds, in the order of the titles."""
    sure = [node for node in nodes if not is_unsure(node)]
    for kind, title in titles.items():
        yield escape(title), [node for node in sure if text(node, key) == kind]
