"""scripts/bench_intake.py: what it prints, and what it says of a file that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bench_intake


def test_it_prints_speed_start_and_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "旧稿.txt"
    file.write_text(bench_intake.SHORT * 8, encoding="utf-8")
    assert bench_intake.main(["--rounds", "1", str(file)]) == 0
    number = "[0-9][0-9,]*"
    shapes = [
        f"1个文件，{len(bench_intake.SHORT) * 8:,}字",
        f"稳定以后每秒{number}字（单核，处理器时间）",
        f"整条命令连报告每秒-?{number}字（除去启动）",
        r"启动（一份短稿）[0-9]+\.[0-9]{2}秒，最多用内存[0-9]+ MB",
    ]
    lines = capsys.readouterr().out.splitlines()
    assert [bool(re.fullmatch(shape, line)) for shape, line in zip(shapes, lines, strict=True)] == [True] * 4
    assert not [path for path in tmp_path.iterdir() if path != file]


def test_a_file_that_is_not_there_is_a_usage_error(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        bench_intake.main(["没有.txt"])
    assert left.value.code == 2
    assert "没有这个文件：没有.txt" in capsys.readouterr().err
