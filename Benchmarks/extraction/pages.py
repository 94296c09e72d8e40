"""Saved pages of four sets: the text, the title, the authors and the date that are read of them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from judging.floors import Floor
from judging.material import Material
from judging.peers import Peers
from judging.program import Program
from judging.table import Group, percent

from . import peers as extractors
from . import program as ingest
from .page import Page, golden, labelled
from .peers import Run
from .score import Score, score


@dataclass(frozen=True)
class PageSet:
    """A set, and the least that must be reached on it: text F1, title, author, date."""

    name: str
    what: str
    text: float
    title: float
    author: float | None = None
    date: float | None = None


SETS = [
    PageSet("html-fundus", "text F1", 0.955, 0.85, 0.85, 0.97),
    PageSet("html-wcxb", "text F1", 0.950, 0.85, 0.70, 0.90),
    PageSet("html-trafilatura", "chunks F1", 0.955, 0.75, 0.55, 0.90),
    PageSet("html-readability", "text F1", 0.950, 0.80),
]
FIELDS = ["text", "title", "author", "date"]


def measure(material: Material, program: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    groups: list[Group] = []
    floors: list[Floor] = []
    spent: dict[str, tuple[int, float]] = {}
    weak = total = 0
    for page_set in SETS:
        folder = material.root / "data" / page_set.name
        if not folder.is_dir():
            print(f"skipped: there is no {folder}")
            continue
        pages = golden(folder) if page_set.author is None else labelled(folder)
        runs = run_all(pages, program, peers)
        scores = [score(pages, run.readings) for run in runs]
        groups.append(table(page_set, pages, runs, scores))
        floors += reached(page_set, runs, scores)
        weak += len(scores[0].weak or [])
        total += len(pages)
        for run in runs:
            count, seconds = spent.get(run.name, (0, 0.0))
            spent[run.name] = (count + run.pages, seconds + run.seconds)
    floors.append(Floor(
        "pages with text F1 below 0.5, or empty", weak / total if total else None, 0.02,
        is_least=False, form="{:.1%}"))
    return groups, floors + speed(spent)


def run_all(pages: list[Page], program: Program, peers: Peers) -> list[Run]:
    """Wireroom first, then the peers, on the same plain files."""
    with tempfile.TemporaryDirectory(prefix="wireroom-pages-") as name:
        directory = Path(name)
        for page in pages:
            (directory / page.name).write_bytes(page.html)
        runs = [ingest.run(program.path, directory)]
        if peers.python:
            runs += [extractors.run(peers.python, peer, directory) for peer in extractors.NAMES]
    return runs


def table(page_set: PageSet, pages: list[Page], runs: list[Run], scores: list[Score]) -> Group:
    group = Group(
        f"{page_set.name} ({len(pages)} pages)",
        [page_set.what, "title", "author", "date", "below 0.5", "pages/s by CPU time"])
    for run, found in zip(runs, scores):
        figures = (getattr(found, field) for field in FIELDS)
        group.add(
            run.name, *("-" if figure is None else f"{figure:.3f}" for figure in figures),
            percent(len(found.weak or []), len(pages)), f"{run.per_second:.0f}")
    ours = runs[0].readings
    group.misses += [f"no record: {page.name}" for page in pages if page.name not in ours]
    group.misses += [f"F1 {one:.2f}: {name}" for name, one in scores[0].weak or [] if name in ours]
    return group


def reached(page_set: PageSet, runs: list[Run], scores: list[Score]) -> list[Floor]:
    floors = []
    for field in FIELDS:
        bound = getattr(page_set, field)
        if bound is None:
            continue
        others = [
            (getattr(found, field), run.name) for run, found in zip(runs[1:], scores[1:])
            if getattr(found, field) is not None]
        floors.append(Floor(
            f"{page_set.name}: {page_set.what if field == 'text' else field}",
            getattr(scores[0], field), bound, form="{:.3f}",
            peer="{:.3f} {}".format(*max(others)) if others else "-"))
    return floors


def speed(spent: dict[str, tuple[int, float]]) -> list[Floor]:
    def per_second(name: str) -> float | None:
        count, seconds = spent.get(name, (0, 0.0))
        return count / seconds if seconds else None

    ours, floors = per_second("Wireroom"), []
    for name, bound in [("trafilatura fast", 5), ("readability-lxml", 10), ("resiliparse", None)]:
        theirs = per_second(name)
        if bound and ours:
            floors.append(Floor(
                f"pages/s: times {name}", ours / theirs if theirs else None, bound, form="{:.1f}",
                peer=f"{theirs:.0f}/s, ours {ours:.0f}/s" if theirs else "-"))
    return floors
