"""Pairs that make-pairs makes out of the newswire, 300 of each kind."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .confusion import Confusion
from .floors import Floor, share
from .material import Material
from .peers import Peers
from .program import Program
from .table import Group, thousands

SEED = 1
COUNT = 300


def measure(material: Material, program: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    with tempfile.TemporaryDirectory(prefix="wireroom-pairs-") as work:
        articles, pairs = material.made_pairs(Path(work), SEED, COUNT)
    judged, answers = program.judge(articles), peers.join(articles)
    confusion = Confusion(articles, pairs, judged, answers)
    group = confusion.group(f"Made pairs (make-pairs, seed {SEED})")
    group.notes.append(
        f"{thousands(len(articles))} articles, {judged.missing} of them not in the archive;"
        f" {thousands(judged.per_second)} articles/s from file to archive, both cores")
    return [group], [
        share("made pairs: OCR-noised copies found", confusion.right(["ocr"], True),
              confusion.total(["ocr"]), 0.8),
        share("made pairs: corrections called revision", confusion.count(["corrected"], "revision"),
              confusion.total(["corrected"]), 0.75),
        share("made pairs: different pairs kept apart",
              confusion.right(confusion.kinds(False), False),
              confusion.total(confusion.kinds(False)), 0.95),
    ]
