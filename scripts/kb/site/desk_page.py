"""What the page 组稿台 is given: its place and its scripts. What it starts from is written by publish/desk.py."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Sample
from kb.site.reference import assets
from kb.spec import Spec

NO_SCRIPT = (
    "组稿台要用浏览器的脚本。没有反应的，请换新一点的浏览器（Edge、Chrome、360的极速模式），或让信息员放行本站脚本；"
    "不用脚本，也可以在范文页下载骨架（Word 或 Markdown），照着填。"
)


def place(_samples: Sequence[Sample], _spec: Spec, page: str) -> str:
    """Return the place of the desk in its page, with what to do where no script runs, its styles and its script."""
    up = "../" * page.count("/")
    style = f'<div><link rel="stylesheet" href="{up}assets/desk.css"></div>'
    return f'<div class="kb-desk"><p>{NO_SCRIPT}</p></div>\n\n{style}\n\n' + assets(page, "desk.js")
