"""Counts what became of labelled pairs, by their kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from .material import Article, Pair
from .peers import Answer
from .program import Judged
from .table import Group, percent

CALLED = ["duplicate", "revision", "apart", "missing"]
# By whether the two are alike.
RIGHT = {True: ("duplicate", "revision"), False: ("apart",)}


def in_order(pair: Pair, place: dict[str, int]) -> tuple[str, str]:
    """The two ids, the one that came first in front."""
    pair_of_ids = (pair.first, pair.second)
    return pair_of_ids if place[pair.first] < place[pair.second] else pair_of_ids[::-1]


class Confusion:
    """Rows: kinds of pairs; columns: what the later article of a pair was called."""

    def __init__(
        self, articles: list[Article], pairs: list[Pair], judged: Judged, peers: list[Answer]
    ) -> None:
        self.pairs = pairs
        self.peers = peers
        self.called: dict[str, Counter[str]] = defaultdict(Counter)
        self.joined: dict[str, Counter[str]] = defaultdict(Counter)
        self.labels = {pair.kind: pair.label for pair in pairs}
        self.alike = {pair.kind: pair.is_alike for pair in pairs}
        self.misses: list[str] = []
        place = {article["id"]: at for at, article in enumerate(articles)}
        for pair in pairs:
            earlier, later = in_order(pair, place)
            called = judged.relation(earlier, later)
            self.called[pair.kind][called] += 1
            if called not in RIGHT[pair.is_alike]:
                self.misses.append(f"{pair.kind}: {earlier} {later} {called}")
            for peer in peers:
                self.joined[pair.kind][peer.name] += (earlier, later) in peer.joined

    def count(self, kinds: Iterable[str], *called: str) -> int:
        return sum(self.called[kind][name] for kind in kinds for name in called)

    def total(self, kinds: Iterable[str]) -> int:
        return sum(self.called[kind].total() for kind in kinds)

    def kinds(self, is_alike: bool) -> list[str]:
        return [kind for kind in self.called if self.alike[kind] == is_alike]

    def right(self, kinds: list[str], is_alike: bool) -> int:
        """Alike pairs that were found, or others that were kept apart."""
        return self.count(kinds, *RIGHT[is_alike])

    def right_of_peer(self, peer: Answer, kinds: list[str], is_alike: bool) -> int:
        joined = sum(self.joined[kind][peer.name] for kind in kinds)
        return joined if is_alike else self.total(kinds) - joined

    def group(self, title: str) -> Group:
        group = Group(
            title, ["expected", "pairs", *CALLED, "right", *(peer.name for peer in self.peers)],
            misses=self.misses)
        for is_alike in (True, False):
            kinds = self.kinds(is_alike)
            for kind in kinds:
                self._add(group, kind, self.labels[kind], [kind], is_alike)
            if kinds:
                name = "all to be found" if is_alike else "all to be kept apart"
                self._add(group, name, "", kinds, is_alike)
        return group

    def _add(
        self, group: Group, name: str, label: str, kinds: list[str], is_alike: bool
    ) -> None:
        total = self.total(kinds)
        group.add(
            name, label, total, *(self.count(kinds, called) for called in CALLED),
            percent(self.right(kinds, is_alike), total),
            *(percent(self.right_of_peer(peer, kinds, is_alike), total) for peer in self.peers))
