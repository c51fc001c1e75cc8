"""Problems as text for people, and the exit code; both are decided here and only here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kb.model import Problem, Severity

if TYPE_CHECKING:
    from kb.spec import Spec

OK, PROBLEMS, USAGE = 0, 1, 2
WORDS = {Severity.ERROR: "错误", Severity.CHECK: "请核对", Severity.HINT: "建议"}


def line(problem: Problem, spec: Spec) -> str:
    """Return `file:line CODE what was found；应当：what was expected；改法：how to repair`."""
    rule = spec.rules.get(problem.code)
    where = f"{problem.path}:{problem.line} {problem.code}"
    if rule is None:
        return f"{where} {problem.found}"
    kind = "" if rule.severity is Severity.ERROR else f"［{WORDS[rule.severity]}］"
    return f"{where} {kind}{problem.found}；应当：{rule.sentence}；改法：{rule.repair}"


def summary(problems: Iterable[Problem], spec: Spec, files: int) -> str:
    """Return the closing line: how many files, errors and things to look at."""
    grave = [spec.rules[p.code].severity if p.code in spec.rules else Severity.ERROR for p in problems]
    errors, checks, hints = (grave.count(s) for s in Severity)
    more = f"，建议{hints}处" if hints else ""
    left_out = "" if spec.is_complete else "；spec 不全或用不了，范文没有查，先改好 spec"
    return f"查了{files}个文件：错误{errors}处，请核对{checks}处{more}{left_out}"


def exit_code(errors: int) -> int:
    """Return 1 when there are errors; things to look at do not stop anything."""
    return PROBLEMS if errors else OK
