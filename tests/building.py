"""Sites built with the real commands: the repository's own, and projects that a test shows."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from conftest import KB, ROOT, Run, Tree, new_tree
from kb.site import stage

QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def mkdocs(project: Path, site: Path, *more: str) -> Run:
    """Run `mkdocs build` in a project."""
    command = [KB.with_name("mkdocs"), "build", "--site-dir", site, *more]
    done = subprocess.run(command, cwd=project, env=QUIET, capture_output=True, text=True, timeout=300, check=False)
    return Run(done.returncode, done.stdout, done.stderr)


def once(run: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first who asks makes, for all processes of a run; `run` is the run's own folder."""
    folder = run / name
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            begun = run / f"{name}.begun"
            make(begun)
            begun.rename(folder)
    return folder


def run_folder(worker: Path) -> Path:
    """Return the folder of a whole run, from that of one process of it (pytest's base folder)."""
    return worker.parent if "PYTEST_XDIST_WORKER" in os.environ else worker


def library(worker: Path) -> Path:
    """Return the site of this repository as `mkdocs build --strict` makes it; nobody may write into it."""

    def make(folder: Path) -> None:
        before = listing(ROOT / "docs")
        done = mkdocs(ROOT, folder, "--strict")
        assert done.code == 0, done.err
        assert listing(ROOT / "docs") == before, "the build wrote into docs/"

    return once(run_folder(worker), "library", make)


def site_tree(root: Path) -> Tree:
    """Return an empty project that can be built: with the hook and the real browser side."""
    tree = new_tree(root)
    tree.write({"scripts/kb/site/hook.py": (ROOT / "scripts/kb/site/hook.py").read_bytes()})
    (tree.root / "scripts/web").symlink_to(ROOT / "scripts/web")
    return tree.write({"docs/township/index.md": "# 乡镇\n\n<!-- kb:samples -->\n\n<!-- kb:sections -->\n"})


def without(config: str, *blocks: str) -> str:
    """Return mkdocs.yml without some of its blocks (hooks, watch …), each of which it has once."""
    for block in blocks:
        assert len(re.findall(rf"^{block}:\n(?:  .*\n)+", config, re.M)) == 1, block
    return stage.without(config, blocks)


def listing(folder: Path) -> dict[str, int]:
    """Return every file with the time it was last written."""
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}
