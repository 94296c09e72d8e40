"""The one table that is printed: groups of rows, each group with its own columns."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Group:
    """Rows that are measured in the same way, and what has to be said of them."""

    title: str
    columns: list[str]
    rows: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    """Single pairs that were called what they are not."""

    def add(self, *cells: object) -> None:
        self.rows.append([str(cell) for cell in cells])

    def text(self, with_misses: bool = False) -> str:
        rows = [[self.title, *self.columns], *self.rows]
        widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
        lines = [aligned(row, widths) for row in rows]
        lines.insert(1, "-" * width(lines[0]))
        remarks = self.notes + (self.misses if with_misses else [])
        return "\n".join(lines + [f"  {remark}" for remark in remarks])

    def json(self) -> dict[str, Any]:
        return asdict(self)


def aligned(cells: list[str], widths: list[int]) -> str:
    """The first cell to the left, the others to the right."""
    first = cells[0] + " " * (widths[0] - width(cells[0]))
    others = [" " * (wide - width(cell)) + cell for cell, wide in zip(cells[1:], widths[1:])]
    return "  ".join([first, *others])


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def percent(part: float, whole: float) -> str:
    """A share, to a tenth of a percent; a dash of nothing."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def thousands(number: float) -> str:
    return f"{number:,.0f}"
