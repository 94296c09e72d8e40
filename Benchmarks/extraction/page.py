"""Saved web pages with what should be read of them."""

from __future__ import annotations

import gzip
import html.parser
import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Page:
    """A page and what is expected of it; what is empty is not asked for."""

    path: Path
    name: str
    body: str = ""
    title: str = ""
    author: str | list[str] = ""
    date: str = ""
    present: list[str] = field(default_factory=list)
    """Passages that belong into the text."""
    absent: list[str] = field(default_factory=list)
    """Passages that do not."""

    @property
    def html(self) -> bytes:
        return gzip.decompress(self.path.read_bytes())


@dataclass
class Reading:
    """What a program read of a page; dates begin with YYYY-MM-DD."""

    text: str = ""
    title: str = ""
    authors: list[str] = field(default_factory=list)
    date: str = ""


def labelled(folder: Path) -> list[Page]:
    """The pages of a set with one expected line each."""
    pages = []
    with (folder / "expected.jsonl").open() as lines:
        for line in lines:
            value = json.loads(line)
            pages.append(Page(
                folder / value["file"], Path(value["file"]).name.removesuffix(".gz"),
                value.get("body") or "", value.get("title") or "", value.get("author") or "",
                value.get("date") or "", value.get("with") or [], value.get("without") or []))
    return pages


def golden(folder: Path) -> list[Page]:
    """The pages of a set with an expected page each."""
    pages = []
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        said = json.loads((place / "expected-metadata.json").read_text())
        body = PlainText.of(gzip.decompress((place / "expected.html.gz").read_bytes()).decode())
        pages.append(Page(
            place / "source.html.gz", f"{place.name}.html", body, said.get("title") or ""))
    return pages


class PlainText(html.parser.HTMLParser):
    """The words of a page, whatever its structure."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style") and self.hidden > 0
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)

    @classmethod
    def of(cls, page: str) -> str:
        parser = cls()
        parser.feed(page)
        return "".join(parser.parts)


INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
