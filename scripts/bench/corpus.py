"""Samples as plain pages: what each engine is given, and what the truth is counted on."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.document import examples, opening, printed, sections, texts
from kb.model import Block, Sample
from kb.site.slot_html import literal
from kb.spec import Spec


@dataclass(frozen=True)
class Part:
    """A level-1 section with all under it, or the opening (no anchor); `texts` are its blocks, heading first."""

    anchor: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A sample's page: its path in the site without the extension, its parts, the opening first."""

    name: str
    title: str
    parts: tuple[Part, ...]

    def key(self, part: Part) -> str:
        """Return the address of a part as search results give it."""
        return f"{self.name}.html" + (f"#{part.anchor}" if part.anchor else "")


@dataclass(frozen=True)
class Corpus:
    """What all engines are given: `pages` say of `samples` what each engine's own format says."""

    name: str
    samples: Sequence[Sample]
    pages: Sequence[Page]
    spec: Spec


def pages(samples: Sequence[Sample], spec: Spec) -> list[Page]:
    """Return the pages of samples and snippet files, with example values in place of the blanks."""
    return [page(sample, spec) for sample in samples]


def page(sample: Sample, spec: Spec) -> Page:
    """Return one sample's page: the opening has the title, the printed title and what precedes the first heading."""
    values = examples(sample, spec)

    def plain(blocks: Sequence[Block]) -> Iterator[str]:
        return texts(blocks, lambda i: values.get(i, ""))

    title, heading = sample.get("title"), printed(sample.get("heading"), lambda i: values.get(i, ""))
    first = Part("", tuple(t for t in (title, heading, *plain(opening(sample))) if t))
    top = [s for s in sections(sample, spec) if s.level == 1]
    return Page(sample.path.removesuffix(".md"), title, (first, *(Part(s.anchor, tuple(plain(s.blocks))) for s in top)))


def as_html(page: Page) -> str:
    """Return a page as Pagefind wants it: one element with the text, headings with their ids."""
    blocks = []
    for part in page.parts:
        head, *rest = (html.escape(text) for text in part.texts)
        blocks.append(f'<h2 id="{part.anchor}">{head}</h2>' if part.anchor else f"<h1>{head}</h1>")
        blocks += [f"<p>{text}</p>" for text in rest]
    body = "\n".join(blocks)
    return (
        f'<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>{html.escape(page.title)}</title>'
        f"</head>\n<body><main data-pagefind-body>\n{body}\n</main></body></html>\n"
    )


def as_markdown(page: Page) -> str:
    """Return a page as MkDocs wants it; nothing in its text is read as a mark."""
    blocks = []
    for part in page.parts:
        head, *rest = (literal(text).replace("\n", " ") for text in part.texts)
        blocks.append(f"## {head} {{: #{part.anchor} }}" if part.anchor else f"# {head}")
        blocks += rest
    return "\n\n".join(blocks) + "\n"
