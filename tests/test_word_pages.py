"""The tools behind `make check-word`: LibreOffice in batches, pages measured. LibreOffice itself is not needed here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from word_pages import office

OFFICE = """#!/bin/sh
while [ $# -gt 0 ]; do case "$1" in --outdir) out="$2"; shift;; *.docx) files="$files $1";; esac; shift; done
for f in $files; do n=$(basename "$f" .docx); [ "$n" = "$KB_TEST_LEAVE_OUT" ] || cp "$f" "$out/$n.pdf"; done
echo "no display" >&2
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program in LibreOffice's place that copies what it is given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "soffice").write_text(OFFICE)
    (folder / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return tmp_path


def files(folder: Path, number: int) -> list[Path]:
    """Return so many files of one name in folders of their own."""
    made = [folder / str(n) / "same name.docx" for n in range(number)]
    for n, path in enumerate(made):
        path.parent.mkdir()
        path.write_text(f"text {n}")
    return made


def test_files_are_converted_in_batches_and_told_apart_by_number(fake: Path):
    done = list(office.convert(files(fake, 45), "pdf", fake / "out"))
    assert done == [20, 40, 45]
    assert [(fake / "out" / f"{n}.pdf").read_text() for n in range(45)] == [f"text {n}" for n in range(45)]


def test_file_that_does_not_come_out_is_named(fake: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KB_TEST_LEAVE_OUT", "1")
    with pytest.raises(office.NoOffice) as found:
        list(office.convert(files(fake, 3), "pdf", fake / "out"))
    assert str(found.value) == "LibreOffice 没有转出 1.docx：no display"


def test_without_libreoffice_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(office.NoOffice) as found:
        office.program()
    said = "没有 LibreOffice；请先安装：sudo apt-get install libreoffice-writer-nogui fonts-noto-cjk"
    assert str(found.value) == said


def test_measures_of_lines():
    from word_pages import measure

    wanted = measure.Wanted((595.3, 841.9), 104.9, 73.7, 99.2, 79.4, 28.95, 16, 22, 28)

    def line(text: str, y: float = 700, x: float = 79.4, step: float = 15.79) -> list[measure.Sign]:
        return [measure.Sign(sign, x + at * step, y, 16) for at, sign in enumerate(text)]

    assert measure.is_full(line("字" * 28), wanted)
    assert measure.is_full(line("字" * 27, step=16.39), wanted)
    assert not measure.is_full(line("字" * 27), wanted)  # the last line of a paragraph
    assert not measure.is_full(line("字" * 20), wanted)
    assert not measure.is_full(line("字" * 27 + "a"), wanted)
    assert not measure.is_full(line("字" * 26, x=79.4 + 2 * 15.79), wanted)
    assert measure.slots([line("题", 700), line("文", 700 - 2 * 28.95), line("末", 700 - 21 * 28.95)], wanted) == 22
    assert measure.has_blank(line("字【年度】字"))
    assert measure.begins_kept([line("一、抓建会")], ["一、抓建会， 扩大覆盖"])
    assert not measure.begins_kept([line("今年抓建会")], ["一、抓建会"])
