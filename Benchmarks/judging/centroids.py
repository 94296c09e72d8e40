"""The peer for stories: TF-IDF centroids that halve in 72 hours of silence, in one online pass.

A headline joins the story whose centroid is nearest, by cosine times the decay of the time since the
story's last headline, or begins one. Term weights go by the headlines so far.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from datetime import datetime

from .material import Article

DECAY_HOURS = 72.0
THRESHOLDS = [0.16, 0.18, 0.20, 0.22, 0.24, 0.25, 0.26, 0.28, 0.30, 0.34]
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

Vector = dict[str, float]


class Story:
    """The sum of its headlines' vectors, and when the last of them came."""

    def __init__(self) -> None:
        self.sum: Vector = defaultdict(float)
        self.square = 0.0
        self.last = 0.0

    def add(self, vector: Vector, hour: float) -> None:
        for term, weight in vector.items():
            before = self.sum[term]
            self.sum[term] = before + weight
            self.square += weight * (2 * before + weight)
        self.last = hour

    def nearness(self, vector: Vector, hour: float) -> float:
        product = sum(weight * self.sum.get(term, 0.0) for term, weight in vector.items())
        return product / math.sqrt(self.square) * 2 ** (-(hour - self.last) / DECAY_HOURS)


def terms(title: str) -> list[str]:
    """Words; pairs of characters of a script without spaces."""
    title = title.lower()
    if UNSPACED.search(title):
        letters = re.sub(r"\W", "", title)
        return [letters[at:at + 2] for at in range(max(1, len(letters) - 1))]
    return re.findall(r"\w\w+", title)


def hour(article: Article) -> float:
    return datetime.fromisoformat(article["date"]).timestamp() / 3600


def cluster(headlines: list[Article], threshold: float) -> dict[str, int]:
    """The number of its story for each headline, which come in the order of their time."""
    stories: list[Story] = []
    holders: dict[str, set[int]] = defaultdict(set)
    frequency: Counter[str] = Counter()
    found: dict[str, int] = {}
    for count, headline in enumerate(headlines):
        vector = weigh(Counter(terms(headline["title"])), frequency, count)
        now = hour(headline)
        near = {number for term in vector for number in holders[term]}
        score, best = max(
            ((stories[number].nearness(vector, now), -number) for number in near), default=(0.0, 0))
        number = -best
        if score < threshold:
            number = len(stories)
            stories.append(Story())
        stories[number].add(vector, now)
        found[headline["id"]] = number
        for term in vector:
            holders[term].add(number)
            frequency[term] += 1
    return found


def weigh(counts: Counter[str], frequency: Counter[str], headlines: int) -> Vector:
    """A vector of length 1."""
    vector = {
        term: (1 + math.log(count)) * math.log(1 + (headlines + 1) / (frequency[term] + 0.5))
        for term, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}
