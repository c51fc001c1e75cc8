"""How fast `kb intake` is on files at hand: `.venv/bin/python scripts/bench_intake.py FILE…`.

Prints characters a second twice: in the steady state (patterns compiled, words of a text not met before; processor
time on one core, the quickest of some rounds), and of the whole command with its reports, less what it takes for one
short file. Then start and memory. Nothing is written but into a temporary folder.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb import slots
from kb.intake.private import lexicon, readings
from kb.intake.run import take, today
from kb.spec import load

ROOT = Path(__file__).resolve().parent.parent
OF_WORDS = (readings.share, readings.may_be, readings.is_plain, lexicon.cut, lexicon.shares_around, slots.scan)
ROUNDS = 7
SHORT = "工会工作总结\n" + "一年来，镇工会组织职工学习，走访困难职工，开展劳动竞赛，签订集体合同，办好职工之家。\n" * 12


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench_intake.py")
    parser.add_argument("files", nargs="+", type=Path, metavar="文件")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"量几遍，取最快的（默认{ROUNDS}）")
    given = parser.parse_args(arguments)
    if missing := [path for path in given.files if not path.is_file()]:
        parser.error(f"没有这个文件：{missing[0]}")
    print("\n".join(figures(given.files, given.rounds)))
    return 0


def figures(files: Sequence[Path], rounds: int) -> Iterator[str]:
    """Yield the lines that are printed."""
    size = sum(len(path.read_text("utf-8", errors="replace")) for path in files)
    yield f"{len(files)}个文件，{size:,}字"
    yield f"稳定以后每秒{size / steady(files, rounds):,.0f}字（单核，处理器时间）"
    start, seconds = (min(command(given) for _ in range(rounds)) for given in ((), files))
    yield f"整条命令连报告每秒{size / (seconds - start):,.0f}字（除去启动）"
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield f"启动（一份短稿）{start:.2f}秒，最多用内存{memory:.0f} MB"


def steady(files: Sequence[Path], rounds: int) -> float:
    """Return the seconds that one process takes for all files when it has taken them before."""
    spec, _ = load(ROOT / "spec")
    taken = []
    for _ in range(rounds + 1):
        for of_words in OF_WORDS:
            of_words.cache_clear()
        start = time.process_time()
        for path in files:
            take(str(path), path.stem, spec, today())
        taken.append(time.process_time() - start)
    return min(taken[1:])


def command(files: Sequence[Path]) -> float:
    """Return the seconds of the processor that the command takes for files, for one short file where none are given."""
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder, "short.txt")
        short.write_text(SHORT, encoding="utf-8")
        kb = Path(sys.executable).with_name("kb")
        before = spent()
        subprocess.run(
            [kb, "intake", "--out", Path(folder, "out"), *(files or [short])], cwd=ROOT, check=True, capture_output=True
        )
        return spent() - before


def spent() -> float:
    """Return the seconds of the processor that finished children have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
