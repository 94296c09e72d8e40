"""The peers on the same pages, in the environment that the evaluation has made."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .page import Reading

WORKER = Path(__file__).parent / "peer_worker.py"
NAMES = ["trafilatura", "trafilatura fast", "readability-lxml", "resiliparse"]


@dataclass
class Run:
    """What a program read of the pages of one set; ``seconds`` are of the processor's time."""

    name: str
    readings: dict[str, Reading]
    pages: int
    seconds: float

    @property
    def per_second(self) -> float:
        return self.pages / self.seconds if self.seconds else 0.0


def run(python: Path, name: str, directory: Path) -> Run:
    result = subprocess.run(
        [python, WORKER, name, directory], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, check=True)
    found = json.loads(result.stdout)
    readings = {
        page: Reading(
            answer.get("text", ""), answer.get("title", ""), answer.get("authors", []),
            answer.get("date", ""))
        for page, answer in found["answers"].items()}
    return Run(name, readings, len(readings), found["seconds"])
