"""Check digits of numbers that belong to persons."""

from __future__ import annotations

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"


def is_identity_number(written: str) -> bool:
    """Whether the last of 18 signs is right for the 17 digits before it."""
    total = sum(int(d) * w for d, w in zip(written[:17], WEIGHTS, strict=True))
    return CHECK[total % 11] == written[17].upper()


def is_bank_card(written: str) -> bool:
    """Whether the digits, blanks dropped, pass the Luhn check."""
    digits = [int(d) for d in written if d.isdigit()]
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
