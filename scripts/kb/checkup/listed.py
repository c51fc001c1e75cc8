"""Lists that say how many things they name: 羽毛球、拔河、跳绳两项; 三个社团：合唱、书法."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checkup.figures import objection
from kb.checkup.finding import Finding
from kb.checkup.lines import number_of
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

AND = re.compile("[和与及]")


def find(view: View) -> Iterator[Finding]:
    """Yield the lists that name more or fewer things than they say."""
    for rule in view.rules["figures"]["lists"]:
        for match in view.searched.matches(rule):
            said, unit, names = (match[1], match[2], match[3]) if "after" in rule else (match[2], match[3], match[1])
            least, most = named(view, match, rule, names)
            if least and not least <= number_of(said) <= most:
                place = "后面" if "after" in rule else "前面"
                message = f"{place}列了{most}{unit}，写的是{said}{unit}"
                yield objection(view, match.start(), match.end(), "check", message)


def named(view: View, match: re.Match[str], rule: Rules, names: str) -> tuple[int, int]:
    """Return how many things a list names, at least and at most; zeros where it is not clear where it ends."""
    bare = regex(view.rules["figures"]["breakdown"]["brackets"]).sub("", names)
    least = bare.count("、") + 1
    # 和 may also join the two halves of one thing.
    most = least + len(AND.findall(bare)) + bool(AND.match(view.shown[max(0, match.start() - 1) : match.start()]))
    if "after" in rule:
        further = view.shown.startswith("，", match.end()) and most < number_of(match[1])
        return (0, 0) if "等" in bare or further else (least, most)
    # Where the clause has more of the list, an item of it was too long to be told from a sentence.
    part = "、" in view.clause_before(match.start()) or ("led" in rule and regex(rule["led"]).search(names))
    return (0, 0) if part else (least, most)
