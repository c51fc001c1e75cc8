"""Work begun in another process gives what the same work gives here, whatever becomes of that process.

Each case is a program of its own: the tests' own process has threads, and such a one is never doubled.
"""

import subprocess
import sys
from typing import Any

import pytest

PROGRAM = """
import os, threading
from kb.ahead import Ahead

here = os.getpid()

def other(): return os.getpid() != here

def work():
    {begin}
    begun = other()
    first = yield
    {go_on}
    last = yield
    return first, last, begun, other()

{before}
ahead = Ahead(work, {beside})
for told in ("清空", "写完"):
    ahead.tell(told)
print(ahead.result())
"""
THREAD = "threading.Thread(target=threading.Event().wait, daemon=True).start()"
DIE = "if other(): os._exit(9)"


def run(
    begin: str = "pass", go_on: str = "pass", before: str = "", beside: bool = True
) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(begin=begin, go_on=go_on, before=before, beside=beside)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)


def test_all_of_it_runs_in_the_other_process():
    assert run().stdout == "('清空', '写完', True, True)\n"


@pytest.mark.parametrize("case", [{"before": THREAD}, {"begin": DIE}, {"go_on": DIE}, {"beside": False}])
def test_where_there_is_none_or_it_dies_all_is_done_here(case: dict[str, Any]):
    done = run(**case)
    assert (done.stdout, done.stderr) == ("('清空', '写完', False, False)\n", "")


def test_a_fault_in_the_work_is_raised_here():
    done = run(go_on="raise ValueError('没有范文')")
    assert done.returncode == 1
    assert done.stderr.endswith("\nValueError: 没有范文\n")
