"""How well a text and its fields match what was expected.

Text F1: shingles of four words compared as multisets, precision and recall averaged over the pages (the
measure of scrapinghub's article-extraction-benchmark). Chunks F1: over passages that must and must not
be in the text (the measure of trafilatura's evaluation). Title, author and date: the share of pages where
they are equal after folding case, spaces and punctuation, authors as a set.
"""

from __future__ import annotations

import collections
import re
import statistics
from dataclasses import dataclass

from .page import Page, Reading

WORD = re.compile(r"\w+")


@dataclass
class Score:
    """The figures of one program on one set; None where the set does not ask for it."""

    text: float | None = None
    title: float | None = None
    author: float | None = None
    date: float | None = None
    weak: list[tuple[str, float]] | None = None
    """Pages with F1 below 0.5 or no text at all."""


def score(pages: list[Page], readings: dict[str, Reading]) -> Score:
    result = Score()
    none = Reading()
    whole = [page for page in pages if page.body]
    parts = [page for page in pages if page.present or page.absent]
    if whole:
        each = [matches(page.body, readings.get(page.name, none).text) for page in whole]
        # A page without a text has no precision, and a recall of 0.
        precision = mean([match[0] for match in each if match[0] is not None])
        recall = mean([match[1] for match in each])
        result.text = harmonic(precision, recall)
        single = [harmonic(match[0] or 0, match[1]) for match in each]
        result.weak = [(page.name, one) for page, one in zip(whole, single) if one < 0.5]
    elif parts:
        result.text = chunks(parts, readings)
        result.weak = [
            (page.name, 0.0) for page in parts
            if not readings.get(page.name, none).text.strip()]
    result.title = share(
        (folded(page.title), folded(readings.get(page.name, none).title))
        for page in pages if page.title)
    result.author = share(
        (names(page.author), names(readings.get(page.name, none).authors))
        for page in pages if page.author)
    result.date = share(
        (page.date[:10], readings.get(page.name, none).date[:10]) for page in pages if page.date)
    return result


def matches(expected: str, found: str) -> tuple[float | None, float]:
    """Precision, None of nothing, and recall."""
    wanted, got = shingles(expected), shingles(found)
    common = sum((wanted & got).values())
    precision = common / sum(got.values()) if got else None
    return precision, common / sum(wanted.values()) if wanted else 1.0


def shingles(text: str) -> collections.Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    if not words:
        return collections.Counter()
    return collections.Counter(
        tuple(words[at:at + 4]) for at in range(max(1, len(words) - 3)))


def chunks(pages: list[Page], readings: dict[str, Reading]) -> float:
    right = wrong = missed = 0
    for page in pages:
        text = spaced(readings.get(page.name, Reading()).text)
        found = sum(spaced(passage) in text for passage in page.present)
        right += found
        missed += len(page.present) - found
        wrong += sum(spaced(passage) in text for passage in page.absent)
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def share(pairs: object) -> float | None:
    equal = [expected == found for expected, found in pairs]  # type: ignore[attr-defined]
    return sum(equal) / len(equal) if equal else None


def folded(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def spaced(text: str) -> str:
    return " ".join(text.split())


def names(value: str | list[str]) -> set[str]:
    parts = re.split(r"\s*(?:;|,| and | & | und |\|)\s*", value) if isinstance(value, str) else value
    bare = (re.sub(r"^(by|von|par|por|di)\s+", "", part.strip(), flags=re.I) for part in parts)
    return {folded(part) for part in bare if part}


def mean(values: list[float]) -> float:
    return statistics.mean(values) if values else 0.0


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
