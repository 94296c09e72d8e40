"""Feeds, in documents a second: a feed of a usual size, over and over, beside feedparser."""

from __future__ import annotations

import tempfile
from pathlib import Path

from judging.floors import Floor
from judging.material import Material
from judging.peers import Peers
from judging.program import Program
from judging.table import Group, thousands

from . import peers as extractors
from . import program as ingest
from .peers import Run

COUNT = 400
ENTRIES = 30


def measure(_: Material, program: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    with tempfile.TemporaryDirectory(prefix="wireroom-feeds-") as name:
        directory = Path(name)
        for number in range(COUNT):
            (directory / f"{number:04}.xml").write_text(document(number))
        runs = [ingest.run(program.path, directory)]
        if peers.python:
            runs.append(extractors.run(peers.python, "feedparser", directory))
    return [table(runs)], floors(runs)


def table(runs: list[Run]) -> Group:
    group = Group(f"Feeds ({COUNT} of {ENTRIES} entries)", ["feeds/s by CPU time", "entries/s"])
    for run in runs:
        each = COUNT / run.seconds
        group.add(run.name, thousands(each), thousands(each * ENTRIES))
    group.notes.append("Wireroom's time is that of the whole way into the archive, judging and all")
    return group


def floors(runs: list[Run]) -> list[Floor]:
    if len(runs) < 2:
        return []
    return [Floor(
        "feeds/s: times feedparser", runs[1].seconds / runs[0].seconds, 5, form="{:.1f}",
        peer=f"{COUNT / runs[1].seconds:.0f}/s, ours {COUNT / runs[0].seconds:.0f}/s")]


def document(number: int) -> str:
    """RSS as most sites make it, no entry like another."""
    entries = "".join(entry(number * ENTRIES + at) for at in range(ENTRIES))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Harbour news {number}</title><link>https://harbour.example/{number}/</link>"
        f"<description>What floats</description><language>en</language>{entries}</channel></rss>")


def entry(number: int) -> str:
    words = " ".join(f"word{number}x{at}" for at in range(60))
    return (
        f"<item><title>Ship {number} has arrived &amp; left</title>"
        f"<link>https://harbour.example/ships/{number}?utm_source=rss</link>"
        f'<guid isPermaLink="false">harbour:{number}</guid>'
        f"<pubDate>Fri, 06 Mar 2026 {number % 24:02}:{number % 60:02}:00 GMT</pubDate>"
        f"<dc:creator>Writer {number % 17}</dc:creator><category>Ships</category>"
        f"<description>&lt;p&gt;Ship {number} &lt;em&gt;came&lt;/em&gt; in.&lt;/p&gt;</description>"
        f"<content:encoded><![CDATA[<p>Ship {number} came in with {words}.</p>"
        f"<p>It left on the next tide, said the pilot &ldquo;{number}&rdquo;.</p>]]>"
        "</content:encoded></item>")
