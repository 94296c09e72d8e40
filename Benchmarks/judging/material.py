"""What is measured on: real articles with labelled pairs, headlines with labelled stories.

None of it is part of the project; it lies beside it (``--data``).
"""

from __future__ import annotations

import gzip
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Article = dict[str, Any]
"""``id`` and ``text``, and where known ``title``, ``date`` (ISO 8601), ``lang`` (BCP 47)."""

# ISO 639-3, as the headlines have it, to BCP 47, as a record has it.
LANGUAGES = {
    "ara": "ar", "deu": "de", "eng": "en", "fra": "fr", "hrv": "hr", "ita": "it", "jpn": "ja",
    "por": "pt", "rus": "ru", "slv": "sl", "spa": "es", "srp": "sr", "zho": "zh",
}


@dataclass(frozen=True)
class Pair:
    """Two articles, what they are to one another, and the label that says so.

    ``label`` is duplicate, revision or different (near-duplicates), or what make-pairs expects:
    duplicate, contained, revision or distinct.
    """

    first: str
    second: str
    kind: str
    label: str

    @property
    def is_alike(self) -> bool:
        return self.label not in ("different", "distinct")


class Material:
    """The directory that holds the data and the tools."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def is_there(self) -> bool:
        return (self.root / "data/near-duplicates/articles.jsonl.gz").is_file()

    def newswire(self) -> list[Article]:
        """Real articles in their order of arrival."""
        with gzip.open(self.root / "data/near-duplicates/articles.jsonl.gz", "rt") as lines:
            return [json.loads(line) for line in lines]

    def newswire_pairs(self) -> list[Pair]:
        lines = (self.root / "data/near-duplicates/pairs.tsv").read_text().splitlines()[1:]
        fields = [line.split("\t") for line in lines]
        return [Pair(row[0], row[1], row[5], row[6]) for row in fields]

    def made_pairs(self, work: Path, seed: int, count: int) -> tuple[list[Article], list[Pair]]:
        """Pairs of each kind that make-pairs makes out of the newswire."""
        source = work / "newswire.jsonl"
        with source.open("w") as lines:
            lines.writelines(json.dumps(article) + "\n" for article in self.newswire())
        subprocess.run(
            [self.root / "tools/make-pairs", source, str(seed), "--n", str(count),
             "--out", work / "made"],
            check=True, stdout=subprocess.DEVNULL)
        pairs = [json.loads(line) for line in (work / "made.pairs.jsonl").open()]
        return (
            [json.loads(line) for line in (work / "made.docs.jsonl").open()],
            [Pair(pair["a"], pair["b"], pair["kind"], pair["expect"]) for pair in pairs])

    def headlines(self) -> list[Article]:
        """In their order of time, ``story`` being the label."""
        with (self.root / "data/stories/headlines.jsonl").open() as lines:
            headlines = [json.loads(line) for line in lines]
        return [
            {"id": line["id"], "title": line["title"], "date": line["time"].replace(" ", "T"),
             "lang": LANGUAGES.get(line["lang"], line["lang"]), "story": line["story"]}
            for line in headlines]
