"""Merges that no label tells of: an article that was called a copy or revision of a stranger.

Each was looked at by eye once; ``looked-at.tsv`` keeps what was seen, so that a later run shows only
what is new.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .material import Article, Pair
from .peers import Answer
from .program import Judged

LOOKED_AT = Path(__file__).with_name("looked-at.tsv")


@dataclass(frozen=True)
class Merge:
    """An article and the original that it was put to."""

    original: str
    article: str
    verdict: str
    seen: str
    """right, wrong, or new where nobody has looked yet."""
    why: str


def looked_at() -> dict[tuple[str, str], tuple[str, str]]:
    """By original and article: right or wrong, and why."""
    lines = LOOKED_AT.read_text().splitlines()[1:] if LOOKED_AT.exists() else []
    fields = [line.split("\t") for line in lines if line]
    return {(row[0], row[1]): (row[2], row[3]) for row in fields}


class Families:
    """Articles that labels tie together, also over others."""

    def __init__(self, pairs: list[Pair]) -> None:
        self.parents: dict[str, str] = {}
        for pair in pairs:
            if pair.is_alike:
                self.parents[self.head(pair.first)] = self.head(pair.second)

    def head(self, article: str) -> str:
        while (parent := self.parents.get(article, article)) != article:
            article = parent
        return article

    def are_one(self, first: str, second: str) -> bool:
        return self.head(first) == self.head(second)


def unlabelled(articles: list[Article], pairs: list[Pair], judged: Judged) -> list[Merge]:
    """In the order of the articles."""
    families, seen = Families(pairs), looked_at()
    originals: dict[str, str] = {}
    merges = []
    for article in articles:
        name = article["id"]
        record = judged.records.get(name)
        if record is None:
            continue
        original = originals.setdefault(record.original, name)
        if original != name and not families.are_one(original, name):
            judgement, why = seen.get((original, name), ("new", ""))
            merges.append(Merge(original, name, record.verdict, judgement, why))
    return merges


def unlabelled_of_peer(pairs: list[Pair], peer: Answer) -> int:
    """Articles that a peer joined to an earlier one without a label."""
    families = Families(pairs)
    return len({
        later for earlier, later in peer.joined if not families.are_one(earlier, later)})
