"""Templated reports in German, Russian and Chinese: next week's prices in last week's words.

A pair is made by the rule of make-pairs: every figure and the three main names of a report are replaced,
the rest stays word for word. Both are different reports, of which neither is a copy of the other.
The texts are in ``templates/``; the same seed gives the same pairs.

Some of the reports come again, shortened or with one figure corrected: who keeps everything apart
would miss these.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from .material import Article, Pair

FOLDER = Path(__file__).with_name("templates")
LANGUAGES = ["de", "ru", "zh"]
SLOT = re.compile(r"\{(\w+)\}")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?: \d{3}(?!\d))*")
SHARES = [0.05, 0.1, 0.2, 0.3]
START = datetime(2026, 3, 2)


@dataclass(frozen=True)
class Template:
    """A headline and a text with slots for names ({town1}); figures stand as they are."""

    headline: str
    text: str

    @property
    def slots(self) -> list[str]:
        return sorted(set(SLOT.findall(self.headline + self.text)))


def load(language: str) -> tuple[dict[str, list[str]], list[Template]]:
    """The names of each sort, and the templates."""
    head, *reports = (FOLDER / f"{language}.txt").read_text().split("\n= ")
    names = {}
    for line in head.strip().splitlines():
        sort, values = line.split(": ", 1)
        names[sort] = values.split(" | ")
    return names, [Template(*report.strip().split("\n", 1)) for report in reports]


def varied(template: Template, numbers: random.Random) -> Template:
    """Another report of the series: figures from half to nearly twice of those that stand there."""
    return replaced(template, lambda value: max(1, round(value * numbers.uniform(0.5, 1.9))))


def bumped(template: Template, numbers: random.Random) -> Template:
    """Every figure replaced by another one, 5 to 30 % away, as make-pairs does it."""
    def other(value: int) -> int:
        step = max(1, int(value * numbers.choice(SHARES)))
        return value + step if value <= step or numbers.random() < 0.5 else value - step

    return replaced(template, other)


def replaced(template: Template, other: Callable[[int], int]) -> Template:
    """Other figures; equal ones stay equal."""
    known: dict[str, str] = {}

    def figure(match: re.Match[str]) -> str:
        return known.setdefault(match[0], written_like(match[0], other))

    def inside(text: str) -> str:
        # What stands in a slot is no figure.
        parts = re.split(r"(\{\w+\})", text)
        return "".join(part if part[:1] == "{" else FIGURE.sub(figure, part) for part in parts)

    return Template(inside(template.headline), inside(template.text))


def written_like(figure: str, other: Callable[[int], int]) -> str:
    """Another figure in the same form: decimals, groups of thousands."""
    digits = re.sub(r"\D", "", figure)
    left = list(str(other(int(digits))).rjust(len(digits), "0"))
    written = [left.pop() if letter.isdigit() else letter for letter in reversed(figure)]
    return re.sub(r"^0+(?=\d)", "", "".join(left + written[::-1]))


def filled(template: Template, names: dict[str, str]) -> tuple[str, str]:
    """Headline and text with these names."""
    headline, text = (
        SLOT.sub(lambda match: names[match[1]], part)
        for part in (template.headline, template.text))
    return headline, text


def drawn(
    template: Template, sorts: dict[str, list[str]], numbers: random.Random,
    other_than: dict[str, str] | None = None,
) -> dict[str, str]:
    """A name for each slot, each once, and none that the slot had before."""
    taken = set((other_than or {}).values())
    names: dict[str, str] = {}
    for slot in template.slots:
        free = [name for name in sorts[slot.rstrip("0123456789")] if name not in taken]
        names[slot] = numbers.choice(free)
        taken.add(names[slot])
    return names


def corrected(report: Article, numbers: random.Random) -> str:
    """The text with one figure replaced."""
    text = report["text"]
    figure = numbers.choice([match[0] for match in FIGURE.finditer(text)])
    other = written_like(figure, lambda value: value + max(1, value // 10))
    return re.sub(rf"(?<!\d){re.escape(figure)}(?!\d)", other, text, count=1)


def again(report: Article, number: int, numbers: random.Random) -> tuple[Article, Pair] | None:
    """One in ten reports comes again shortened, another one corrected."""
    if number % 10 not in (0, 5):
        return None
    language, name = report["lang"], f"{report['id']}+"
    if number % 10 == 0:
        text, kind, label = report["text"].rsplit("\n\n", 1)[0], "shortened", "contained"
    else:
        text, kind, label = corrected(report, numbers), "corrected", "revision"
    return (
        {**report, "id": name, "text": text}, Pair(report["id"], name, f"{language} {kind}", label))


def pairs(language: str, count: int, seed: int) -> tuple[list[Article], list[Pair]]:
    """The two reports of a pair come one after the other; a pair comes every hour."""
    numbers = random.Random(f"{seed}/{language}")
    sorts, templates = load(language)
    articles: list[Article] = []
    made: list[Pair] = []
    for number in range(count):
        first = varied(templates[number % len(templates)], numbers)
        names = drawn(first, sorts, numbers)
        sides = [(first, names), (bumped(first, numbers), drawn(first, sorts, numbers, names))]
        ids = [f"{language}{number}{side}" for side in "ab"]
        date = (START + timedelta(hours=number)).isoformat()
        for name, side in zip(ids, sides):
            headline, text = filled(*side)
            articles.append(
                {"id": name, "title": headline, "text": text, "date": date, "lang": language})
        made.append(Pair(ids[0], ids[1], f"{language} series", "distinct"))
        if repeated := again(articles[-2], number, numbers):
            articles.append(repeated[0])
            made.append(repeated[1])
    return articles, made
