"""WARC files, in records a second: warcinfo, then request, response and metadata of each small page,
each record compressed by itself as crawlers do."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from judging.floors import Floor
from judging.material import Material
from judging.peers import Peers
from judging.program import Program
from judging.table import Group, thousands

from . import program as ingest

PAGES = 2_000
RECORDS = 1 + 3 * PAGES


def measure(_: Material, program: Program, __: Peers) -> tuple[list[Group], list[Floor]]:
    with tempfile.TemporaryDirectory(prefix="wireroom-crawl-") as name:
        crawl = Path(name) / "crawl.warc.gz"
        with crawl.open("wb") as file:
            file.write(record("warcinfo", "", "application/warc-fields", b"software: test\r\n"))
            for number in range(PAGES):
                for part in exchange(number):
                    file.write(part)
        run = ingest.run(program.path, Path(name), by_member=True)
    each = RECORDS / run.seconds
    group = Group(f"WARC ({RECORDS} records)", ["records/s by CPU time", "pages archived"])
    group.add("Wireroom", thousands(each), thousands(len(run.readings)))
    group.notes.append(
        "the whole way into the archive: unpacked, each page's article found, judged and synced")
    return [group], [Floor("WARC records/s", each, 2_000)]


def record(kind: str, url: str, media_type: str, content: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n"
    head += f"WARC-Target-URI: {url}\r\n" if url else ""
    head += "WARC-Date: 2026-03-06T10:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:x:{kind}:{url}>\r\n"
    head += f"Content-Type: {media_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    return gzip.compress(head.encode() + content + b"\r\n\r\n", 6)


def exchange(number: int) -> list[bytes]:
    url = f"https://harbour.example/ships/{number}"
    page = html(number).encode()
    request = f"GET /ships/{number} HTTP/1.1\r\nHost: harbour.example\r\n\r\n".encode()
    response = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}"
        "\r\n\r\n").encode() + page
    return [
        record("request", url, "application/http; msgtype=request", request),
        record("response", url, "application/http; msgtype=response", response),
        record("metadata", url, "application/warc-fields", b"fetchTimeMs: 4\r\n")]


def html(number: int) -> str:
    words = " ".join(f"word{number}x{at}" for at in range(120))
    return (
        f"<!DOCTYPE html><html lang=en><head><title>Ship {number} | Harbour</title></head><body>"
        '<nav><a href="/">Home</a> <a href="/ships">Ships</a></nav><article>'
        f"<h1>Ship {number} has arrived</h1><p>Ship {number} came in with {words}.</p>"
        f"<p>It left on the next tide, said pilot number {number}, who had seen it all.</p>"
        "</article><footer>Harbour News</footer></body></html>")
