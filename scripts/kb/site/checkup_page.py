"""What the page 体检 is given: its place, and the rules as a script, which a page from a disk can load too."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kb.model import Sample
from kb.site.reference import assets
from kb.spec import Spec

NO_SCRIPT = (
    "这一页要用浏览器的脚本来检查。没有反应的，请换新一点的浏览器（Edge、Chrome、360的极速模式），或让信息员放行本站脚本；"
    "不用脚本，也可以查下面的三张表。"
)


def place(_samples: Sequence[Sample], spec: Spec, page: str) -> str:
    """Return the place of the check-up in its page, with what to do where no script runs, and its scripts."""
    date = str(spec.checkup.get("as_of", ""))
    return f'<div class="kb-check" data-as-of="{date}"><p>{NO_SCRIPT}</p></div>\n\n' + assets(
        page, "check.js", "check-rules.js"
    )


def rules_script(spec: Spec) -> str:
    """Return the script that hands the rules, and the names of unit types and genres, to the page."""
    units = {u.key: u.name for u in spec.units.values()}
    genres = {g.key: g.name for g in spec.genres.values() if g.key != "snippet"}
    given = {"rules": spec.checkup, "units": units, "genres": genres}
    return f"kbCheckRules({json.dumps(given, ensure_ascii=False, separators=(',', ':'))});\n"
