"""What was made of faultless spec files, kept by the hash of their content: reading all takes a second."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from kb.cache_file import unpickled, write_object

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[2] / ".cache" / "spec"
Made = TypeVar("Made")
Fault = TypeVar("Fault")


def kept(files: Mapping[str, bytes], make: Callable[[], tuple[Made, list[Fault]]]) -> tuple[Made, list[Fault]]:
    """Return `make()`, what it made and the faults; or what it made, without a fault, of the same files before.

    `files` are contents by name.
    """
    parts = [readers(), *(part for name, content in files.items() for part in (name.encode(), content))]
    path = FOLDER / hashlib.sha256(b"\0".join(parts)).hexdigest()
    before: Made | None = unpickled(path)
    if before is not None:
        return before, []
    made, faults = make()
    if not faults:
        write_object(path, made)
    return made, faults


@cache
def readers() -> bytes:
    """Return the hash of the code that reads, checks and builds; another reader may find something else."""
    package = HERE.parent
    sources = [*sorted(HERE.glob("*.py")), *sorted(package.glob("*.py")), *sorted(package.glob("checkup/*.py"))]
    return hashlib.sha256(b"".join(p.read_bytes() for p in sources)).digest()
