"""The preview's page breaks, run by Node: heights in, pages out."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from checkup_twin import WEB, node
from published import real_spec

RUNNER = """
import { readFileSync } from "fs";
import { paginate } from "./desk/paginate";
const { atoms, height } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(paginate(atoms, height)));
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("pages") / "pages.cjs"
    command = [WEB / "node_modules/.bin/esbuild", "--bundle", "--platform=node", "--loader=ts", f"--outfile={found}"]
    subprocess.run([*command, "--log-level=error"], input=RUNNER, cwd=WEB, text=True, check=True)
    return found


def test_paper_of_the_print_is_that_of_the_layout():
    css = (WEB / "desk/preview.css").read_text(encoding="utf-8")
    paper = real_spec().layout["paper"]
    assert re.findall(r"@page \{\n  size: (.*);\n  margin: (.*);\n\}", css) == [
        (f"{paper['width_mm']}mm {paper['height_mm']}mm", "0")
    ]
    (width,) = re.findall(r"\.kb-leaf \{\n    width: (\d+)mm;", css)
    assert int(width) == paper["width_mm"]


def line(before: int = 0, height: int = 10, **more: Any) -> dict[str, Any]:
    return {"height": height, "before": before, "glued": False, **more}


def pages(script: Path, atoms: list[dict[str, Any]], height: int = 50) -> list[list[int]]:
    """Return [start, end, how far down it reaches] of each page."""
    given = json.dumps({"atoms": atoms, "height": height})
    program = node()
    assert program, "没有 Node，先运行 make setup"
    done = subprocess.run([program, script], input=given, capture_output=True, text=True, check=True)
    return [[page["start"], page["end"], page["height"]] for page in json.loads(done.stdout)]


def test_a_page_is_filled_to_its_last_line(script: Path):
    assert pages(script, [line()] * 12) == [[0, 5, 50], [5, 10, 50], [10, 12, 20]]


def test_no_text_is_one_empty_page(script: Path):
    assert pages(script, []) == [[0, 0, 0]]


def test_room_over_a_line_counts_but_not_where_a_page_begins(script: Path):
    assert pages(script, [line(), line(20), line(20), line(20)]) == [[0, 2, 40], [2, 4, 40]]
    assert pages(script, [line(30, always=True), line(), line()]) == [[0, 2, 50], [2, 3, 10]]


def test_a_heading_goes_with_the_line_after_it(script: Path):
    heading = line(glued=True)
    assert pages(script, [line()] * 4 + [heading, line()]) == [[0, 4, 40], [4, 6, 20]]
    assert pages(script, [line()] * 3 + [heading, heading, line()]) == [[0, 3, 30], [3, 6, 30]]


def test_more_headings_than_a_page_holds_are_divided_all_the_same(script: Path):
    assert pages(script, [line(glued=True)] * 7) == [[0, 5, 50], [5, 7, 20]]


def test_the_head_of_a_table_is_repeated_and_takes_room(script: Path):
    rows = [line(glued=True), *[line(again=10)] * 7]
    assert pages(script, rows) == [[0, 5, 50], [5, 8, 40]]


def test_a_row_higher_than_a_page_has_one_of_its_own(script: Path):
    assert pages(script, [line(), line(height=80), line()]) == [[0, 1, 10], [1, 2, 80], [2, 3, 10]]


def test_a_hair_of_rounding_costs_no_line(script: Path):
    assert pages(script, [line(height=10.05)] * 10)[0][:2] == [0, 5]
