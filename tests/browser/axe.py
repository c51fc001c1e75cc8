"""axe-core on a page: what it finds against WCAG 2.1 AA."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from conftest import ROOT

AXE = ROOT / "scripts/web/node_modules/axe-core/axe.min.js"
RUN = """async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false });
    const about = ({ target, any }) => [target.join(" "), any.length ? any[0].message : ""];
    return violations.map(({ id, nodes }) => [id, nodes.map(about)]);
}"""


def violations(page: Page) -> list[str]:
    """Return what is wrong on the open page: the rule, how often, and where first."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[tuple[str, list[Any]]] = page.evaluate(RUN)
    return [f"{rule} ×{len(nodes)}: {nodes[0][0]} {nodes[0][1]}" for rule, nodes in found]
