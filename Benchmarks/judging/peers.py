"""Runs the peers: datasketch, rensa and TF-IDF, in a virtual environment that is made once.

datasketch: MinHashLSH, 128 permutations, threshold 0.7, what its query answers.
rensa: RMinHash, 128 permutations, RMinHashLSH in 16 bands, answers whose estimate is 0.7 or more.
TF-IDF: scikit-learn, words, cosine 0.8 or more, all articles at once.
The first two take word 3-grams (character 3-grams of scripts without spaces).
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .material import Article

HERE = Path(__file__).parent
REQUIREMENTS = HERE.parent / "requirements.txt"
PIP = "pip==26.3"
NAMES = ["datasketch", "rensa", "TF-IDF"]


@dataclass
class Answer:
    """The pairs that a peer joined, the article that came first in front.

    ``seconds`` are of the processor's time, on one thread.
    """

    name: str
    joined: set[tuple[str, str]]
    articles: int
    seconds: float

    @property
    def per_second(self) -> float:
        return self.articles / self.seconds if self.seconds else 0.0


class Peers:
    """None of them where ``is_wanted`` is false."""

    def __init__(self, is_wanted: bool) -> None:
        self.python = environment() if is_wanted else None

    def join(self, articles: list[Article]) -> list[Answer]:
        """What each of them joins, one after another."""
        if self.python is None:
            return []
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", prefix="wireroom-peers-") as lines:
            lines.writelines(json.dumps(article) + "\n" for article in articles)
            lines.flush()
            return [self._join(name, lines.name) for name in NAMES]

    def _join(self, name: str, path: str) -> Answer:
        result = subprocess.run(
            [str(self.python), str(HERE / "peer_worker.py"), name, path],
            stdout=subprocess.PIPE, text=True, check=True,
            env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
        answer = json.loads(result.stdout)
        joined = {(first, second) for first, second in answer["joined"]}
        return Answer(name, joined, answer["articles"], answer["seconds"])


def environment() -> Path:
    """The interpreter of an environment with the peers of requirements.txt; it is made if needed."""
    cache = os.environ.get("WIREROOM_BENCH_CACHE")
    root = Path(cache) if cache else Path.home() / ".cache/wireroom-benchmarks"
    version = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()[:12]
    place = root / f"peers-{version}"
    if not (place / "complete").exists():
        print(f"evaluate: installs the peers in {place}", file=sys.stderr)
        try:
            install(place)
        except subprocess.CalledProcessError as error:
            sys.exit(
                f"evaluate: {error}\nevaluate: the peers need PyPI and, on Debian, python3-venv;"
                " --no-peers leaves them out")
    return place / "bin/python"


def install(place: Path) -> None:
    """Makes the environment; ``complete`` in it says that nothing is missing."""
    subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
    # Debian's pip 23 fails where two of them want the same extra of lxml.
    for wanted in (["--upgrade", PIP], ["--requirement", REQUIREMENTS]):
        subprocess.run(
            [place / "bin/pip", "install", "--quiet", "--disable-pip-version-check", *wanted],
            check=True, stdout=sys.stderr)
    (place / "complete").touch()
