"""README, CONTRIBUTING and HACKING name what there is: commands, options, targets, files, rule families."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from functools import cache
from itertools import chain

import pytest

from conftest import ROOT
from kb.cli import parser
from kb.publish import search
from kb.publish.files import of_samples
from kb.site.web import OUTPUTS
from kb.word import skeletons
from published import real_content, real_spec

DOCS = ("README.md", "CONTRIBUTING.md", "HACKING.md")
# Where a relative name may start: HACKING speaks of modules as they stand in scripts/kb.
BASES = ("", "scripts/kb/", "scripts/kb/*/", "scripts/web/")
EXTENSIONS = "md|yml|py|ts|css|js|json|toml|lock|txt|svg"
NAME = re.compile(rf"(?<![\w/.*>-])(?:[\w.*-]+/)+(?:[\w.*-]+)?|(?<![\w/.*>-])[\w.*-]+\.(?:{EXTENSIONS})(?![\w.])", re.A)
# What `make` leaves behind: git-ignored, so not in a fresh clone.
MADE = ("dist", "site", "site/index.html", ".venv/bin/kb", ".cache/web", ".cache/bundle", ".cache/nginx")


def text(name: str) -> str:
    """Return one of the documents."""
    path = ROOT / name
    assert path.is_file(), f"{name} is missing"
    return path.read_text(encoding="utf-8")


def code(markdown: str) -> list[str]:
    """Return what is set as code: inline spans, fenced and indented lines."""
    fenced = re.findall(r"^```[^\n]*\n(.*?)^```", markdown, re.M | re.S)
    rest = re.sub(r"^```.*?^```", "", markdown, flags=re.M | re.S)
    indented = re.findall(r"^ {4,}(\S.*)$", rest, re.M)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^ {4,}\S.*$", "", rest, flags=re.M))
    return [line for block in fenced for line in block.split("\n")] + indented + spans


def pieces() -> list[tuple[str, str]]:
    """Return every piece of code with the document that it stands in."""
    return [(name, piece) for name in DOCS for piece in code(text(name))]


def subcommands() -> dict[str, set[str]]:
    """Return the options of every subcommand of kb."""
    (choices,) = (action.choices for action in parser()._subparsers._group_actions)
    return {name: {o for a in sub._actions for o in a.option_strings} for name, sub in choices.items()}


def targets() -> dict[str, bool]:
    """Return every target of the Makefile, and whether it is for people (has a ## text)."""
    found = re.findall(r"^([a-z]+):([^\n]*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    return {name: "##" in rest for name, rest in found}


@cache
def generated() -> set[str]:
    """Return what a build writes, with and without site/ before it."""
    found = real_content()
    made = chain(of_samples(found.samples, found.spec), search.prepared(found.samples, found.spec)({}))
    names = [name for name, _ in made] + [f"assets/{name}" for name in OUTPUTS]
    names += [skeletons.path(s) for s in found.samples if not s.is_snippet]
    folders = {name.rpartition("/")[0] for name in names} | {"skeletons", ""}
    return {*MADE, *names, *folders, *(f"site/{name}" for name in names), *(f"site/{f}" for f in folders)}


def exists(name: str) -> bool:
    """Whether a name with * stands for something in the repository or in a built site."""
    pattern = name.rstrip("/")
    if any(fnmatch(made, pattern) for made in generated()):
        return True
    return any(next(ROOT.glob(f"{base}{pattern}"), None) for base in BASES)


def names(piece: str) -> list[str]:
    """Return the file names in a piece of code; <unit> stands for any; what a user calls a file is not meant."""
    plain = re.sub(r"<[^<>\s]+>", "*", piece)
    return [n for n in NAME.findall(plain) if not re.fullmatch(rf"\.({EXTENSIONS})", n)]


@pytest.mark.parametrize("name", DOCS)
def test_document_is_there_and_names_commands(name: str):
    assert len(code(text(name))) > 10


def test_reading_of_code_and_names():
    sample = "说 `a/b.py`：\n\n    make x  # c/\n\n```sh\nkb check docs/<unit>/\n```\n1. 甲\n\n       kb new\n"
    assert code(sample) == ["kb check docs/<unit>/", "", "make x  # c/", "kb new", "a/b.py"]
    assert names("kb check docs/<unit>/ x.md 数据.csv .yml") == ["docs/*/", "x.md"]
    assert [exists(n) for n in ("docs/*/", "model.py", "llms.txt", "docs/none/", "x.md")] == [True] * 3 + [False] * 2


def test_every_subcommand_and_option_that_is_named_exists():
    known = subcommands()
    wrong = []
    for document, piece in pieces():
        for command, rest in re.findall(r"(?:^|[\s/])kb (?!\W)(\w+)([^`|#]*)", piece):
            options = re.findall(r"(?<!\S)--?[a-z]+", rest)
            wrong += [(document, piece)] if set(options) - known.get(command, {"?"}) or command not in known else []
    assert wrong == []


def test_every_make_target_that_is_named_exists():
    named = [(d, target) for d, piece in pieces() for target in re.findall(r"\bmake ([a-z]+)", piece)]
    assert [found for found in named if found[1] not in targets()] == []


def test_every_file_and_folder_that_is_named_exists():
    assert [(d, n) for d, piece in pieces() for n in names(piece) if not exists(n)] == []


def test_every_link_leads_to_a_file():
    links = [(d, link) for d in DOCS for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text(d))]
    assert len(links) > 3
    assert [found for found in links if not found[1].startswith("https://") and not (ROOT / found[1]).exists()] == []


@pytest.mark.parametrize("command", subcommands())
def test_every_subcommand_is_named(command: str):
    assert any(re.search(rf"(^|[\s/])kb {command}\b", piece) for _, piece in pieces())


@pytest.mark.parametrize("target", [name for name, for_people in targets().items() if for_people])
def test_every_make_target_is_named(target: str):
    assert any(re.search(rf"\bmake {target}\b", piece) for _, piece in pieces())


@pytest.mark.parametrize("family", sorted({f"{code[:3]}xx" for code in real_spec().rules}))
def test_every_rule_family_is_explained(family: str):
    explained = re.findall(rf"^\| {family} \| (\S.*) \|$", text("CONTRIBUTING.md"), re.M)
    assert len(explained) == 1


@pytest.mark.parametrize("kind", ["unit", "genre"])
def test_the_choices_of_kb_new_are_all_named(kind: str):
    spec = real_spec()
    wanted = list(spec.units) if kind == "unit" else [g.key for g in spec.genres.values() if g.heading]
    assert set(wanted) <= set(code(text("CONTRIBUTING.md")))
