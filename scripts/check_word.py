"""`make check-word`: every Word skeleton of the site as pages (paper, lines, characters) and as a valid file."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from kb.spec import Spec, load
from word_pages.measure import Pages, Wanted, measure
from word_pages.office import NoOffice, convert

ROOT = Path(__file__).resolve().parent.parent
POINTS_PER_MM = 72 / 25.4
SLACK = 1
SAME_PAPER = 1  # point


def main(arguments: Sequence[str]) -> int:
    """Check the skeletons of a site (site/ when none is named); returns the exit code."""
    site = Path(arguments[0]) if arguments else ROOT / "site"
    files = sorted(site.glob("skeletons/*/*.docx"))
    if not files:
        print(f"{site} 里没有 Word 骨架；请先运行 make site", file=sys.stderr)
        return 2
    spec, _ = load(ROOT / "spec")
    with tempfile.TemporaryDirectory() as folder:
        try:
            misses = report(files, wanted(spec), Path(folder))
        except NoOffice as fault:
            print(fault, file=sys.stderr)
            return 2
    print("\n".join(misses) or "全部合格")
    return 1 if misses else 0


def wanted(spec: Spec) -> Wanted:
    """Return what spec/layout.yml wants, in points."""
    layout = spec.layout
    margins = {side: number * POINTS_PER_MM for side, number in layout["margins_mm"].items()}  # type: ignore[attr-defined]
    return Wanted(
        paper=tuple(layout["paper"][side] * POINTS_PER_MM for side in ("width_mm", "height_mm")),  # type: ignore
        pitch=layout["line_pitch_pt"],  # type: ignore[arg-type]
        size=layout["styles"]["body"]["size_pt"],  # type: ignore[index]
        lines=layout["lines_per_page"],  # type: ignore[arg-type]
        chars=layout["chars_per_line"],  # type: ignore[arg-type]
        **margins,
    )


def report(files: Sequence[Path], layout: Wanted, folder: Path) -> list[str]:
    """Convert, measure and print a table; returns what missed."""
    misses = list(invalid(files))
    print(f"，{len(misses)}处不合 ECMA-376")
    for kind in ("pdf", "docx"):
        for done in convert(files, kind, folder):
            print(f"\r转成 {kind}：{done}/{len(files)}", end="", flush=True)
        print()
    measured = [measure(folder / f"{at}.pdf", layout, kept_of(file)) for at, file in enumerate(files)]
    for file, pages in zip(files, measured, strict=True):
        print(row(file, pages))
        misses += [f"{file.name}：{miss}" for miss in off(pages, layout)]
    for number, file in enumerate(files):
        misses += [f"{file.name}：{who}另存以后文字变了" for who in changed(file, folder / f"{number}.docx")]
    print(summary(measured))
    return misses


def row(file: Path, pages: Pages) -> str:
    """Return a file's line of the table."""
    name = f"{file.parent.name}/{file.stem}"
    return f"{name:<54} {len(pages.paper)}页  整页{span(pages.lines)}行  整行{span(pages.chars)}字"


def span(numbers: Sequence[int]) -> str:
    """Return the least and the greatest of some numbers."""
    return f"{min(numbers)}—{max(numbers)}" if numbers else "无"


def summary(measured: Sequence[Pages]) -> str:
    """Return how often each number of lines and characters occurs, and the fonts that were used."""
    lines = Counter(n for pages in measured for n in pages.lines)
    early = Counter(n for pages in measured for n in pages.early)
    chars = Counter(n for pages in measured for n in pages.chars)
    blanks = Counter(n for pages in measured for n in pages.blanks)
    fonts = sorted({name for pages in measured for name in pages.fonts})
    return "\n".join(
        [
            f"整页的行数：{counted(lines, '行', '页')}",
            f"因标题、落款要和下文同页而提前换页的：{counted(early, '行', '页')}",
            f"整行的字数：{counted(chars, '字', '行')}（带空格的行另计：{counted(blanks, '字', '行')}）",
            f"这台电脑上用的字体：{'、'.join(fonts)}（没有仿宋、小标宋的，是代用的，只看位置）",
        ]
    )


def counted(numbers: Counter[int], of: str, what: str) -> str:
    """Return a count of numbers in words."""
    return "，".join(f"{number}{of}的{times}{what}" for number, times in sorted(numbers.items()))


def off(pages: Pages, layout: Wanted) -> Iterator[str]:
    """Yield what is not as the layout wants it."""
    for number, size in enumerate(pages.paper, 1):
        if any(abs(is_ - should) > SAME_PAPER for is_, should in zip(size, layout.paper, strict=True)):
            yield f"第{number}页不是 A4：{size[0]:.0f}×{size[1]:.0f}磅"
    for number, lines in enumerate(pages.lines, 1):
        if abs(lines - layout.lines) > SLACK:
            yield f"第{number}页{lines}行，应为{layout.lines}±{SLACK}行"
    for chars in sorted({n for n in pages.chars if abs(n - layout.chars) > SLACK}):
        yield f"有一行{chars}字的，应为{layout.chars}±{SLACK}字"


def invalid(files: Sequence[Path]) -> Iterator[str]:
    """Yield what the schema does not allow, saying how far it has come."""
    for done, file in enumerate(files, 1):
        print(f"\r格式检查：{done}/{len(files)}", end="", flush=True)
        yield from (f"{file.name}：{fault.description}" for fault in OpenXmlValidator().validate(file).errors)


def changed(file: Path, resaved: Path) -> Iterator[str]:
    """Yield who lost or changed text when the file was saved again."""
    before = text_of(file)
    copy = resaved.with_name("again.docx")
    Document(str(file)).save(str(copy))
    if text_of(copy) != before:
        yield "python-docx "
    if text_of(resaved) != before:
        yield "LibreOffice "


def kept_of(file: Path) -> list[str]:
    """Return the texts of the paragraphs that keep together with what follows: headings and the signature."""
    kept = [p for p in Document(str(file)).paragraphs if p.style and p.style.name.startswith(("Heading", "Signature"))]
    return ["".join(t.text or "" for t in p._p.iter(qn("w:t"))) for p in kept]


def text_of(file: Path) -> list[str]:
    """Return the text of every paragraph, those of tables and the blanks too; empty ones do not count."""
    body = Document(str(file)).element.body
    found = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return [text for text in found if text]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
