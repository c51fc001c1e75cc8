"""The blanks of a Word skeleton: content controls, found and filled in the file as its reader left it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
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
class Control:
    """A content control: the id and the label of its blank, and the element itself."""

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
        self.marks = marks

    @property
    def sample(self) -> str:
        """The name of the sample that it is a skeleton of, empty when nothing says so."""
        return self.document.core_properties.identifier or ""

    def open(self) -> Iterator[Control]:
        """Yield the blanks that are still open, in order."""
        for element in list(self.document.element.body.iter(qn("w:sdt"))):
            text = "".join(t.text or "" for t in element.iter(qn("w:t")))
            before, after = self.marks
            # LibreOffice keeps neither title nor tag; the text says what was meant.
            printed = text[len(before) : -len(after)] if text.startswith(before) and text.endswith(after) else ""
            label, slot = (value(element, name) for name in ("w:alias", "w:tag"))
            shown = element.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
            if (label or printed) and (shown or printed == label):
                yield Control(slot or label or printed, label or printed, element)

    def fill(self, values: Mapping[str, str]) -> bytes:
        """Return the file with the blanks that have a value filled; a filled one is text like any other."""
        for control in self.open():
            if control.slot in values:
                write(control.element, values[control.slot])
        stream = io.BytesIO()
        self.document.save(stream)
        with zipfile.ZipFile(stream) as package:
            return zipped({name: package.read(name) for name in package.namelist()})


def value(control: BaseOxmlElement, name: str) -> str:
    """Return what a property of a control says, empty when it has none."""
    found = control.find(f"{qn('w:sdtPr')}/{qn(name)}")
    return "" if found is None else found.get(qn("w:val")) or ""


def write(control: BaseOxmlElement, text: str) -> None:
    """Put text in the place of a control, in the look of the text around it."""
    content = control.find(qn("w:sdtContent"))
    parent = control.getparent()
    if content is None or parent is None:
        return
    runs = list(content.iter(qn("w:r")))
    for run in runs[1:]:
        run.getparent().remove(run)
    for run in runs[:1]:
        put_text(run, text)
    place = parent.index(control)
    for child in list(content):
        parent.insert(place, child)
        place += 1
    parent.remove(control)


def put_text(run: BaseOxmlElement, text: str) -> None:
    """Make a run hold this text without the marks of an open blank."""
    for child in list(run):
        if child.tag != qn("w:rPr"):
            run.remove(child)
    for mark in [child for child in run.iter() if child.tag in MARKS]:
        mark.getparent().remove(mark)
    written = OxmlElement("w:t")
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    written.text = clean_text(text)
    run.append(written)
