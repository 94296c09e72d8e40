"""Texts that grow: a teaser and then the full text, the other way round, and three versions.

They are made of long newswire articles without a copy: the first two paragraphs, the first half, the
whole. A duplicate must add nothing: every sentence that came in has to stand in some archived text.
"""

from __future__ import annotations

import re
from collections import Counter

from .floors import Floor
from .material import Article, Material
from .peers import Peers
from .program import Judged, Program
from .table import Group, percent
from .unrelated import newswire

EACH = 200
LEAST_PARAGRAPHS = 6
LEAST_WORDS = 200
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"])")


def versions(article: Article) -> dict[str, str]:
    paragraphs = article["text"].split("\n\n")
    return {
        "teaser": "\n\n".join(paragraphs[:2]),
        "half": "\n\n".join(paragraphs[:max(3, len(paragraphs) // 2)]),
        "whole": article["text"],
    }


ORDERS = {
    "teaser, then the whole": ["teaser", "whole"],
    "the whole, then the teaser": ["whole", "teaser"],
    "teaser, half, the whole": ["teaser", "half", "whole"],
}
EXPECTED = {
    "teaser, then the whole": ["original", "revision"],
    "the whole, then the teaser": ["original", "duplicate"],
    "teaser, half, the whole": ["original", "revision", "revision"],
}


def drops(material: Material) -> dict[str, list[list[Article]]]:
    """By order, the texts of each article as they are dropped."""
    usable = [
        article for article in newswire(material, material.newswire_pairs())
        if len(article["text"].split("\n\n")) >= LEAST_PARAGRAPHS
        and len(article["text"].split()) >= LEAST_WORDS]
    made: dict[str, list[list[Article]]] = {}
    for number, (name, order) in enumerate(ORDERS.items()):
        made[name] = [
            [{**article, "id": f"{article['id']}/{step}", "text": versions(article)[form]}
             for step, form in enumerate(order)]
            for article in usable[number::len(ORDERS)][:EACH]]
    return made


def measure(material: Material, program: Program, _: Peers) -> tuple[list[Group], list[Floor]]:
    made = drops(material)
    judged = program.judge([text for drop in made.values() for texts in drop for text in texts])
    group = Group(
        "Growing texts", ["articles", "as expected", "sentences", "archived", "lost", "verdicts"])
    lost = 0
    for name, articles in made.items():
        verdicts = [called(judged, texts) for texts in articles]
        kept, all_of_them = sentences_kept(judged, articles)
        lost += all_of_them - kept
        right = sum(verdict == EXPECTED[name] for verdict in verdicts)
        others = Counter(
            "+".join(verdict) for verdict in verdicts if verdict != EXPECTED[name])
        group.add(
            name, len(articles), percent(right, len(articles)), all_of_them,
            percent(kept, all_of_them), all_of_them - kept,
            "; ".join(f"{count} {what}" for what, count in others.most_common(3)) or "-")
    group.notes.append(f"{judged.missing} texts are not in the archive")
    return [group], [
        Floor("growing texts: sentences that no archived text has", float(lost), 0, is_least=False)]


def called(judged: Judged, texts: list[Article]) -> list[str]:
    """The verdicts on the texts of one article; apart where one began a chain of its own."""
    first = texts[0]["id"]
    later = [judged.relation(first, text["id"]) for text in texts[1:]]
    record = judged.records.get(first)
    return [record.verdict if record else "missing", *later]


def sentences_kept(judged: Judged, drops_of_all: list[list[Article]]) -> tuple[int, int]:
    """How many sentences of what was dropped stand in a text of the articles stream; and all."""
    kept = total = 0
    for texts in drops_of_all:
        records = [judged.records.get(text["id"]) for text in texts]
        archived = [
            words(record.text) for record in records if record and record.stream == "articles"]
        for text in texts:
            for sentence in sentences(text["text"]):
                total += 1
                kept += any(words(sentence) in known for known in archived)
    return kept, total


def sentences(text: str) -> list[str]:
    return [
        sentence for paragraph in text.split("\n\n") for sentence in SENTENCE.split(paragraph)
        if words(sentence).strip()]


def words(text: str) -> str:
    """Its words alone, with a blank around each."""
    found = " ".join(re.findall(r"[^\W_]+", text))
    return f" {found} "
