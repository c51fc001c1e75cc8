"""The gate for content: every rule over every file. `check` is all that the rest of the code calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kb import spec as spec_loader
from kb.model import Problem, Rule, Sample, Severity
from kb.paths import Project
from kb.rules import figures, files, front_matter, headings, slot_use
from kb.sample_file import parse_sample, read_text
from kb.spec import Spec

RuleFamily = Callable[[Sample, Spec, str], Iterable[Problem]]
EXAMPLE = "spec/example.md"  # checked like a sample, but never published
FAMILIES: tuple[RuleFamily, ...] = (front_matter.check, headings.check, slot_use.check, figures.check, files.check)


class Findings:
    """What a check found: the problems in order, the spec, and the samples that could be read."""

    def __init__(self, problems: list[Problem], spec: Spec, samples: list[Sample], files_read: int) -> None:
        self.problems = problems
        self.spec = spec
        self.samples = samples
        self.files_read = files_read

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [p for p in self.problems if severity(p, self.spec) is Severity.ERROR]


def severity(problem: Problem, spec: Spec) -> Severity:
    """Return how grave a problem is; one whose rule can't be read is an error."""
    rule: Rule | None = spec.rules.get(problem.code)
    return rule.severity if rule else Severity.ERROR


def sample_files(project: Project, spec: Spec) -> list[Path]:
    """Return the files of docs/ that are samples or snippets: in a unit type's folder, but for its index.md."""
    folders = [project.docs / key for key in spec.units]
    found = [f for d in folders for pattern in ("*.md", "snippets/*.md") for f in d.glob(pattern)]
    return sorted(f for f in found if f.name != "index.md")


def check(project: Project, paths: Sequence[Path] = ()) -> Findings:
    """Check spec/ and, of the content, the given files and folders - everything when none is given.

    Reads every file before it returns; nothing is raised for bad content.
    """
    spec, problems = spec_loader.load(project.spec)
    wanted = [f for p in paths for f in ([p] if p.is_file() else sorted(p.rglob("*.md")))]
    wanted = (
        [f for f in wanted if f.name != "index.md"]
        if paths
        else [*sample_files(project, spec), project.spec / "example.md"]
    )
    samples = []
    for path in wanted:
        sample, found = check_file(path, project.relative(path), spec)
        problems += found
        samples += [sample] if sample and sample.path != EXAMPLE else []
    problems += files.same_titles(samples)
    return Findings(sorted(set(problems)), spec, samples, len(wanted))


def check_file(path: Path, shown: str, spec: Spec) -> tuple[Sample | None, list[Problem]]:
    """Return the sample in a file, None when it can't be read at all, and every problem in it."""
    if not path.is_file():
        return None, [Problem(shown, 1, "KB901", "没有这个文件")]
    text, problems = read_text(path, shown)
    if problems:
        return None, problems
    sample, problems = parse_sample(text, shown)
    return sample, problems + list(check_sample(sample, spec, shown)) + files.check_text(text, shown)


def check_sample(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield the problems of one sample's content, family by family."""
    for family in FAMILIES:
        yield from family(sample, spec, shown)
