"""Stories: headlines whose stories are labelled, clustered in one online pass, by language.

The peer gets the best of its thresholds for each language, chosen on the very same headlines.
"""

from __future__ import annotations

import time
from collections import Counter

from . import centroids
from .bcubed import BCubed, bcubed
from .floors import Floor
from .material import Article, Material
from .peers import Peers
from .program import Program
from .table import Group, thousands


def measure(material: Material, program: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    headlines = material.headlines()
    judged = program.judge(headlines)
    labels = {headline["id"]: headline["story"] for headline in headlines}
    clusters = {name: record.story for name, record in judged.records.items()}
    group = Group(
        "Stories (headlines)",
        ["headlines", "stories", "found", "missing", "precision", "recall", "F1",
         *(["TF-IDF P", "R", "F1"] if peers.python else [])])
    figures: dict[str, tuple[BCubed, BCubed | None]] = {}
    spent = 0.0
    for language, _ in Counter(headline["lang"] for headline in headlines).most_common():
        own = [headline for headline in headlines if headline["lang"] == language]
        here = {line["id"]: clusters[line["id"]] for line in own if line["id"] in clusters}
        figure = bcubed(labels, here)
        peer, seconds = best_peer(own, labels) if peers.python else (None, 0.0)
        spent += seconds
        figures[language] = (figure, peer)
        group.add(
            language, len(own), len({line["story"] for line in own}), len(set(here.values())),
            len(own) - len(here), *cells(figure), *(cells(peer) if peer else []))
    group.notes.append(f"{thousands(judged.per_second)} headlines/s from file to archive")
    if spent:
        group.notes.append(
            f"TF-IDF centroids, 72 h decay, the best of {len(centroids.THRESHOLDS)} thresholds for"
            f" each language: {thousands(len(headlines) / spent)} headlines/s by CPU time")
    return [group], floors(figures)


def cells(figure: BCubed) -> list[str]:
    return [f"{value:.3f}" for value in (figure.precision, figure.recall, figure.f1)]


def best_peer(headlines: list[Article], labels: dict[str, str]) -> tuple[BCubed, float]:
    """The best of all thresholds, and the seconds that one pass took on average."""
    begun = time.process_time()
    figures = [
        bcubed(labels, centroids.cluster(headlines, threshold))
        for threshold in centroids.THRESHOLDS]
    seconds = (time.process_time() - begun) / len(centroids.THRESHOLDS)
    return max(figures, key=lambda figure: figure.f1), seconds


def floors(figures: dict[str, tuple[BCubed, BCubed | None]]) -> list[Floor]:
    figure, peer = figures["en"]
    return [
        Floor("stories, English: B-cubed F1", figure.f1, 0.78, form="{:.3f}",
              peer=f"{peer.f1:.3f} TF-IDF" if peer else "-"),
        Floor("stories, English: precision", figure.precision, 0.85, form="{:.3f}",
              peer=f"{peer.precision:.3f} TF-IDF" if peer else "-"),
    ]
