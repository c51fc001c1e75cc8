"""The check-up: what a superior would object to in a draft. `checkup` is all that the rest of the code calls."""

from kb.checkup.engine import checkup
from kb.checkup.finding import Finding, Result

__all__ = ["Finding", "Result", "checkup"]
