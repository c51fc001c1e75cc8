"""Where things are: every folder name of the project, once."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """A checkout of the template library; every path is derived from its root."""

    root: Path

    @property
    def spec(self) -> Path:
        """What content may be (.yml) and the commented example sample."""
        return self.root / "spec"

    @property
    def docs(self) -> Path:
        """What readers see; the only hand-written content."""
        return self.root / "docs"

    @property
    def web(self) -> Path:
        """The browser side: TypeScript and CSS sources."""
        return self.root / "scripts" / "web"

    @property
    def cache(self) -> Path:
        """Derived files, kept between builds and never committed."""
        return self.root / ".cache"

    def relative(self, path: Path) -> str:
        """Return `path` as messages show it: from the root where it lies inside, else as it is."""
        resolved = path.resolve()
        return resolved.relative_to(self.root).as_posix() if resolved.is_relative_to(self.root) else str(path)


def find_project(start: Path) -> Project | None:
    """Return the project that `start` lies in (the nearest folder upwards with spec/ and mkdocs.yml), or None."""
    for folder in [start.resolve(), *start.resolve().parents]:
        if (folder / "spec").is_dir() and (folder / "mkdocs.yml").is_file():
            return Project(folder)
    return None
