"""`kb check --publish`: what may lie in docs/ while it is worked on and must not be handed out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from kb.checkup import patterns
from kb.checkup.engine import in_order
from kb.checkup.finding import About
from kb.checkup.view import View
from kb.model import Problem, Rule
from kb.paths import Project
from kb.rules import wording
from kb.spec import Spec

PAGE = ".md"
# Beside pages: pictures, and the settings for servers that the hosting pages show.
SHOWN = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".conf"}
KIND = "private"


def strict(spec: Spec) -> Spec:
    """Return the spec with every rule as grave as it is for publishing."""
    return replace(spec, rules={code: graver(rule) for code, rule in spec.rules.items()})


def graver(rule: Rule) -> Rule:
    """Return a rule as it counts for publishing."""
    return replace(rule, severity=rule.publish or rule.severity)


def leftovers(project: Project, spec: Spec, samples: Collection[Path]) -> Iterator[Problem]:
    """Yield what the content rules never see: files that are no page, drafts in a wrong folder, names in pages.

    `samples` are the files that those rules see.
    """
    for path in sorted(visible(project.docs)):
        shown = project.relative(path)
        if path.suffix == PAGE:
            yield from [] if path in samples else of_page(path, shown, spec)
        elif path.suffix not in SHOWN:
            yield Problem(shown, 1, "KB506", f"有{path.suffix or '没有后缀'}的文件")


def visible(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder but for hidden ones, which generators leave out."""
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def of_page(path: Path, shown: str, spec: Spec) -> Iterator[Problem]:
    """Yield what is wrong with a hand-written page: it is a draft, or it names somebody."""
    text = path.read_text(encoding="utf-8", errors="replace")
    head = text.split("\n---", 1)[0] if text.startswith("---\n") else ""
    for number, line in enumerate(head.splitlines(), 1):
        if line.startswith("genre:"):
            yield Problem(shown, number, "KB507", f"文件头有“{line.strip()}”")
    for finding in in_order(patterns.find(View(text, spec.checkup | only_private(spec), About()))):
        code = wording.CODES[KIND][finding.severity != "must"]
        yield Problem(shown, text.count("\n", 0, finding.start) + 1, code, finding.message)


def only_private(spec: Spec) -> dict[str, object]:
    """Return the check-up's rules about private data alone, those for samples among them."""
    rules = [*spec.checkup["patterns"], *spec.checkup["samples"]]  # type: ignore[misc]
    return {"patterns": [r for r in rules if r["kind"] == KIND]}
