"""What was read from a faultless spec file, kept by the hash of its content: reading all takes half a second."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from kb.yaml_file import Node

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[2] / ".cache" / "spec"
# A tree, and (line, code, what was found) of what is wrong with it.
Examined = tuple[Node, list[tuple[int, str, str]]]


def kept(content: bytes, name: str, make: Callable[[], Examined]) -> Examined:
    """Return `make()`, or what it gave for a file of this name and content before.

    Whatever is wrong with the kept copy, or with writing one, costs time only.
    """
    path = FOLDER / hashlib.sha256(b"\0".join([readers(), name.encode(), content])).hexdigest()
    with contextlib.suppress(OSError, pickle.PickleError, EOFError, AttributeError, ImportError):
        tree: Node = pickle.loads(path.read_bytes())
        return tree, []
    tree, faults = make()
    if not faults:
        with contextlib.suppress(OSError):
            write(path, pickle.dumps(tree, pickle.HIGHEST_PROTOCOL))
    return tree, faults


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: several commands may run at once. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)


@cache
def readers() -> bytes:
    """Return the hash of the code that reads and checks; another reader may find something else."""
    sources = [*sorted(HERE.glob("*.py")), HERE.parent / "yaml_file.py"]
    return hashlib.sha256(b"".join(p.read_bytes() for p in sources)).digest()
