"""Reads and checks the files of spec/, one by one, and makes a Spec of them."""

from __future__ import annotations

from pathlib import Path

from kb.model import Problem
from kb.spec import Spec, build, references, schema, shapes
from kb.spec.kept import kept
from kb.spec.tree import EMPTY
from kb.yaml_file import Node, YamlFault, parse

AS_WRITTEN = ("phrases.yml", "laws.yml", "data_items.yml")  # of which the reference pages show every entry


def load(folder: Path, shown: str) -> tuple[Spec, list[Problem]]:
    """Return the spec and its faults, as `kb.spec.load` does."""
    problems: list[Problem] = []
    trees = {name: read(folder / name, f"{shown}/{name}", problems) for name in schema.FILES}
    usable = all(problem.code != shapes.UNUSABLE for problem in problems)
    shown_as_written = {name: trees[name] for name in AS_WRITTEN}
    spec = Spec(**build.fields(trees), is_usable=usable, trees=shown_as_written)  # type: ignore[arg-type]
    known = {
        "theme": list(spec.themes),
        "unit": list(spec.units),
        "item": list(spec.items),
        "genre": list(spec.genres),
        "span": list(spec.spans),
    }
    # Of a kind that could not be read at all every name would be reported; the file itself already is.
    problems += references.problems(trees, {kind: names for kind, names in known.items() if names}, shown)
    return spec, sorted(set(problems))


def read(path: Path, shown: str, problems: list[Problem]) -> Node:
    """Return the tree of one spec file, an empty one when it can't be read; adds what is wrong to `problems`."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(shown, 1, "KB901", "没有这个文件"))
        return EMPTY
    tree, found = kept({path.name: content}, lambda: examine(content, path.name))
    problems += [Problem(shown, line, code, text) for line, code, text in found]
    return tree


def examine(content: bytes, name: str) -> tuple[Node, list[tuple[int, str, str]]]:
    """Return the tree of the spec file called `name` and (line, code, what was found) of its faults."""
    try:
        tree = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return EMPTY, [(1, "KB907", "不是 UTF-8 编码")]
    except YamlFault as fault:
        return EMPTY, [(fault.line, "KB906", fault.found)]
    return tree, list(shapes.faults(tree, schema.FILES[name]))
