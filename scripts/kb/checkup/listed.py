"""Lists that say how many things they name: 羽毛球、拔河、跳绳两项."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.lines import number_of
from kb.checkup.view import View


def find(view: View) -> Iterator[Finding]:
    """Yield the lists that name more or fewer things than they say."""
    for rule in view.rules["figures"]["lists"]:
        for match in view.searched.matches(rule):
            least = match[1].count("、") + 1
            named = least + match[1].count("和")  # 和 may also join the two halves of one thing
            # Where the clause has more of the list, an item of it was too long to be told from a sentence.
            if not least <= number_of(match[2]) <= named and "、" not in view.clause_before(match.start()):
                message = f"前面列了{named}{match[3]}，写的是{match[2]}{match[3]}"
                yield objection(view, match.start(), match.end(), "check", message)
