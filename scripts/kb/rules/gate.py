"""The gate for content: every rule over every file. `check` is all that the rest of the code calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kb import refill
from kb import spec as spec_loader
from kb.model import Problem, Rule, Sample, Severity
from kb.paths import Project
from kb.rules import copies, figures, files, front_matter, headings, many, publishing, shape, slot_use, wording
from kb.rules.copies import Shingles
from kb.rules.kept import Found, Kept
from kb.sample_file import parse_sample, read_text
from kb.spec import Spec

RuleFamily = Callable[[Sample, Spec, str], Iterable[Problem]]
EXAMPLE = "spec/example.md"  # checked like a sample, but never published
FAMILIES: tuple[RuleFamily, ...] = (
    front_matter.check,
    headings.check,
    slot_use.check,
    figures.check,
    files.check,
    wording.check,
    shape.check,
)


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
    return [f for key in sorted(spec.units) for f in markdown_files(project.docs / key)]


def markdown_files(folder: Path) -> list[Path]:
    """Return the .md files in a folder and below it, in order, but for every index.md."""
    return sorted(f for f in folder.rglob("*.md") if f.name != "index.md" and not f.is_dir())


def wanted(project: Project, spec: Spec, paths: Sequence[Path]) -> list[Path]:
    """Return the files to check, each once: those in `paths` and, of a folder with samples, its samples."""
    samples = sample_files(project, spec)
    found = [] if paths else [*samples, project.root / EXAMPLE]
    for path in paths:
        place = path.resolve()
        if not path.is_dir():
            found += [path] if path.name != "index.md" else []
        elif place.is_relative_to(project.docs) or project.docs.is_relative_to(place):
            found += [f for f in samples if f.is_relative_to(place)]
        else:
            found += markdown_files(path)
    return list({f.resolve(): f for f in found}.values())


def check(project: Project, paths: Sequence[Path] = (), refills: int = 0) -> Findings:
    """Check spec/ and, of the content, the given files and folders - everything when none is given.

    `refills` is the number of random fillings that the figures are tried with (kb.refill).

    Reads every file before it returns; nothing is raised for bad content. What lacks a whole file of spec/ gets
    no further than spec/.
    """
    spec, problems = spec_loader.load(project.spec)
    files_to_read = wanted(project, spec, paths) if spec.is_complete else []
    samples: dict[str, Sample] = {}
    shingles: dict[str, Shingles] = {}
    kept = Kept(project)
    for shown, (sample, found, own) in check_files(files_to_read, project, spec, kept).items():
        problems += found
        if sample and shown != EXAMPLE:
            samples[shown], shingles[shown] = sample, own
    if not paths and files_to_read:
        kept.tidy()
    problems += files.same_titles(samples)
    problems += copies.check(shingles)
    problems += [p for shown, s in samples.items() if refills for p in refill.check(s, spec, shown, refills)]
    return Findings(sorted(set(problems)), spec, list(samples.values()), len(files_to_read))


def for_publishing(project: Project, found: Findings) -> Findings:
    """Return what a check found as it counts before the site is handed out, with what else must not be in docs/."""
    spec = publishing.strict(found.spec)
    samples = set(sample_files(project, spec))
    more = publishing.leftovers(project, spec, samples) if spec.is_complete else []
    return Findings(sorted({*found.problems, *more}), spec, found.samples, found.files_read)


def check_files(paths: Sequence[Path], project: Project, spec: Spec, kept: Kept) -> dict[str, Found]:
    """Return what was found in each file by its name in messages; what nobody knows yet is found out at once."""
    found: dict[str, Found | None] = {}
    unknown: list[tuple[str, str]] = []
    for path in paths:
        shown = project.relative(path)
        text, problems = read_file(path, shown)
        found[shown] = (None, problems, ()) if problems else kept.get(text, shown)
        if not found[shown]:
            unknown.append((text, shown))
    for (text, shown), one in zip(unknown, many.examined(unknown, spec, examined), strict=True):
        found[shown] = kept.put(text, shown, one)
    return {shown: one for shown, one in found.items() if one}


def read_file(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a file, or why it can't be read."""
    return read_text(path, shown) if path.is_file() else ("", [Problem(shown, 1, "KB901", "没有这个文件")])


def examined(text: str, shown: str, spec: Spec) -> Found:
    """Return what is found in a text."""
    sample, problems = check_text(text, shown, spec)
    return sample, problems, copies.shingles(sample)


def check_text(text: str, shown: str, spec: Spec) -> tuple[Sample, list[Problem]]:
    """Return the sample in a text and every problem in it."""
    sample, problems = parse_sample(text, shown)
    return sample, problems + list(check_sample(sample, spec, shown)) + files.check_text(text, shown)


def check_sample(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield the problems of one sample's content, family by family."""
    for family in FAMILIES:
        yield from family(sample, spec, shown)
