"""`kb fill`: a skeleton and a table of values become a text; what is still blank stays visible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.fill.faults import FillError
from kb.fill.skeleton_file import Blank, Skeleton, read_skeleton
from kb.fill.value_file import Value, read_values
from kb.fill.word_file import is_word, read_word_skeleton, write_word
from kb.model import Severity
from kb.paths import Project
from kb.rules import figures
from kb.slots import MAX_VALUE, valid_value
from kb.spec import Spec, load
from kb.wording import nearest

__all__ = ["FillError", "Filled", "run"]

WORD_STAYS_WORD = "骨架是 .docx，填好的也是 .docx；请用 -o 写明文件名，如 -o 总结.docx"
HOW_TO_FIND = "；可用的名称见骨架开头的 slots"
HOW_TO_FIND_IN_WORD = "；可用的名称是骨架里还空着的【】中的字"


@dataclass(frozen=True)
class Filled:
    """A filled text, the labels that are still blank, and the sentences about figures that contradict each other.

    `word` is the text as a .docx when that was asked for, and `text` is empty then. `used` values went into it;
    `others` were saved by the page for other samples.
    """

    text: str
    open_labels: list[str]
    used: int
    others: int
    contradictions: list[str]
    hints: list[str]
    word: bytes = b""

    def account(self, output: Path | None) -> str:
        """Return what was done, for the user."""
        where = f"写好了 {output}：" if output else ""
        lines = [f"{where}填了{self.used}项，还有{len(self.open_labels)}个空格没填"]
        lines += [f"  另有{self.others}项是网页上别的范文的，没有用"] if self.others else []
        lines += [f"  还空着：{label}" for label in self.open_labels]
        lines += [f"数字对不上：{text}" for text in self.contradictions]
        lines += [f"请核对：{text}" for text in self.hints]
        return "\n".join(lines)


def run(skeleton: Path, data: Path, project: Project, output: Path | None = None) -> Filled:
    """Fill one skeleton from one data file. Raises FillError when either can't be used; writes nothing.

    `project` gives the marks of blanks and the relations that the values are held against; the name of `output` says
    whether a .docx is wanted.
    """
    spec, _ = load(project.spec)
    from_word, to_word = is_word(skeleton), is_word(output)
    if from_word and not to_word:
        raise FillError([WORD_STAYS_WORD])
    source = read_word_skeleton(skeleton, project, spec) if from_word else read_skeleton(skeleton)
    given = read_values(data, spec.blank)
    own = [v for v in given if not v.saved or find(v, source)]
    matched = match_values(own, source, data)
    values = with_derived(matched, source.blanks)
    filled, still_open = fill(source.text, source.blanks, values, spec)
    if from_word:
        still_open = [b.label for b in source.blanks if b.id not in values]
    elif still_open:
        filled = source.front_with({b.id for b in source.blanks if b.label in still_open}) + filled
    found = list(figures.broken([*figures.relations(spec, values), *source.relations], values, spec))
    return Filled(
        "" if to_word else filled,
        still_open,
        len(matched),
        len(given) - len(own),
        [text for relation, text in found if relation.severity is Severity.ERROR],
        [text for relation, text in found if relation.severity is Severity.CHECK],
        write_word(skeleton, source, values, spec) if to_word else b"",
    )


def find(value: Value, source: Skeleton) -> Blank | None:
    """Return the blank that a value is for, named by key or label; the page names free-text ones sample#label."""
    sample, mark, name = value.name.rpartition("#")
    if mark and source.sample not in ("", sample):
        return None
    by_label = next((b for b in source.blanks if b.label == name), None)
    return next((b for b in source.blanks if b.id == name), by_label)


def match_values(values: Iterable[Value], source: Skeleton, path: Path) -> dict[str, str]:
    """Return values by blank id. Raises FillError with all that can't be used."""
    known = [name for b in source.blanks for name in (b.id, b.label)]
    matched: dict[str, str] = {}
    wrong: list[str] = []
    for value in values:
        target = find(value, source)
        if target is None:
            hint = nearest(value.name, known, HOW_TO_FIND if source.text else HOW_TO_FIND_IN_WORD)
            wrong.append(f"{path}:{value.line} 骨架里没有空格“{value.name}”{hint}")
        elif fault := unusable(value, target, matched):
            wrong.append(f"{path}:{value.line} {fault}")
        elif value.text:
            matched[target.id] = value.text
    if wrong:
        raise FillError(wrong)
    return matched


def unusable(value: Value, target: Blank, matched: Mapping[str, str]) -> str:
    """Say why a value can't be put into its blank, empty when it can."""
    if target.formula:
        return f"“{value.name}”由 {target.formula[0]} 算出，不用填；删去这一行"
    if target.id in matched and matched[target.id] != value.text:
        return f"“{value.name}”给了两个值：“{matched[target.id]}”和“{value.text}”；只留一个"
    shown = " ".join(value.text.split())
    if value.text and not valid_value(value.text):
        return f"“{value.name}”的值应为{MAX_VALUE}字以内的一行文字，不含 {{ }} =，写的是“{shown[:30]}”"
    return ""


def with_derived(matched: Mapping[str, str], blanks: list[Blank]) -> dict[str, str]:
    """Return the values and what follows from them by the blanks' formulas."""
    found = dict(matched)
    for b in blanks:
        if b.formula and (base := matched.get(b.formula[0], "")).isdecimal():
            found[b.id] = str(int(base) + b.formula[1])
    return found


def fill(text: str, blanks: list[Blank], values: Mapping[str, str], spec: Spec) -> tuple[str, list[str]]:
    """Return the text with its blanks filled in one pass, and the labels that are still blank, in order."""
    by_label = {b.label: b.id for b in blanks}
    marks = re.escape(spec.blank["before"]), re.escape(spec.blank["after"])
    open_labels: list[str] = []

    def put(match: re.Match[str]) -> str:
        slot_id = by_label.get(match[1])
        if slot_id is None:
            return match[0]
        if slot_id not in values:
            open_labels.append(match[1])
            return match[0]
        return markdown_safe(values[slot_id])

    filled = re.sub(f"{marks[0]}([^{marks[0]}{marks[1]}\n]+){marks[1]}", put, text)
    return filled, list(dict.fromkeys(open_labels))


def markdown_safe(value: str) -> str:
    """Return a value with the characters escaped that Markdown would take as marks."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", value)
