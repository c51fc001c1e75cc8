"""Files by the hundred are examined in several processes; what is found is the same."""

from __future__ import annotations

import pytest

from kb.rules import many
from kb.rules.gate import examined
from published import SNIPPETS, TEA, real_spec

WRONG = "{{new_unoins=5}}"  # KB306
TEXTS = [(TEA.replace("{{new_unions=5}}", WRONG), f"docs/township/tea-{n}.md") for n in range(4)]
TEXTS.append((SNIPPETS, "docs/township/snippets/assistance.md"))


def test_other_processes_find_the_same_in_the_same_order(monkeypatch: pytest.MonkeyPatch):
    alone = many.examined(TEXTS, real_spec(), examined)
    monkeypatch.setattr(many, "WORTH", len(TEXTS))
    together = many.examined(TEXTS, real_spec(), examined)

    def facts(found):
        return [(sample.path, sample.meta, sample.blocks, problems, list(own)) for sample, problems, own in found]

    assert facts(together) == facts(alone)
    assert [{p.path for p in problems if p.code == "KB306"} for _, problems, _ in together] == [
        *({shown} for _, shown in TEXTS[:4]),
        set(),
    ]
