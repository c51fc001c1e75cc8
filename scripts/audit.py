"""`make audit`: axe-core on every state of every type of page, Lighthouse on three pages, what the theme's files use
that old browsers lack. Writes docs/about/audit.md; the exit code is 1 when something falls short of what is wanted.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from audit.report import page_name, report
from audit.serving import serve
from audit.states import audit

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "scripts" / "web"
SITE = ROOT / "site"
PAGE = ROOT / "docs" / "about" / "audit.md"
MEASURED = ("index.html", "township/wage-bargaining-annual.html", "desk/index.html")
# Of Lighthouse: performance, accessibility, best practices.
WANTED = (95, 100, 100)


def say(text: str) -> None:
    """Print progress."""
    print(text, file=sys.stderr, flush=True)


def versions(browser: str) -> dict[str, str]:
    """Return when this was and with what."""
    packages = {"axe": WEB / "node_modules/axe-core", "lighthouse": ROOT / "scripts/audit/node_modules/lighthouse"}
    found = {name: json.loads((path / "package.json").read_text())["version"] for name, path in packages.items()}
    today = date.today()
    return found | {"browser": browser.split(".")[0], "day": f"{today.year}年{today.month}月{today.day}日"}


def lighthouse(program: str, url: str) -> Iterator[dict[str, Any]]:
    """Yield what Lighthouse says of each page and device."""
    command = ["node", "lighthouse.js", program, *(url + page for page in MEASURED)]
    with subprocess.Popen(command, cwd=ROOT / "scripts/audit", stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        for line in running.stdout:
            row = json.loads(line)
            say(f"Lighthouse {page_name(row['url'])} {row['device']}：{row['scores']} {row['short']}")
            yield row
    if running.returncode:
        raise SystemExit("Lighthouse 没有跑完")


def theme() -> list[str]:
    """Return what the files of the theme use that the oldest browser has not."""
    files = sorted([*SITE.glob("assets/javascripts/bundle.*.js"), *SITE.glob("assets/stylesheets/*.css")])
    command = ["node", ROOT / "scripts/lint/compat.js", *files]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()


def main() -> int:
    """Audit site/, write the page; returns the exit code."""
    sys.path.append(str(ROOT / "tests"))
    from bench.browsing import chromium
    from browser.conftest import FLAGS
    from chromium import find_or_install

    program = find_or_install()
    with serve(SITE) as url:
        with chromium(program, FLAGS) as browser:
            head = versions(browser.version)
            audited = list(audit(browser, SITE, url, say))
        rows = list(lighthouse(program, url))
    PAGE.write_text(report(head, audited, rows, theme()), encoding="utf-8")
    short = [row for row in rows if any(have < want for have, want in zip(row["scores"], WANTED, strict=True))]
    wrong = [one for one in audited if one.violations]
    print(
        f"无障碍：{len(audited)}次里{len(wrong)}次有不合；Lighthouse：{len(rows)}项里{len(short)}项不够。",
        f"见 {PAGE.relative_to(ROOT)}",
    )
    return 1 if short or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
