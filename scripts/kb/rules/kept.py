"""What was found in a file, kept in .cache/ by the hash of all that it depends on: only changes are checked again."""

from __future__ import annotations

import hashlib
from pathlib import Path

import kb
from kb import cache_file
from kb.model import Problem, Sample
from kb.paths import Project
from kb.rules.copies import Shingles

# The sample, None when it can't be read at all; every problem; what it is compared with others by.
Found = tuple[Sample | None, list[Problem], Shingles]


class Kept:
    """The findings of earlier checks of a project."""

    def __init__(self, project: Project) -> None:
        self.folder = project.cache / "check"
        self.used: set[str] = set()
        rules = [*sorted(project.spec.glob("*.yml")), *sorted(Path(kb.__file__).parent.rglob("*.py"))]
        self.base = hashlib.sha256(b"\0".join(p.read_bytes() for p in rules)).digest()

    def place(self, text: str, shown: str) -> Path:
        """Return where the findings in a text are kept; `shown` is its file's name in messages."""
        key = hashlib.sha256(b"\0".join([self.base, shown.encode(errors="surrogateescape"), text.encode()])).hexdigest()
        self.used.add(key)
        return self.folder / key

    def get(self, text: str, shown: str) -> Found | None:
        """Return what was found before, None when it has to be found out."""
        found: Found | None = cache_file.unpickled(self.place(text, shown))
        return found

    def put(self, text: str, shown: str, found: Found) -> Found:
        """Keep what was found; returns it."""
        cache_file.write_object(self.place(text, shown), found)
        return found

    def tidy(self) -> None:
        """Drop what this run, which saw every file, had no use for."""
        cache_file.tidy(self.folder, self.used)
