"""The page of a sample as Markdown: what it is and for whom, then the document on a sheet.

Needs of the generator: attr_list and pymdownx.blocks.html. What is plain text but for its blanks is handed over as
finished HTML (kb.site.finished); headings, tables and marked text are left to Markdown. The page is complete without
script; views, filling in and copying are added by scripts/web.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from kb import word
from kb.document import (
    characters,
    example_texts,
    examples,
    has_signature,
    join_runs,
    render,
    sections,
    slot_ids,
    to_fill,
)
from kb.model import Block, Sample, Section
from kb.publish import outline, skeleton
from kb.site.finished import Hand, as_it_is, is_plain
from kb.site.slot_html import SlotWriter, literal
from kb.spec import Spec
from kb.word import skeletons
from kb.yaml_file import dump


def page(sample: Sample, spec: Spec, hand: Hand = as_it_is) -> str:
    """Return the page of a sample or snippet file."""
    values = examples(sample, spec)
    writer = SlotWriter(spec, sample.get("unit"), values, frozenset(slot_ids(sample, spec)), hand)
    # Themes put these into HTML as they are.
    about = {"title": html.escape(sample.get("title")), "description": html.escape(sample.get("for"))}
    front = dump({**about, "hide": ["navigation"]})
    blocks = [*head(sample, writer, spec), *sheet(sample, writer, spec)]
    return f"---\n{front}---\n\n" + "\n\n".join(blocks) + "\n"


def head(sample: Sample, writer: SlotWriter, spec: Spec) -> Iterator[str]:
    """Yield what stands above the sheet and is not printed."""
    unit, genre = spec.units[sample.get("unit")].name, spec.genres[sample.get("genre")].name
    depth = sample.path.count("/")
    up = "../" * depth
    yield f"[首页]({up}index.md) › [{unit}]({'../' * (depth - 1)}index.md) › {genre}\n{{: .kb-crumbs }}"
    yield f"# {literal(sample.get('title'))} {{: .kb-name }}"
    if sample.get("for"):
        yield writer.paragraph(f"适合：{literal(sample.get('for'))}", "kb-for")
    size = characters(example_texts(sample, spec, sample.blocks))
    facts = f"{unit} · {genre} · {size:,}字 · {len(to_fill(sample, spec))}个空格"
    yield writer.paragraph(literal(facts), "kb-meta")
    if not sample.is_snippet:
        yield writer.paragraph(downloads(sample, up), "kb-downloads")


def downloads(sample: Sample, up: str) -> str:
    """Return the links to the finished files; as HTML, because no page of the generator stands behind them."""
    in_word = [("下载骨架（Word）", skeletons.path(sample))] if word.available() else []
    links = (*in_word, ("下载骨架（Markdown）", skeleton.path(sample)), ("下载提纲", outline.path(sample)))
    return " ".join(f'<a href="{up}{p}" download>{t}</a>' for t, p in links)


def sheet(sample: Sample, writer: SlotWriter, spec: Spec) -> Iterator[str]:
    """Yield the document: printed title, text, signature, in an article element."""
    name = sample.path.removesuffix(".md")
    yield f"/// html | article.kb-sheet[data-sample='{name}']"
    if not sample.is_snippet:
        yield words(sample.get("heading"), writer, "kb-title")
    found = {s.heading.line: s for s in sections(sample, spec)}
    yield from join_runs(sample.blocks, lambda block: markdown(block, found, writer))
    if has_signature(sample):
        yield from (writer.paragraph(writer.html(key), "kb-signature") for key in spec.signature)
    yield "///"


def words(text: str, writer: SlotWriter, of_class: str = "") -> str:
    """Return a paragraph: finished when Markdown has nothing to do in it."""
    inside = render(text, writer.html)
    if is_plain(render(text, lambda _: "字")):  # a blank is a word
        return writer.paragraph(inside, of_class)
    return f"{inside}\n{{: .{of_class} }}" if of_class else inside


def markdown(block: Block, found: Mapping[int, Section], writer: SlotWriter) -> str:
    """Return one block as Markdown: blanks as spans, headings with number, anchor and theme."""
    if block.kind == "code":
        return block.text
    if block.kind == "paragraph":
        return words(block.text, writer)
    text = render(block.text, writer.html)
    if block.kind == "item":
        return f"{block.mark} {text}"
    if block.kind != "heading":
        return text
    section = found[block.line]
    number = f'<span class="kb-num">{literal(section.number)}</span>' if section.number else ""
    theme = f" data-theme={section.theme}" if block.level == 1 else ""
    return f"{block.mark} {number}{text} {{: #{section.anchor}{theme} }}"
