"""KB5xx: the file as a whole, and files against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.markdown_text import without_comments
from kb.model import Problem, Sample
from kb.slots import CODE
from kb.spec import Spec

TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
UNREAD = "待审"
PROMPT = re.compile(r"（写[：:][^）\n]*）")


def check(sample: Sample, spec: Spec, shown: str) -> Iterator[Problem]:
    """Yield prompts of `kb new` that are still in the text, and what a draft of `kb intake` has to be looked at for."""
    for key in ("title", "for"):
        if UNREAD in sample.get(key):
            yield Problem(shown, sample.lines[key], "KB503", f"{key} 里还有“{UNREAD}”")
    if found := prompts(sample):
        line, first = found[0]
        yield Problem(shown, line, "KB503", f"还有{len(found)}处提示语，第一处是“{first[:20]}”")


def prompts(sample: Sample) -> list[tuple[int, str]]:
    """Return (line, text) of every prompt of `kb new` that is still in a sample."""
    return [(b.line_at(m.start()), m.group()) for b in sample.blocks for m in PROMPT.finditer(b.text)]


def check_text(text: str, shown: str) -> list[Problem]:
    """Return comments and HTML left in a file; spec/example.md is made of comments."""
    comments = [] if shown == "spec/example.md" else [m.start() for m in re.finditer("<!--", text)]
    found = [Problem(shown, text.count("\n", 0, at) + 1, "KB503", "还有注释 <!-- -->") for at in comments]
    bare = CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), without_comments(text))
    for tag in TAG.finditer(bare):
        found.append(Problem(shown, bare.count("\n", 0, tag.start()) + 1, "KB504", f"有 HTML“{tag.group()[:30]}”"))
    return found


def same_titles(samples: Mapping[str, Sample]) -> Iterator[Problem]:
    """Yield a problem for every sample, given by its name in the problems, whose title an earlier one has."""
    first: dict[str, str] = {}
    for shown, sample in samples.items():
        title = sample.get("title")
        known = first.setdefault(title, shown)
        if title and known != shown:
            yield Problem(shown, sample.lines["title"], "KB505", f"title 与 {known} 相同")
