"""Which version a site is built from: its number, the day of its commit, and whether files were changed since."""

from __future__ import annotations

import datetime
import os
import subprocess
import tomllib
from dataclasses import dataclass

from kb.paths import Project

MADE_FROM = ("docs", "spec", "scripts", "mkdocs.yml", "pyproject.toml", "requirements.lock")
CHINA = datetime.timezone(datetime.timedelta(hours=8))
CHANGED = "有未提交的改动"


@dataclass(frozen=True)
class Version:
    """A version. `time` (seconds since 1970) is None where there is no commit, `number` empty where none is set."""

    number: str = ""
    time: int | None = None
    changed: bool = False

    @property
    def label(self) -> str:
        """How readers are told: 版本 0.1.0（2026年11月21日）."""
        said = [self.day] * bool(self.day) + [CHANGED] * self.changed
        return (f"版本 {self.number}" + (f"（{'，'.join(said)}）" if said else "")) if self.number else ""

    @property
    def day(self) -> str:
        """The day of the commit in China."""
        if self.time is None:
            return ""
        day = datetime.datetime.fromtimestamp(self.time, CHINA)
        return f"{day.year}年{day.month}月{day.day}日"


def of(project: Project) -> Version:
    """Return the version of a checkout; $SOURCE_DATE_EPOCH stands in for the time of the commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    committed = given if given.isdecimal() else git(project, "log", "-1", "--format=%ct").strip()
    changed = git(project, "--no-optional-locks", "status", "--porcelain", "--", *MADE_FROM)
    return Version(number(project), int(committed) if committed else None, bool(changed.strip()))


def number(project: Project) -> str:
    """Return the number that pyproject.toml has, empty when there is none."""
    path = project.root / "pyproject.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return str(data.get("project", {}).get("version", ""))


def git(project: Project, *arguments: str) -> str:
    """Return what git says; nothing where there is no git or no commit."""
    try:
        done = subprocess.run(["git", *arguments], cwd=project.root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
