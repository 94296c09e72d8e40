"""The figures that must be reached, and whether they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .table import Group


@dataclass(frozen=True)
class Floor:
    """A figure, the least or the most that it may be, and how it is printed."""

    what: str
    figure: float | None
    bound: float
    is_least: bool = True
    form: str = "{:,.0f}"
    peer: str = "-"

    @property
    def is_met(self) -> bool | None:
        if self.figure is None:
            return None
        return self.figure >= self.bound if self.is_least else self.figure <= self.bound

    @property
    def verdict(self) -> str:
        return {None: "not measured", True: "met", False: "BELOW"}[self.is_met]

    def json(self) -> dict[str, Any]:
        return {
            "what": self.what, "figure": self.figure, "bound": self.bound,
            "isLeast": self.is_least, "isMet": self.is_met, "peer": self.peer}


def share(what: str, part: int, whole: int, bound: float, **other: Any) -> Floor:
    """A floor on a share, 0 to 1."""
    figure = part / whole if whole else None
    return Floor(what, figure, bound, form="{:.1%}", **other)


def group(floors: list[Floor]) -> Group:
    """All floors, the missed ones told apart."""
    table = Group("Floors", ["measured", "floor", "", "best peer here"])
    for floor in floors:
        figure = "-" if floor.figure is None else floor.form.format(floor.figure)
        bound = ("at least " if floor.is_least else "at most ") + floor.form.format(floor.bound)
        table.add(floor.what, figure, bound, floor.verdict, floor.peer)
    return table
