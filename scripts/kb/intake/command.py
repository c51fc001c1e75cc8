"""`kb intake`: many files, in several processes when asked; what was taken, as a few lines for a reader."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from kb.intake import duplicates, read
from kb.intake.run import Taken, take, today, write
from kb.paths import Project
from kb.spec import Spec

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
BLANK = re.compile(r"\{\{[^{}=]*=?([^{}]*)\}\}")
QUIET = 2  # seconds before a progress bar appears


def run(
    paths: Sequence[str], out: Path, home: Project, spec: Spec, jobs: int = 1, simplify: bool = False
) -> list[Taken]:
    """Take every file, tell the copies among all pieces and the published samples, write what was found into `out`."""
    work = functools.partial(take, spec=spec, today=today(), simplify=simplify)
    named = list(zip(paths, read.names(paths), strict=True))
    if jobs > 1 and len(named) > 1:
        with ProcessPoolExecutor(min(jobs, len(named))) as pool:
            taken = list(progress(pool.map(work, *zip(*named, strict=True)), len(named)))
    else:
        taken = list(progress((work(*one) for one in named), len(named)))
    duplicates.mark([(p, t.letters[p.id]) for t in taken for p in t.pieces], published(home, spec))
    write(out, taken)
    return taken


def progress(done: Iterable[Taken], total: int) -> Iterator[Taken]:
    """Yield what is done, with a bar on a terminal when it takes long."""
    try:
        from tqdm import tqdm  # type: ignore[import-untyped]
    except ImportError:
        yield from done
        return
    yield from tqdm(done, total=total, unit="份", delay=QUIET, leave=False, disable=not sys.stderr.isatty())


def published(home: Project, spec: Spec) -> dict[str, str]:
    """Return the letters of every published sample by its path under docs/."""
    found = {}
    for unit in spec.units:
        for path in sorted((home.docs / unit).glob("*.md")):
            text = FRONT_MATTER.sub("", path.read_text(encoding="utf-8", errors="replace"))
            found[path.relative_to(home.docs).as_posix()] = duplicates.only_letters(BLANK.sub(r"\1", text))
    return found


def account(taken: Sequence[Taken], out: Path) -> Iterator[str]:
    """Yield what was made of each file, then where to go on."""
    for one in taken:
        if one.fault:
            continue
        copies = sum(p.duplicate_of is not None for p in one.pieces)
        foreign = len(one.pieces) - len(one.drafts)
        hint = [one.hint] * bool(one.hint)
        notes = [f"重复{copies}篇"] * bool(copies) + [f"不是工会工作的{foreign}篇，没有写草稿"] * bool(foreign)
        said = [f"{len(one.pieces)}篇", f"草稿{len(one.drafts)}篇", *notes, *hint]
        yield f"{one.path}：{'，'.join(said)}"
    if any(t.pieces for t in taken):
        yield f"写进 {out}；先看 report.html，逐处核对以后再用"
