"""The blanks of a Word skeleton: content controls, found and filled in the file as its reader left it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kb.word.body import clean_text
from kb.word.writer import zipped

MARKS = (qn("w:rStyle"), qn("w:highlight"))


@dataclass(frozen=True)
class Blank:
    """An open blank in a file: its id, its label, and the content control or the marked run that holds it."""

    slot: str
    label: str
    element: BaseOxmlElement


class WordFile:
    """A .docx with blanks. Raises ValueError when it is no whole .docx."""

    def __init__(self, path: Path, marks: tuple[str, str]) -> None:
        try:
            self.document = Document(str(path))
        except Exception as fault:  # whatever a damaged archive makes the library stumble over
            raise ValueError("not a whole .docx") from fault
        before, after = map(re.escape, marks)
        self.printed = re.compile(f"{before}([^{before}{after}]+){after}")
        body = self.document.element.body
        for control in [c for c in body.iter(qn("w:sdt")) if not (name_of(c) or self.printed.fullmatch(text_of(c)))]:
            unwrap(control)  # neighbours, which LibreOffice puts into one
        for run in [r for r in body.iter(qn("w:r")) if is_marked(r)]:
            self.split(run)

    @property
    def sample(self) -> str:
        """The name of the sample that it is a skeleton of, empty when nothing says so."""
        return self.document.core_properties.identifier or ""

    def open(self) -> Iterator[Blank]:
        """Yield the open blanks in order: controls that still show their label, and marked text outside of controls.

        Such text is what the desk writes, and what LibreOffice leaves of a control (it keeps neither title nor tag).
        """
        inside = {run for control in self.document.element.body.iter(qn("w:sdt")) for run in control.iter(qn("w:r"))}
        for element in list(self.document.element.body.iter(qn("w:sdt"), qn("w:r"))):
            printed = self.printed.fullmatch(text_of(element))
            if element.tag == qn("w:sdt"):
                label = value(element, "w:alias") or (printed[1] if printed else "")
                shown = element.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
                if label and (shown or (printed and printed[1] == label)):
                    yield Blank(value(element, "w:tag") or label, label, element)
            elif printed and element not in inside and is_marked(element):
                yield Blank(printed[1], printed[1], element)

    def split(self, run: BaseOxmlElement) -> None:
        """Divide a run that holds several blanks, so that each has one of its own."""
        found = list(self.printed.finditer(text_of(run)))
        if len(found) > 1 and "".join(match[0] for match in found) == text_of(run):
            for match in found:
                copy = deepcopy(run)
                put_text(copy, match[0])
                run.addprevious(copy)
            run.getparent().remove(run)

    def fill(self, values: Mapping[str, str]) -> bytes:
        """Return the file with the blanks that have a value filled; a filled one is text like any other."""
        for blank in self.open():
            if blank.slot in values:
                write(blank.element, values[blank.slot])
        stream = io.BytesIO()
        self.document.save(stream)
        with zipfile.ZipFile(stream) as package:
            return zipped({name: package.read(name) for name in package.namelist()})


def text_of(element: BaseOxmlElement) -> str:
    """Return all text in an element."""
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def name_of(control: BaseOxmlElement) -> str:
    """Return the id of a control's blank, else its label, empty when it lost both."""
    return value(control, "w:tag") or value(control, "w:alias")


def is_marked(run: BaseOxmlElement) -> bool:
    """Whether a run is highlighted, as open blanks are."""
    return run.find(f"{qn('w:rPr')}/{qn('w:highlight')}") is not None


def value(control: BaseOxmlElement, name: str) -> str:
    """Return what a property of a control says, empty when it has none."""
    found = control.find(f"{qn('w:sdtPr')}/{qn(name)}")
    return "" if found is None else found.get(qn("w:val")) or ""


def write(blank: BaseOxmlElement, text: str) -> None:
    """Put text in the place of a blank, in the look of the text around it."""
    runs = [blank] if blank.tag == qn("w:r") else list(blank.iter(qn("w:r")))
    for run in runs[1:]:
        run.getparent().remove(run)
    for run in runs[:1]:
        put_text(run, text)
        for mark in [child for child in run.iter() if child.tag in MARKS]:
            mark.getparent().remove(mark)
    if blank.tag == qn("w:sdt"):
        unwrap(blank)


def unwrap(control: BaseOxmlElement) -> None:
    """Put what a control holds in its place."""
    content = control.find(qn("w:sdtContent"))
    for child in list(content) if content is not None else []:
        control.addprevious(child)
    control.getparent().remove(control)


def put_text(run: BaseOxmlElement, text: str) -> None:
    """Make a run hold this text."""
    for child in list(run):
        if child.tag != qn("w:rPr"):
            run.remove(child)
    written = OxmlElement("w:t")
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    written.text = clean_text(text)
    run.append(written)
