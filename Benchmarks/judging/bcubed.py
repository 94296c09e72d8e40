"""B-cubed precision, recall and F1 of a clustering (Bagga and Baldwin 1998).

Of each item: the share of its cluster that has its label (precision), and of its label that is in its
cluster (recall); both are averaged over the items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class BCubed:
    """0 to 1 each."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(labels: Mapping[str, Hashable], clusters: Mapping[str, Hashable]) -> BCubed:
    """Of the items that have a cluster."""
    items = list(clusters)
    if not items:
        return BCubed(0.0, 0.0)
    of_label = Counter(labels[item] for item in items)
    of_cluster = Counter(clusters[item] for item in items)
    of_both = Counter((labels[item], clusters[item]) for item in items)

    def both(item: str) -> int:
        return of_both[labels[item], clusters[item]]

    return BCubed(
        sum(both(item) / of_cluster[clusters[item]] for item in items) / len(items),
        sum(both(item) / of_label[labels[item]] for item in items) / len(items))
