"""The judge on one thread (``judging-speed``, the nested package), and the peers on the same texts.

What is held against the floors is measured in the processor's time that the thread had: what others do
on the machine meanwhile takes little from that. On a quiet machine the two agree.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .floors import Floor
from .material import Material
from .peers import Answer, Peers
from .program import Program
from .table import Group, percent, thousands

PACKAGE = Path(__file__).resolve().parents[1]
PEER_ARTICLES = 5_000


def measure(_: Material, __: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    tool = built()
    with tempfile.TemporaryDirectory(prefix="wireroom-speed-") as directory:
        found = json.loads(run(tool, "--json", "--directory", directory))
    answers: list[Answer] = []
    if peers.python:
        lines = run(tool, "print", "--count", str(PEER_ARTICLES)).splitlines()
        answers = peers.join([json.loads(line) for line in lines])
    return [table(found, answers), copies(found)], floors(found, answers)


def built() -> Path:
    build = ["swift", "build", "-c", "release", "--package-path", str(PACKAGE)]
    build += ["--product", "judging-speed"]
    subprocess.run(build, check=True, stdout=sys.stderr)
    place = subprocess.run(
        [*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return Path(place) / "judging-speed"


def run(tool: Path, *options: str) -> str:
    return subprocess.run(
        [tool, *options], check=True, stdout=subprocess.PIPE, text=True).stdout


def table(found: dict[str, Any], answers: list[Answer]) -> Group:
    group = Group(
        "Speed (5 KB, one thread)",
        ["articles/s", "by CPU time", "features µs", "judging µs", "admitting µs", "copies found"])
    for level in found["levels"]:
        group.add(
            f"{thousands(level['known'])} known, 1 in {level['copyEvery']} a copy",
            thousands(level["articlesPerSecond"]), thousands(level["articlesPerProcessorSecond"]),
            *(f"{level[step] / 1000:.1f}" for step in ("features", "judging", "admitting")),
            percent(level["copiesFound"], level["copies"]))
    if extrapolated := found.get("extrapolated"):
        group.add(
            f"{thousands(extrapolated['known'])} known: extrapolated, not measured",
            "", thousands(extrapolated["articlesPerProcessorSecond"]), "", "", "", "")
    for answer in answers:
        group.add(
            f"{answer.name}, {thousands(answer.articles)} such articles",
            "", thousands(answer.per_second), "", "", "", "")
    memory, longest = found["memory"], found["longestAdmission"]
    group.notes += [
        f"memory at {thousands(memory['known'])} known: {memory['index'] // memory['known']} bytes an"
        f" article by the index's own account, {memory['resident'] // memory['known']} by what the"
        " process has grown",
        "of these: " + ", ".join(
            f"{bytes_ // memory['known']} {name}" for name, bytes_ in found["parts"].items()
            if bytes_ >= memory["known"]),
        f"longest admission: {longest['wall'] / 1e6:.1f} ms, {longest['processor'] / 1e6:.1f} ms of"
        f" CPU time",
    ]
    return group


def copies(found: dict[str, Any]) -> Group:
    """Made-up copies by the length of their originals."""
    rows = found["copies"]
    edits = {
        "firstTenth": "first tenth", "firstHalf": "first half",
        "withoutSentences": "two sentences less", "otherWords": "1 word in 60"}
    group = Group("Copies found, by length", ["keys", "copies each", *edits.values()])
    for row in rows:
        group.add(
            f"texts of {thousands(row['textBytes'])} bytes", row["keys"], row["copies"],
            *(percent(row["found"][edit], row["copies"]) for edit in edits))
    return group


def floors(found: dict[str, Any], answers: list[Answer]) -> list[Floor]:
    empty, usual, verified, most = found["levels"]
    memory, longest = found["memory"], found["longestAdmission"]
    fastest = max(((answer.per_second, answer.name) for answer in answers), default=None)
    peer = "{:,.0f} {}".format(*fastest) if fastest else "-"
    reached = [
        Floor("judging, 100,000 known, one in ten a copy (articles/s)",
              usual["articlesPerProcessorSecond"], 25_000, peer=peer),
        Floor("judging, 100,000 known, each a copy (articles/s)",
              verified["articlesPerProcessorSecond"], 8_000),
        Floor(f"memory for each of {thousands(memory['known'])} known articles (bytes)",
              memory["resident"] / memory["known"], 1_024, is_least=False),
        Floor(f"speed at {thousands(most['known'])} known against a nearly empty index",
              most["articlesPerProcessorSecond"] / empty["articlesPerProcessorSecond"], 0.75,
              form="{:.1%}"),
        Floor("longest wait for the table to grow (ms)", longest["processor"] / 1e6, 50,
              is_least=False, form="{:.1f}"),
    ]
    if extrapolated := found.get("extrapolated"):
        reached.append(Floor(
            f"the same at {thousands(extrapolated['known'])}, extrapolated",
            extrapolated["articlesPerProcessorSecond"] / empty["articlesPerProcessorSecond"],
            0.75, form="{:.1%}"))
    return reached
