"""Skeletons and filled texts as Word files; without python-docx a sentence says what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kb import word
from kb.fill.faults import FillError
from kb.fill.skeleton_file import Blank, Skeleton
from kb.model import Relation
from kb.paths import Project
from kb.sample_file import parse_sample, read_text
from kb.slots import PERIODS
from kb.spec import Spec
from kb.word.blocks import Reader, filled
from kb.yaml_file import Node

OTHERS = (".doc", ".wps", ".rtf", ".odt", ".pdf")  # what people may hope for
MISSING = "读写 .docx 要用 python-docx，还没有装；请先运行 make setup，或用 .md 的骨架、写成 .md"


def is_word(path: Path | None) -> bool:
    """Whether a file's name says that it is a Word file. Raises FillError when that can't be dealt with here."""
    ending = path.suffix.lower() if path else ""
    if ending in OTHERS:
        raise FillError([f"{path}：{ending} 读不了也写不了；请用 .docx（在 Word、WPS 里另存）或 .md"])
    if ending != ".docx":
        return False
    if not word.available():
        raise FillError([f"{path}：{MISSING}"])
    return True


def read_word_skeleton(path: Path, project: Project, spec: Spec) -> Skeleton:
    """Return the open blanks of a Word skeleton; it has no text of its own here. Raises FillError."""
    from kb.word.controls import WordFile

    try:
        file = WordFile(path, (spec.blank["before"], spec.blank["after"]))
    except ValueError:
        raise FillError([f"{path}：不是完好的 .docx，读不了；请重新下载骨架"]) from None
    # A file saved by LibreOffice has the labels alone.
    labels = {slot_of(c.label, spec) if c.slot == c.label else c.slot: c.label for c in file.open()}
    if not labels:
        raise FillError([f"{path}：里面没有空格可填；请用网站上“下载骨架（Word）”得到的 .docx"])
    blanks = [Blank(slot, label, formula(slot, labels, spec)) for slot, label in labels.items()]
    return Skeleton(file.sample, blanks, list(own_relations(file.sample, project)), "", Node("mapping", 1))


def slot_of(label: str, spec: Spec) -> str:
    """Return the id of the blank with this label."""
    for period in PERIODS:
        if label.startswith(spec.blank[period]):
            return f"{slot_of(label.removeprefix(spec.blank[period]), spec)}@{period}"
    return spec.by_label[label].key if label in spec.by_label else label


def formula(slot: str, labels: Mapping[str, str], spec: Spec) -> tuple[str, int] | None:
    """Return how a blank follows from another one that is open, too; else it is filled by hand."""
    item = spec.items.get(slot)
    return item.formula if item and item.formula and item.formula[0] in labels else None


def own_relations(sample: str, project: Project) -> Iterator[Relation]:
    """Yield the relations of the sample that a file is the skeleton of, where the library still has it."""
    place = project.docs / f"{sample}.md"
    if sample and ".." not in sample and place.is_file():
        text, _ = read_text(place, sample)
        yield from parse_sample(text, sample)[0].relations


def write_word(path: Path, source: Skeleton, values: Mapping[str, str], spec: Spec) -> bytes:
    """Return the filled skeleton at `path` as a .docx; a Word skeleton keeps the look that its reader gave it."""
    from kb.word.controls import WordFile
    from kb.word.writer import Writer

    if is_word(path):
        by_label = {blank.label: values[blank.id] for blank in source.blanks if blank.id in values}
        return WordFile(path, (spec.blank["before"], spec.blank["after"])).fill({**by_label, **values})
    ids = {blank.label: blank.id for blank in source.blanks}
    return Writer(spec.layout).write(filled(Reader(ids, spec).blocks(source.text), values), source.sample)
