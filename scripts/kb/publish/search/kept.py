"""A finished index, kept by the hash of all that it is made from: a build without changes does not make it again."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kb import cache_file
from kb.publish.search.entries import Entry
from kb.spec import Spec

Files = list[tuple[str, str]]
HERE = Path(__file__).resolve().parent


def is_likely(folder: Path, samples: str) -> bool:
    """Whether the last index is of the same samples, whatever has become of the guide pages."""
    return any(folder.glob(f"{samples}-*"))


def kept(folder: Path, name: str, make: Callable[[], Files]) -> Files:
    """Return `make()`, or what it gave under the same name before; `folder` holds the last index."""
    path = folder / name
    before: Files | None = cache_file.unpickled(path)
    if before is not None:
        return before
    files = make()
    cache_file.write_object(path, files)
    cache_file.tidy(folder, {path.name})
    return files


def fingerprint(found: Sequence[Entry], spec: Spec) -> str:
    """Return the hash of entries, of what the index says of spec/, and of the code that makes it."""
    return digest((*code(), *about(spec), *map(written, found)))


def digest(texts: Iterable[str]) -> str:
    """Return the hash of some texts."""
    hashed = hashlib.sha256()
    for text in texts:
        hashed.update(text.encode(errors="surrogatepass") + b"\0")
    return hashed.hexdigest()


def written(entry: Entry) -> str:
    """Return all that an entry says."""
    facts = (entry.page, entry.anchor, entry.title, entry.heading, entry.unit, entry.theme, entry.genre, *entry.also)
    return "\1".join((*facts, *(f"{line.kind}{line.mark}\t{line.text}" for line in entry.lines)))


def about(spec: Spec) -> Iterator[str]:
    """Yield what the index says of unit types, genres and themes."""
    yield repr([(u.key, u.name) for u in spec.units.values()])
    yield repr([(g.key, g.name) for g in spec.genres.values()])
    yield repr([(t.key, t.name, t.keywords, t.structural) for t in spec.themes.values()])


def code() -> Iterator[str]:
    """Yield our sources, and which OpenCC gives the traditional characters."""
    yield from (p.read_text(encoding="utf-8") for p in sorted(HERE.glob("*.py")))
    with contextlib.suppress(PackageNotFoundError):
        yield version("opencc")
