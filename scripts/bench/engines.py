"""The three engines: how each is built from the same pages, and how its page is asked.

An engine's page offers `bench.ready()`, which may answer the milliseconds that it took where it began by itself, and
`bench.ask(query, limit)`, which answers the addresses of the results; with a limit the engine fetches what it needs to
show so many, without one the addresses of all.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bench.corpus import Corpus, as_html, as_markdown
from bench.truth import page_of
from kb.publish.search import prepared

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent.parent
HEAD = '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>bench</title>'
PAGEFIND = BENCH / "node_modules" / ".bin" / "pagefind"
CONFIG = """site_name: bench
use_directory_urls: false
theme: {name: material, language: zh, font: false, custom_dir: theme}
plugins: [{search: {lang: zh}}]
markdown_extensions: [attr_list]
nav: [index.md]
validation: {omitted_files: ignore}
"""


class TooLong(Exception):
    """A step took longer than a cell may; the text is what the cell says."""


@dataclass
class Built:
    """An engine's finished site: the folder, the seconds it took, how many files the index has, their bytes, plain and
    after gzip -6.

    `names` are addresses by the names of results, where the engine has names of its own.
    """

    folder: Path
    seconds: float
    files: int
    bytes: int
    packed: int
    names: dict[str, str] = field(default_factory=dict)


def finished(folder: Path, seconds: float, index: Sequence[Path], names: dict[str, str] | None = None) -> Built:
    """Return a finished site with its index weighed."""
    weights = [(path.stat().st_size, len(gzip.compress(path.read_bytes(), 6))) for path in index]
    return Built(folder, seconds, len(index), sum(w for w, _ in weights), sum(w for _, w in weights), names or {})


@dataclass(frozen=True)
class Engine:
    """`init` is the script that offers `bench`; the patterns tell, of the files that a page asks for, the index and
    the engine's own program. `places` are those where it works: over http, from files.
    """

    name: str
    version: str
    init: str
    build: Callable[[Corpus, Path, float], Built]
    index: re.Pattern[str]
    program: re.Pattern[str]
    by_section: bool = False
    places: tuple[str, ...] = ("http",)


def page(head: str) -> str:
    """Return the bare page that an engine is asked from."""
    return f"{HEAD}{head}</head><body></body></html>\n"


def script(name: str) -> str:
    """Return the script that offers `bench` on an engine's page."""
    return (BENCH / f"{name}.js").read_text(encoding="utf-8")


@cache
def site_scripts() -> dict[str, str]:
    """Return the site's scripts as they were when first asked for: another build may change them meanwhile."""
    return {name: (ROOT / ".cache" / "web" / name).read_text(encoding="utf-8") for name in ("kb.js", "search.js")}


def write(folder: Path, texts: dict[str, str]) -> None:
    """Write files with the folders they lie in."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def run(command: Sequence[str | Path], folder: Path, limit: float) -> float:
    """Run a command; returns the seconds it took. Raises TooLong."""
    start = time.perf_counter()
    try:
        subprocess.run(command, cwd=folder, check=True, timeout=limit, stdout=subprocess.DEVNULL, env=quiet())
    except subprocess.TimeoutExpired:
        raise TooLong(f"未在{limit:.0f}秒内生成") from None
    return time.perf_counter() - start


def quiet() -> dict[str, str]:
    """Return the environment of a command that says only what went wrong."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PAGEFIND_QUIET": "true"}


def build_pagefind(corpus: Corpus, folder: Path, limit: float) -> Built:
    """Write the pages as HTML and index them."""
    write(folder, {f"{p.name}.html": as_html(p) for p in corpus.pages} | {"index.html": page("")})
    seconds = run([PAGEFIND, "--site", folder], folder, limit)
    made = folder / "pagefind"
    index = [f for f in made.rglob("*") if f.suffix.startswith(".pf_") or f.name == "pagefind-entry.json"]
    return finished(folder, seconds, index, {f.stem: address(f) for f in (made / "fragment").iterdir()})


def address(fragment: Path) -> str:
    """Return the address of the page that a fragment of Pagefind's index stands for."""
    text = gzip.decompress(fragment.read_bytes()).decode("utf-8")
    return str(json.loads(text[text.index("{") :])["url"])


def build_material(corpus: Corpus, folder: Path, limit: float) -> Built:
    """Write the pages as Markdown and build the site that the index is a part of.

    Only the page that is asked from is Material's own. The others get a bare template: it is the index that counts.
    """
    texts = {f"docs/{p.name}.md": f"---\ntemplate: bare.html\n---\n\n{as_markdown(p)}" for p in corpus.pages}
    own = {"docs/index.md": "# bench\n", "theme/bare.html": "{{ page.content }}", "mkdocs.yml": CONFIG}
    write(folder, texts | own)
    seconds = run([Path(sys.executable).with_name("mkdocs"), "build", "--quiet"], folder, limit)
    shutil.rmtree(folder / "docs")
    return finished(folder / "site", seconds, [folder / "site" / "search" / "search_index.json"])


def build_ours(corpus: Corpus, folder: Path, limit: float) -> Built:
    """Write our index beside a bare page with the site's script."""
    start = time.perf_counter()
    made = dict(prepared(corpus.samples, corpus.spec)({}))
    write(folder, made)
    seconds = time.perf_counter() - start
    write(folder, {f"assets/{name}": text for name, text in site_scripts().items()})
    write(folder, {"index.html": page('<script src="assets/kb.js"></script>')})
    return finished(folder, seconds, [folder / name for name in made])


def ours() -> Engine:
    """Return the site's own search."""
    index, program = re.compile(r"assets/search/"), re.compile(r"assets/search\.js")
    return Engine("本站", "", script("ours"), build_ours, index, program, by_section=True, places=("http", "file"))


def pagefind() -> Engine:
    """Return Pagefind, extended, from npm: the newest one is there."""
    found = json.loads((BENCH / "node_modules" / "pagefind" / "package.json").read_text(encoding="utf-8"))["version"]
    index, program = re.compile(r"pagefind/.*(\.pf_\w+|entry\.json)$"), re.compile(r"pagefind/.*(\.js|wasm.*)$")
    return Engine("Pagefind extended", found, script("pagefind"), build_pagefind, index, program)


def material() -> Engine:
    """Return Material for MkDocs' search (lunr), which cuts words with jieba."""
    index, program = re.compile(r"search/search_index\.json"), re.compile(r"assets/javascripts/(workers|lunr)/")
    versions = f"{version('mkdocs-material')}，jieba {version('jieba')}"
    return Engine("Material（lunr + jieba）", versions, script("material"), build_material, index, program)


def key(found: str, built: Built, engine: Engine) -> str:
    """Return a result's address as the truth has it: from the root of the site, the page alone where pages count."""
    name = built.names.get(found, found).lstrip("/")
    return name if engine.by_section else page_of(name)
