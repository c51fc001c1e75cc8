"""A .docx as two writers can be compared on it: what a reader sees, wherever in the file it is written down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Plain = dict[str, object]
OFF = ("0", "false", "off")
PARAGRAPH = ("keepNext", "widowControl", "snapToGrid", "outlineLvl", "jc")
SPACING = ("before", "after", "line", "lineRule")
INDENT = ("leftChars", "left", "rightChars", "right", "firstLineChars", "firstLine")
OLD_NAMES = {"start": "left", "startChars": "leftChars", "end": "right", "endChars": "rightChars"}


def normal(path: Path) -> Plain:
    """Return page setup, footers and the text of a document, every paragraph with its effective look."""
    document = Document(str(path))
    styles = Styles(document)
    section = document.sections[0]._sectPr
    return {
        "page": {name: attributes(section.find(qn(f"w:{name}"))) for name in ("pgSz", "pgMar", "docGrid")},
        "even_and_odd": document.settings.odd_and_even_pages_header_footer,
        "footers": {
            "odd": [paragraph(p._p, styles) for p in document.sections[0].footer.paragraphs],
            "even": [paragraph(p._p, styles) for p in document.sections[0].even_page_footer.paragraphs],
        },
        "body": [block(child, styles) for child in document.element.body if child.tag != qn("w:sectPr")],
    }


class Styles:
    """The styles of a document, each with what it is based on."""

    def __init__(self, document: DocumentObject) -> None:
        self.element = document.styles.element
        self.by_id = {s.get(qn("w:styleId")): s for s in self.element.iterchildren(qn("w:style"))}
        self.default = next(i for i, s in self.by_id.items() if s.get(qn("w:default")) and is_paragraph(s))

    def chain(self, style_id: str) -> list[BaseOxmlElement]:
        """Return a style after those that it is based on."""
        found: list[BaseOxmlElement] = []
        while style_id:
            style = self.by_id[style_id]
            found.insert(0, style)
            style_id = of(style.find(qn("w:basedOn")))
        return found

    def name(self, style_id: str) -> str:
        """Return a style's name; Word's own are written small in the file."""
        return of(self.by_id[style_id].find(qn("w:name"))).lower()

    def defaults(self, kind: str) -> list[BaseOxmlElement]:
        """Return the defaults of the document, for pPr or rPr."""
        return list(self.element.iterfind(f"{qn('w:docDefaults')}/{qn(f'w:{kind}Default')}/{qn(f'w:{kind}')}"))


def is_paragraph(style: BaseOxmlElement) -> bool:
    """Whether a style is one of paragraphs."""
    return style.get(qn("w:type")) == "paragraph"


def of(element: BaseOxmlElement | None) -> str:
    """Return an element's value, empty for none."""
    return "" if element is None else element.get(qn("w:val")) or ""


def attributes(element: BaseOxmlElement | None) -> dict[str, str]:
    """Return an element's attributes without their namespace, those that say nothing left out."""
    found = {} if element is None else {k.rpartition("}")[2]: v for k, v in element.attrib.items()}
    return {k: v for k, v in sorted(found.items()) if not (k in ("gutter", "orient") and v in ("0", "portrait"))}


def block(element: BaseOxmlElement, styles: Styles) -> Plain:
    """Return a paragraph or a table."""
    if element.tag != qn("w:tbl"):
        return paragraph(element, styles)
    rows = list(element.iterchildren(qn("w:tr")))
    lines = element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    return {
        "width": attributes(element.find(f"{qn('w:tblPr')}/{qn('w:tblW')}")),
        "borders": {} if lines is None else {line.tag.rpartition("}")[2]: of(line) for line in lines},
        "heads": [bool(list(row.iter(qn("w:tblHeader")))) for row in rows],
        "cells": [
            [[paragraph(p, styles) for p in cell.iterchildren(qn("w:p"))] for cell in row.iterchildren(qn("w:tc"))]
            for row in rows
        ],
    }


def paragraph(element: BaseOxmlElement, styles: Styles) -> Plain:
    """Return a paragraph: the name of its style, its effective look, its runs."""
    own = element.find(qn("w:pPr"))
    style_id = of(own.find(qn("w:pStyle"))) if own is not None else ""
    chain = styles.chain(style_id or styles.default)
    sheets = [*styles.defaults("pPr"), *(s.find(qn("w:pPr")) for s in chain), own]
    look = {"widowControl": "on", "snapToGrid": "on"}  # what holds where nothing is said
    for sheet in (s for s in sheets if s is not None):
        look |= paragraph_look(sheet)
    return {
        "style": styles.name(style_id or styles.default),
        "look": {k: v for k, v in sorted(look.items()) if v not in ("", *OFF)},
        "runs": joined(runs(element, chain, styles)),
    }


def paragraph_look(sheet: BaseOxmlElement) -> dict[str, str]:
    """Return what a pPr says about the look."""
    found = {name: switch(sheet.find(qn(f"w:{name}"))) for name in PARAGRAPH if sheet.find(qn(f"w:{name}")) is not None}
    for name, wanted in (("spacing", SPACING), ("ind", INDENT)):
        given = {OLD_NAMES.get(k, k): v for k, v in attributes(sheet.find(qn(f"w:{name}"))).items()}
        found |= {key: value for key, value in given.items() if key in wanted}
    return found


def switch(element: BaseOxmlElement | None) -> str:
    """Return a value, `on` for a switch that is on without saying so."""
    if element is None:
        return ""
    said = element.get(qn("w:val"))
    return "on" if said in (None, "1", "true", "on") else said


def runs(element: BaseOxmlElement, chain: list[BaseOxmlElement], styles: Styles) -> Iterator[Plain]:
    """Yield the runs of a paragraph, those in content controls too, each with its effective look."""
    for run in element.iter(qn("w:r")):
        own = run.find(qn("w:rPr"))
        named = of(own.find(qn("w:rStyle"))) if own is not None else ""
        sheets = [*styles.defaults("rPr"), *(s.find(qn("w:rPr")) for s in chain)]
        sheets += [s.find(qn("w:rPr")) for s in styles.chain(named)] if named else []
        look: dict[str, str] = {}
        for sheet in (s for s in [*sheets, own] if s is not None):
            look |= run_look(sheet)
        text = "".join(c.text or "" for c in run if c.tag in (qn("w:t"), qn("w:instrText")))
        if text:
            yield {"text": text, **{k: v for k, v in sorted(look.items()) if v not in ("", "none", *OFF)}}


def run_look(sheet: BaseOxmlElement) -> dict[str, str]:
    """Return what an rPr says about the look."""
    found = {name: switch(sheet.find(qn(f"w:{name}"))) for name in ("b", "highlight", "sz", "spacing")}
    fonts = attributes(sheet.find(qn("w:rFonts")))
    given = {f"font {slot}": fonts[slot] for slot in ("ascii", "hAnsi", "eastAsia", "cs", "hint") if slot in fonts}
    return {name: value for name, value in found.items() if value} | given


def joined(found: Iterator[Plain]) -> list[Plain]:
    """Return runs with neighbours of the same look as one: where a writer divides them is its own affair."""
    result: list[Plain] = []
    for run in found:
        if result and {**result[-1], "text": ""} == {**run, "text": ""}:
            result[-1] = {**run, "text": f"{result[-1]['text']}{run['text']}"}
        else:
            result.append(run)
    return result
