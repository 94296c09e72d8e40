"""Templated reports in German, Russian and Chinese: how many are called copies of one another."""

from __future__ import annotations

from . import templates
from .confusion import Confusion
from .floors import Floor
from .material import Material
from .peers import Peers
from .program import Program
from .table import Group, thousands

COUNT = 1_000
SEED = 1


def measure(_: Material, program: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    made = [templates.pairs(language, COUNT, SEED) for language in templates.LANGUAGES]
    articles = [article for some, _ in made for article in some]
    pairs = [pair for _, some in made for pair in some]
    judged, answers = program.judge(articles), peers.join(articles)
    group = Confusion(articles, pairs, judged, answers).group("Templated reports, made here")
    floors = []
    for language, (some, _) in zip(templates.LANGUAGES, made):
        series = [article["id"] for article in some if not article["id"].endswith("+")]
        records = [judged.records.get(name) for name in series]
        duplicates = sum(bool(record and record.verdict == "duplicate") for record in records)
        revisions = sum(bool(record and record.verdict == "revision") for record in records)
        group.notes.append(
            f"{language}: of {thousands(len(series))} reports of series {duplicates} were called"
            f" duplicate and {revisions} revision, of whatever other one")
        floors.append(
            Floor(f"templated reports called duplicate, {language}", duplicates / len(series), 0.02,
                  is_least=False, form="{:.1%}"))
    return [group], floors
