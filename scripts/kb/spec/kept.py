"""What was made of faultless spec files, kept by the hash of their content: reading all takes a second."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[2] / ".cache" / "spec"
Made = TypeVar("Made")
Fault = TypeVar("Fault")


def kept(files: Mapping[str, bytes], make: Callable[[], tuple[Made, list[Fault]]]) -> tuple[Made, list[Fault]]:
    """Return `make()`, what it made and the faults; or what it made, without a fault, of the same files before.

    `files` are contents by name. Whatever is wrong with the kept copy, or with writing one, costs time only.
    """
    parts = [readers(), *(part for name, content in files.items() for part in (name.encode(), content))]
    path = FOLDER / hashlib.sha256(b"\0".join(parts)).hexdigest()
    with contextlib.suppress(OSError, pickle.PickleError, EOFError, AttributeError, ImportError), uncollected():
        made: Made = pickle.loads(path.read_bytes())
        return made, []
    made, faults = make()
    if not faults:
        with contextlib.suppress(OSError):
            write(path, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made, faults


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
    """Write a file whole or not at all: several commands may run at once. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)


@cache
def readers() -> bytes:
    """Return the hash of the code that reads, checks and builds; another reader may find something else."""
    package = HERE.parent
    sources = [*sorted(HERE.glob("*.py")), *sorted(package.glob("*.py")), *sorted(package.glob("checkup/*.py"))]
    return hashlib.sha256(b"".join(p.read_bytes() for p in sources)).digest()
