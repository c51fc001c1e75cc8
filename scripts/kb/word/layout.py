"""spec/layout.yml as Word measures it: twips (twentieths of a point), half points, hundredths of a character."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

TWIPS_PER_MM = 1440 / 25.4
WIDE = ("W", "F", "A")


def twips(points: float) -> int:
    """Return a length in points as twips."""
    return round(points * 20)


def mm(length: float) -> int:
    """Return a length in millimetres as twips."""
    return round(length * TWIPS_PER_MM)


def width(text: str) -> float:
    """Return how many characters wide a text is: Latin letters and digits are half as wide as Chinese ones."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in WIDE else 0.5 for sign in text)


@dataclass(frozen=True)
class Look:
    """How the paragraphs of one style look. `left` are characters left free on the left of every line."""

    font: str
    latin: str
    size_pt: float
    align: str
    pitch: int
    spacing: int = 0
    indent: int = 0
    left: int = 0
    before: int = 0
    after: int = 0


@dataclass(frozen=True)
class Layout:
    """The layout of a printed document, from `Spec.layout`."""

    data: Mapping[str, object]

    def part(self, name: str) -> Mapping[str, object]:
        """Return a mapping of the layout."""
        return cast(Mapping[str, object], self.data[name])

    def number(self, name: str, part: str = "") -> float:
        """Return a number of the layout or of one of its mappings."""
        return float(cast(float, (self.part(part) if part else self.data)[name]))

    @cached_property
    def pitch(self) -> int:
        """The height of a line."""
        return twips(self.number("line_pitch_pt"))

    @cached_property
    def paper(self) -> tuple[int, int]:
        """Width and height."""
        return mm(self.number("width_mm", "paper")), mm(self.number("height_mm", "paper"))

    @cached_property
    def margins(self) -> dict[str, int]:
        """The margins by side."""
        return {side: mm(self.number(side, "margins_mm")) for side in ("top", "right", "bottom", "left")}

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.paper[0] - self.margins["left"] - self.margins["right"]

    def spacing(self, size_pt: float) -> int:
        """Return what is added to each character of this size so that a line holds its number; 0 for other sizes."""
        if size_pt != cast(float, cast(Mapping[str, object], self.part("styles")["body"])["size_pt"]):
            return 0
        return math.floor(self.text_width / self.number("chars_per_line") - twips(size_pt))

    def look(self, style: str) -> Look:
        """Return the look of a style of spec/layout.yml."""
        found = cast(Mapping[str, object], self.part("styles")[style])
        signature, title = style == "signature", style == "title"
        return Look(
            font=cast(list[str], found["fonts"])[0],
            latin=str(self.data["latin_font"]),
            size_pt=float(cast(float, found["size_pt"])),
            align="center" if signature else str(found["align"]),
            pitch=self.pitch,
            spacing=self.spacing(float(cast(float, found["size_pt"]))),
            indent=int(self.number("indent_chars")) if found["indent"] else 0,
            left=int(self.number("left_chars", "signature_block")) if signature else 0,
            after=round(self.number("gap_lines", "title_block") * self.pitch) if title else 0,
        )

    def cell(self, head: bool) -> Look:
        """Return the look of a table's text."""
        table = self.part("table")
        return Look(
            font=cast(list[str], table["head_fonts" if head else "fonts"])[0],
            latin=str(self.data["latin_font"]),
            size_pt=self.number("size_pt", "table"),
            align="center" if head else "left",
            pitch=twips(self.number("line_pitch_pt", "table")),
        )

    def page_number(self) -> Look:
        """Return the look of the page number; its line is as high as such a font's line usually is."""
        font = cast(list[str], self.part("page_number")["fonts"])[0]
        size = self.number("size_pt", "page_number")
        return Look(font, font, size, "right", twips(size * 1.3))

    def fonts(self) -> dict[str, str]:
        """Return every Chinese font that a style names first, with the one that comes next in its list."""
        styles = cast(Mapping[str, Mapping[str, list[str]]], self.data["styles"])
        table, number = self.part("table"), self.part("page_number")
        lists = [style["fonts"] for style in styles.values()]
        lists += [cast(list[str], part) for part in (table["fonts"], table["head_fonts"], number["fonts"])]
        return {names[0]: names[1] for names in lists if len(names) > 1}

    @property
    def footer(self) -> int:
        """From the paper's lower edge to the page number's line; its middle is `below_mm` under the text."""
        return self.margins["bottom"] - mm(self.number("below_mm", "page_number")) - self.page_number().pitch // 2

    def room(self, longest: float) -> int:
        """Return the characters left of a signature whose longest line is so wide; one is spare."""
        left = self.number("left_chars", "signature_block")
        return int(max(0, min(left, self.number("chars_per_line") - 1 - math.ceil(longest))))
