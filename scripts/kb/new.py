"""`kb new`: a sample file to start from, built on the unit type's recommended outline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kb.model import Genre, Item, Theme, Unit
from kb.spec import Spec

FIGURES = 3


def file_name(genre: Genre, folder: Path) -> str:
    """Return a name that is free in `folder`: new-plan.md, then new-plan-2.md."""
    stem = f"new-{genre.key.replace('_', '-')}"
    number = 1
    while (folder / (name := f"{stem}{'' if number == 1 else f'-{number}'}.md")).exists():
        number += 1
    return name


def template(unit: Unit, genre: Genre, spec: Spec, today: str) -> str:
    """Return the text of a new sample of `unit` and `genre`, written on `today` (2026-11-20).

    It passes `kb check` but for the prompts （写：…） that say what belongs where.
    """
    blocks = ["\n".join(front_matter(unit, genre, today)), opening(today)]
    used: set[str] = set()
    for key in outline(unit, genre):
        blocks += section(spec.themes[key], unit, genre, spec, used)
    return "\n\n".join(blocks) + "\n"


def front_matter(unit: Unit, genre: Genre, today: str) -> Iterator[str]:
    """Yield the lines of the front matter."""
    yield "---"
    yield f"title: {unit.name}工会{genre.name}（这一篇与别篇的不同）"
    yield f'heading: "{genre.heading}"'
    yield f"unit: {unit.key}"
    yield f"genre: {genre.key}"
    yield f"span: {genre.spans[0]}"
    yield "for: 什么样的单位用得上"
    yield "source: original"
    yield f"written: {today}"
    yield "aliases: []"
    yield "---"


def opening(today: str) -> str:
    """Return the opening paragraph."""
    return (
        f"{{{{year={today[:4]}}}}}年，{{{{unit_name}}}}在{{{{party_body}}}}和{{{{upper_union}}}}领导下，"
        "（写：指导思想一句、总评一句、一两个总数）。"
    )


def outline(unit: Unit, genre: Genre) -> list[str]:
    """Return the themes of a new file: the outline in spec/units.yml, else the usual order of the unit type."""
    if genre.key in unit.outlines:
        return list(unit.outlines[genre.key])
    usual = list(unit.theme_order)
    if genre.key == "plan":
        return ["plan_goal", *usual, "plan_guarantee"]
    return [*usual, "problems", "plan_tasks"]


def section(theme: Theme, unit: Unit, genre: Genre, spec: Spec, used: set[str]) -> Iterator[str]:
    """Yield a heading and a paragraph that says what to write and holds some of the theme's usual figures."""
    heading = theme.local_names.get(unit.key, theme.name)
    yield f"## {heading} {{: theme={theme.key} }}"
    period = "plan" if genre.key == "plan" else ""
    figures = [sentence(item, unit, period) for item in usual_items(theme, unit, spec, used)]
    yield f"（写：{theme.description}）" + ("，".join(figures) + "。" if figures else "")


def usual_items(theme: Theme, unit: Unit, spec: Spec, used: set[str]) -> list[Item]:
    """Return the first items of a theme that such a body reports, in no relation to others; adds them to `used`."""
    found = [
        item
        for item in spec.items.values()
        if theme.key in (item.theme, *item.also)
        and unit.key in item.unit_types
        and item.key not in used
        and item.kind == "count"
        and not item.relations
    ][:FIGURES]
    used.update(item.key for item in found)
    return found


def sentence(item: Item, unit: Unit, period: str) -> str:
    """Return 新建基层工会{{new_unions=12}}家 with an example inside the usual range."""
    low, high = item.ranges[unit.key]
    example = f"{round((max(low, 1) * max(high, 1)) ** 0.5)}"
    return f"{item.label}{{{{{item.key}{'@plan' if period else ''}={example}}}}}{item.unit}"
