"""What a command takes: seconds and, at its peak, memory."""

from __future__ import annotations

import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.engines import quiet

LOOK = 0.1  # seconds between two looks at a running command


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    seconds: float
    megabytes: float


Step = Callable[[], Cost]


def cost(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command in a folder; returns what it took. Raises RuntimeError with its last words when it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=quiet())
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(LOOK)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{command}：{said.read().decode(errors='replace')[-2000:]}")
    return Cost(seconds, peak)


def memory(process: int) -> float:
    """Return the megabytes that a process and those that it started use now, 0 where nothing says so.

    What several of them share is counted once (the system's proportional set size).
    """
    try:
        said = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
        started = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", said, re.M)
    return (int(found[1]) / 1024 if found else 0.0) + sum(memory(int(child)) for child in started.split())


def by_turns(steps: Mapping[str, Step], rounds: int) -> dict[str, Cost]:
    """Return the quickest run of each step: whatever else the machine does only ever makes one slower.

    By turns, as that may last for minutes: all of one step in a row could meet it, and all of another not.
    """
    took = [{name: step() for name, step in steps.items()} for _ in range(rounds)]
    return {name: min((turn[name] for turn in took), key=lambda c: c.seconds) for name in steps}
