"""Score `kb checkup` on drafts with seeded faults and on clean ones.

    .venv/bin/python tests/score_checkup.py tests/drafts/open

Each draft is NAME.txt with NAME.yml beside it: unit, genre, year, faults (kind, text, nth, why, severity) and,
for a clean draft, near_misses. A contradiction has two places; `or` lists the others that count. A fault is found when
a finding of its kind shares a character with one of its places. Exit 1 when a fault is not in its text; a low score
is no failure.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

KB = Path(__file__).parents[1] / ".venv/bin/kb"
Span = tuple[int, int]


@dataclass
class Draft:
    """A draft, what is wrong with it by its author and what the check-up says."""

    path: Path
    text: str
    truth: dict[str, Any]
    findings: list[dict[str, Any]]

    @property
    def faults(self) -> list[dict[str, Any]]:
        return list(self.truth["faults"])


def span_of(text: str, wanted: str, nth: int) -> Span:
    """Return where the nth occurrence of a passage stands (occurrences may overlap)."""
    at = -1
    for _ in range(nth):
        at = text.find(wanted, at + 1)
        if at < 0:
            raise ValueError(f"{wanted} (nth: {nth}) is not in the text")
    return at, at + len(wanted)


def places(text: str, fault: dict[str, Any]) -> list[Span]:
    """Return every place at which a finding counts for this fault."""
    return [span_of(text, p["text"], p.get("nth", 1)) for p in [fault, *fault.get("or", [])]]


def touches(finding: dict[str, Any], spans: list[Span]) -> bool:
    # A finding of no length (something is missing here) stands for the character that follows it.
    end = max(finding["end"], finding["start"] + 1)
    return any(finding["start"] < b and a < end for a, b in spans)


def check(path: Path, truth: dict[str, Any]) -> list[dict[str, Any]]:
    """Run the command on one draft and return its findings; exit code 1 means that there are some."""
    options = [f"--{key}={truth[key]}" for key in ("unit", "genre", "year")]
    done = subprocess.run([KB, "checkup", path, *options, "--json"], capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1) or not done.stdout.strip():
        sys.exit(f"{path}: kb checkup ended with {done.returncode}\n{done.stderr}")
    return list(json.loads(done.stdout)["findings"])


def load(folder: Path) -> list[Draft]:
    drafts = []
    for path in sorted(folder.glob("*.txt")):
        truth = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
        # As the command reads it: no newline translation, or the offsets would differ.
        text = path.read_bytes().decode("utf-8")
        drafts.append(Draft(path, text, truth, []))
    return drafts


def misplaced(drafts: list[Draft]) -> list[str]:
    """Say which faults and near misses do not stand in their draft."""
    said = []
    for draft in drafts:
        wanted = [*draft.faults, *({"text": t} for t in draft.truth.get("near_misses", []))]
        for item in wanted:
            try:
                places(draft.text, item)
            except ValueError as error:
                said.append(f"{draft.path.name}: {error}")
    return said


def show_recall(drafts: list[Draft]) -> None:
    total, found, any_kind = Counter[str](), Counter[str](), Counter[str]()
    missed = []
    for draft in drafts:
        for fault in draft.faults:
            kind, spans = fault["kind"], places(draft.text, fault)
            kinds = {f["kind"] for f in draft.findings if touches(f, spans)}
            total[kind] += 1
            found[kind] += kind in kinds
            any_kind[kind] += bool(kinds)
            if kind not in kinds:
                missed.append(f"  {draft.path.stem}  {kind}  {fault['text']!r}  as {sorted(kinds) or '-'}")
    print(f"{'kind':14}{'faults':>8}{'found':>8}{'recall':>8}{'any kind':>10}")
    rows = [(k, total[k], found[k], any_kind[k]) for k in sorted(total)]
    for name, n, hit, anyhow in [*rows, ("all", total.total(), found.total(), any_kind.total())]:
        print(f"{name:14}{n:8}{hit:8}{hit / max(n, 1):8.3f}{anyhow / max(n, 1):10.3f}")
    print("\nmissed:", *missed or ["  none"], sep="\n")


def line(draft: Draft, finding: dict[str, Any]) -> str:
    near = [t for t in draft.truth.get("near_misses", []) if touches(finding, [span_of(draft.text, t, 1)])]
    mark = f"  near miss {near[0]!r}" if near else ""
    said = " ".join(str(finding[key]) for key in ("severity", "kind"))
    return f"  {draft.path.stem}  {said}  {finding['text']!r}  {finding['message']}{mark}"


def show_false(drafts: list[Draft]) -> None:
    """List what was reported in clean drafts, and in faulty ones outside of every fault."""
    clean = [d for d in drafts if not d.faults]
    severities = Counter(f["severity"] for d in clean for f in d.findings)
    for severity in ("must", "should", "check"):
        n = severities[severity]
        print(f"false {severity} per clean draft: {n / max(len(clean), 1):.2f} ({n} in {len(clean)})")
    print("\nfalse findings in clean drafts:")
    print(*[line(d, f) for d in clean for f in d.findings] or ["  none"], sep="\n")
    print("\nfindings in faulty drafts that meet no fault:")
    for draft in (d for d in drafts if d.faults):
        spans = [span for fault in draft.faults for span in places(draft.text, fault)]
        for finding in draft.findings:
            if not touches(finding, spans):
                print(line(draft, finding))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--only-texts", action="store_true", help="say whether all faults stand in their texts; run nothing"
    )
    args = parser.parse_args()
    drafts = load(args.folder)
    if wrong := misplaced(drafts):
        print(*wrong, sep="\n")
        return 1
    print(f"{len(drafts)} drafts, {sum(len(d.faults) for d in drafts)} faults, all in their texts")
    if args.only_texts:
        return 0
    for draft in drafts:
        draft.findings = check(draft.path, draft.truth)
    show_recall(drafts)
    print()
    show_false(drafts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
