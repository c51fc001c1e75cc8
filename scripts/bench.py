"""`make bench`: how long checks and builds take, and what a first visit weighs, against plain Material in the same run.

Works on copies in a temporary folder. Prints a Markdown table; nothing is written into the checkout.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kb.paths import Project
from kb.rules import sample_files
from kb.spec import load

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
SAMPLE = "township/wage-bargaining-annual"
RUNS = 3
FEWEST = 4


def say(text: str) -> None:
    """Print progress where it does not get into the table."""
    print(text, file=sys.stderr, flush=True)


def seconds(command: list[str | Path], folder: Path) -> float:
    """Return the median wall seconds of a few runs of a command. Raises CalledProcessError when it fails."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def project(folder: Path, copies: int) -> Path:
    """Return a copy of the project whose township has `copies` samples (the real ones under changed names)."""
    for name in ("spec", "docs", "mkdocs.yml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)
    (folder / "scripts" / "kb" / "site").mkdir(parents=True)
    shutil.copyfile(ROOT / "scripts/kb/site/hook.py", folder / "scripts/kb/site/hook.py")
    shutil.copytree(ROOT / ".cache/web", folder / ".cache/web")
    (folder / "scripts/web").symlink_to(ROOT / "scripts/web")
    allow_copies(folder)
    samples = keep_samples(folder)
    for number in range(len(samples), copies):
        source = samples[number % len(samples)]
        text = re.sub(r"^title: ", f"title: 第{number}篇", source.read_text(encoding="utf-8"), count=1, flags=re.M)
        (folder / "docs/township" / f"{source.stem}-{number}.md").write_text(text, encoding="utf-8")
    return folder


def allow_copies(folder: Path) -> None:
    """Let near-copies pass in a project: here they are meant."""
    rules = folder / "spec" / "rules.yml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(re.sub(r"(code: KB801\n  severity: )error", r"\1hint", text), encoding="utf-8")


def keep_samples(folder: Path) -> list[Path]:
    """Leave the first few township samples of a project, and no others; returns them."""
    first = folder / "docs" / f"{SAMPLE}.md"
    others = (p for p in sorted(first.parent.glob("*.md")) if p.name not in ("index.md", first.name))
    kept = [first, *islice(others, FEWEST - 1)]
    for path in sample_files(Project(folder), load(folder / "spec")[0]):
        if path not in kept:
            path.unlink()
    return kept


def without_ours(folder: Path) -> Path:
    """Return the same docs with nothing of ours: no hook, style or script, and Material's search in place of ours."""
    plain = folder.with_name(folder.name + "-plain")
    shutil.copytree(folder / "docs", plain / "docs")
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    for block in ("hooks", "extra_css", "extra_javascript", "watch"):
        text = re.sub(rf"^{block}:\n(?:  .*\n)+", "", text, flags=re.M)
    text = re.sub(r"^plugins: .*$", "plugins:\n  - search:\n      lang: zh", text, flags=re.M)
    (plain / "mkdocs.yml").write_text(text, encoding="utf-8")
    return plain


def build_seconds(folder: Path) -> float:
    """Return the seconds of one MkDocs build."""
    return seconds([BIN / "mkdocs", "build", "--quiet"], folder)


def weight(folder: Path, page: str) -> Iterator[tuple[str, int]]:
    """Yield (file, gzip bytes) of a page and of every style and script that it loads at once."""
    site = folder / "site"
    html = (site / f"{page}.html").read_text(encoding="utf-8")
    yield "html", size(html.encode())
    for name in re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', html):
        yield name, size((site / page).parent.joinpath(name).resolve().read_bytes())


def size(data: bytes) -> int:
    """Return the gzip size at the level that servers use."""
    return len(gzip.compress(data, 6))


def rows(work: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield (what, ours, plain Material, ratio) of every figure."""
    for copies in (4, 400):
        folder = work / f"p{copies}"
        folder.mkdir()
        project(folder, copies)
        say(f"{copies}篇：kb check……")
        yield f"kb check，{copies}篇（秒）", f"{seconds([BIN / 'kb', 'check'], folder):.2f}", "", ""
        plain = without_ours(folder)
        say(f"{copies}篇：生成网站……")
        ours, theirs = build_seconds(folder), build_seconds(plain)
        yield f"mkdocs build，{copies}篇（秒）", f"{ours:.2f}", f"{theirs:.2f}", f"{ours / theirs:.2f}"
        if copies == 4:
            here, there = (sum(n for _, n in weight(f, SAMPLE)) for f in (folder, bare_page(plain)))
            yield "范文页首次访问（gzip KB）", f"{here / 1024:.1f}", f"{there / 1024:.1f}", f"{here / there:.2f}"


def bare_page(plain: Path) -> Path:
    """Return the plain project rebuilt with the sample's examples in place of its blanks, as anybody would write it."""
    path = plain / "docs" / f"{SAMPLE}.md"
    text = path.read_text(encoding="utf-8")
    examples = dict(re.findall(r"\{\{([^{}=]+)=([^{}]*)\}\}", text))
    text = re.sub(r"\{\{([^{}=]+)(?:=[^{}]*)?\}\}", lambda m: examples.get(m[1], ""), text)
    path.write_text(re.sub(r" \{: theme=\w+ \}$", "", text, flags=re.M), encoding="utf-8")
    build_seconds(plain)
    return plain


def main() -> int:
    """Measure everything and print the table."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    subprocess.run([BIN / "mkdocs", "build", "--quiet"], cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as name:
        print("| 量什么 | 本站 | 只有 Material | 比 |\n| --- | ---: | ---: | ---: |")
        for row in rows(Path(name)):
            print(f"| {' | '.join(row)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
