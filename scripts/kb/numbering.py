"""Enumerators of headings (一、（一）1.（1）), made on output and never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return 1-99 in Chinese: 12 → 十二, 20 → 二十. Raises ValueError outside."""
    if not 0 < number < 100:
        raise ValueError(f"no Chinese enumerator for {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


def enumerator(level: int, number: int, styles: Iterable[Mapping[str, object]]) -> str:
    """Return the mark of heading `number` on `level`, in the style that spec/layout.yml gives for the level."""
    style = next(s for s in styles if s["level"] == level)
    digits = chinese(number) if style["digits"] == "chinese" and number < 100 else str(number)
    return f"{style['before']}{digits}{style['after']}"


def count(levels: Iterable[int]) -> Iterator[int]:
    """Yield each heading's number among its siblings; a higher heading starts the lower ones anew."""
    counters: dict[int, int] = {}
    for level in levels:
        counters = {k: v for k, v in counters.items() if k <= level}
        counters[level] = counters.get(level, 0) + 1
        yield counters[level]
