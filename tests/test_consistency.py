"""Files that repeat what another one says: the print style and spec/layout.yml; lock files that may name no address."""

from __future__ import annotations

import json
import re

import pytest

from conftest import ROOT
from published import real_spec

PRINT = (ROOT / "scripts/web/print.css").read_text(encoding="utf-8")
STYLES = {"title": "title", "heading1": "heading1", "heading2": "heading2", "body": "body"}
SIZE = ("heading1", "heading2", "heading3", "heading4", "body", "signature")


def properties() -> dict[str, str]:
    """Return the custom properties at the top of print.css."""
    (block,) = re.findall(r"^:root \{\n(.*?)^\}", PRINT, re.M | re.S)
    return dict(re.findall(r"(--[\w-]+): (.*);", block))


def page_rule() -> dict[str, str]:
    """Return the declarations of @page."""
    (block,) = re.findall(r"^@page \{\n(.*?)^\}", PRINT, re.M | re.S)
    return dict(re.findall(r"([\w-]+): (.*);", block))


def fonts(value: str) -> list[str]:
    """Return a font list without the quotes."""
    return [name.strip().strip('"') for name in value.split(",")]


def test_lengths_of_the_print_style_are_those_of_the_layout():
    layout = real_spec().layout
    found = {name: value for name, value in properties().items() if not name.endswith("-font")}
    assert {layout["styles"][name]["size_pt"] for name in SIZE} == {16}
    assert found == {
        "--kb-line-pitch": f"{layout['line_pitch_pt']}pt",
        "--kb-size": f"{layout['styles']['body']['size_pt']}pt",
        "--kb-title-size": f"{layout['styles']['title']['size_pt']}pt",
        "--kb-indent": f"{layout['indent_chars']}em",
    }


def test_paper_and_margins_of_the_print_style_are_those_of_the_layout():
    paper, margins = real_spec().layout["paper"], real_spec().layout["margins_mm"]
    assert page_rule() == {
        "size": f"{paper['width_mm']}mm {paper['height_mm']}mm",
        "margin": " ".join(f"{margins[side]}mm" for side in ("top", "right", "bottom", "left")),
    }


@pytest.mark.parametrize("name", STYLES)
def test_fonts_of_the_print_style_begin_with_those_of_the_layout(name: str):
    wanted = real_spec().layout["styles"][STYLES[name]]["fonts"]
    found = fonts(properties()[f"--kb-{name}-font"])
    assert found[: len(wanted) + 1] == ["KB Latin", *wanted]


def test_styles_without_a_font_of_their_own_have_that_of_the_text():
    styles = real_spec().layout["styles"]
    assert [styles[name]["fonts"] for name in ("heading3", "heading4", "signature")] == [styles["body"]["fonts"]] * 3


def test_latin_font_is_that_of_the_layout():
    sheet = (ROOT / "scripts/web/sheet.css").read_text(encoding="utf-8")
    (face,) = re.findall(r'@font-face \{\n  font-family: "KB Latin";\n(.*?)\}', sheet, re.S)
    assert f'src: local("{real_spec().layout["latin_font"]}"), ' in face


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_python_lock_pins_by_hash_and_names_no_address(name: str):
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|index-url|find-links", lock)
    pins = re.findall(r"^[\w.-]+==\S+", lock, re.M)
    starts = re.findall(r"^\S", lock, re.M)
    assert pins
    assert len(pins) == len(starts)
    assert len(re.findall(r"^[\w.-]+==[^\n]+ \\\n +--hash=sha256:[0-9a-f]{64}", lock, re.M)) == len(pins)


@pytest.mark.parametrize("folder", ["web", "bench", "lint", "audit"])
def test_node_lock_pins_by_hash_and_names_no_address(folder: str):
    source = (ROOT / f"scripts/{folder}/package-lock.json").read_text(encoding="utf-8")
    packages = {name: entry for name, entry in json.loads(source)["packages"].items() if name}
    assert "resolved" not in source
    assert "://" not in source
    assert packages
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
