"""Feeds articles to ``wireroom ingest`` and reads the records back: the judge by its public door."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .material import Article


@dataclass
class Record:
    """What became of an article."""

    verdict: str
    match: str | None
    original: str
    story: str | None
    text: str
    stream: str


@dataclass
class Judged:
    """The records of one run, by the id that the article has in the data."""

    records: dict[str, Record] = field(default_factory=dict)
    articles: int = 0
    seconds: float = 0.0

    @property
    def missing(self) -> int:
        """Articles without a record: they were quarantined."""
        return self.articles - len(self.records)

    @property
    def per_second(self) -> float:
        return self.articles / self.seconds if self.seconds else 0.0

    def relation(self, earlier: str, later: str) -> str:
        """What the later of two articles was called: duplicate, revision, apart or missing."""
        first, second = self.records.get(earlier), self.records.get(later)
        if first is None or second is None:
            return "missing"
        return second.verdict if first.original == second.original else "apart"


class Program:
    """A wireroom that is built."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def judge(self, articles: list[Article]) -> Judged:
        """Archives the articles in their order, in a directory of its own that is removed."""
        with tempfile.TemporaryDirectory(prefix="wireroom-evaluate-") as name:
            work = Path(name)
            (work / "inbox").mkdir()
            (work / "config.json").write_text(
                json.dumps({"inbox": {"path": "inbox"}, "archive": {"path": "archive"}}))
            with (work / "articles.jsonl").open("w") as lines:
                lines.writelines(line(article) for article in articles)
            begun = time.monotonic()
            result = subprocess.run(
                [self.path, "ingest", "--config", work / "config.json", work / "articles.jsonl"],
                capture_output=True, text=True, check=False, env=environment())
            seconds = time.monotonic() - begun
            # 65: some of the input was quarantined, which the tables show.
            if result.returncode not in (0, 65):
                sys.exit(f"evaluate: {self.path} ended with {result.returncode}:\n{result.stderr}")
            return Judged(read(work / "archive", articles), len(articles), seconds)


def environment() -> dict[str, str]:
    """Without the evaluation's own variable, which the program would refuse."""
    return {key: value for key, value in os.environ.items() if key != "WIREROOM_BENCH_CACHE"}


def line(article: Article) -> str:
    """One article as JSON Lines."""
    keys = {"headline": "title", "text": "text", "published": "date", "language": "lang"}
    members = {key: article[name] for key, name in keys.items() if article.get(name)}
    return json.dumps(members) + "\n"


def read(archive: Path, articles: list[Article]) -> dict[str, Record]:
    """The records of an archive whose articles came in one file."""
    records = {}
    for stream in ("articles", "duplicates"):
        for segment in sorted((archive / "segments").glob(f"{stream}-*.jsonl")):
            with segment.open() as lines:
                for text in lines:
                    value = json.loads(text)
                    article = articles[value["file"]["item"] - 1]
                    records[article["id"]] = record(value, stream)
    return records


def record(value: dict[str, Any], stream: str) -> Record:
    """One line of the archive."""
    return Record(
        value["verdict"], value.get("match"), value["original"], value.get("story"),
        value.get("text", ""), stream)
