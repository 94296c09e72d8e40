"""One peer over the pages of a directory; prints what it read. Runs in the peers' environment.

    peer_worker.py NAME DIRECTORY
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Answer = dict[str, Any]


def trafilatura(page: bytes) -> Answer:
    return by_trafilatura(page, False)


def trafilatura_fast(page: bytes) -> Answer:
    return by_trafilatura(page, True)


def by_trafilatura(page: bytes, is_fast: bool) -> Answer:
    from trafilatura import bare_extraction

    read = bare_extraction(page, fast=is_fast, with_metadata=True, include_comments=False)
    if read is None:
        return {}
    read = read if isinstance(read, dict) else read.as_dict()
    return {
        "text": read.get("text") or "", "title": read.get("title") or "",
        "authors": [name.strip() for name in (read.get("author") or "").split(";") if name.strip()],
        "date": read.get("date") or ""}


def readability(page: bytes) -> Answer:
    from lxml.html import fromstring
    from readability import Document

    document = Document(page)
    body = fromstring(document.summary(html_partial=True))
    return {
        "text": "\n".join(part.strip() for part in body.itertext()),
        "title": document.short_title() or ""}


def resiliparse(page: bytes) -> Answer:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(bytes_to_str(page, detect_encoding(page)))
    return {"text": extract_plain_text(tree, main_content=True), "title": tree.title or ""}


def feedparser(page: bytes) -> Answer:
    import feedparser as parser

    entries = parser.parse(page).entries
    return {"text": entries[0].get("summary", "") if entries else ""}


PEERS: dict[str, Callable[[bytes], Answer]] = {
    "trafilatura": trafilatura, "trafilatura fast": trafilatura_fast,
    "readability-lxml": readability, "resiliparse": resiliparse, "feedparser": feedparser}


def main() -> None:
    name, directory = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    read = PEERS[name]
    answers: dict[str, Answer] = {}
    paths = sorted(Path(directory).iterdir())
    # Loads what it needs before the clock runs.
    read(b"<html><body><p>" + b"word " * 100 + b"</p></body></html>")
    seconds = 0.0
    for path in paths:
        page = path.read_bytes()
        begun = time.process_time()
        try:
            answers[path.name] = read(page)
        except Exception as error:  # noqa: BLE001
            answers[path.name] = {"error": repr(error)}
        seconds += time.process_time() - begun
    json.dump({"answers": answers, "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
