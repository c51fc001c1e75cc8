"""Files in .cache/: what was made before, under a name that is the hash of all that it was made from.

Whatever is wrong with such a file, or with writing one, costs time only.
"""

from __future__ import annotations

import contextlib
import gc
import pickle
import tempfile
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

UNREADABLE = (OSError, pickle.PickleError, EOFError, ValueError, LookupError, AttributeError, ImportError)


def unpickled(path: Path) -> Any:
    """Return the object in a file, None where there is none or it can't be read."""
    with contextlib.suppress(*UNREADABLE), uncollected():
        return pickle.loads(path.read_bytes())
    return None


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking at a hundred thousand new objects again and again: half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: several commands may run at once."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        Path(file.name).replace(path)


def write_object(path: Path, thing: object) -> None:
    """Write an object for `unpickled`."""
    write(path, pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))


def tidy(folder: Path, used: Container[str]) -> None:
    """Delete the files of a folder whose names are not among those in use."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name not in used:
                path.unlink()
