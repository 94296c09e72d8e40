"""The command line of ``Benchmarks/evaluate``."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from extraction import crawls, feeds, pages

from . import floors, growing, near, pairs, selftest, speed, stories, templated, unrelated
from .floors import Floor
from .material import Material
from .peers import Peers
from .program import Program
from .table import Group

PROJECT = Path(__file__).resolve().parents[2]
PARTS = {
    "near": near.measure, "pairs": pairs.measure, "templates": templated.measure,
    "unrelated": unrelated.measure, "growing": growing.measure, "stories": stories.measure,
    "speed": speed.measure, "pages": pages.measure,
    "feeds": feeds.measure, "warc": crawls.measure,
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="evaluate", description="Measures the judge on labelled data, beside its peers.",
        epilog="example: Benchmarks/evaluate --only near,stories --no-peers")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--misses", action="store_true", help="list the pairs that went wrong")
    parser.add_argument("--no-peers", action="store_true", help="leave the peers out")
    parser.add_argument(
        "--only", default=",".join(PARTS), help=f"parts, with commas between: {', '.join(PARTS)}")
    parser.add_argument(
        "--program", type=Path, help="a wireroom that is built (default: builds one, in release)")
    parser.add_argument(
        "--data", type=Path, default=PROJECT.parent / "shared",
        help="the directory with data/ and tools/ (default: shared, beside the project)")
    parser.add_argument("--self-test", action="store_true", help="test the evaluation itself")
    options = parser.parse_args()
    options.only = options.only.split(",")
    if unknown := [part for part in options.only if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}")
    return options


def built() -> Path:
    """Builds the program in release."""
    build = ["swift", "build", "-c", "release", "--package-path", PROJECT]
    build += ["--product", "wireroom", "--static-swift-stdlib"]
    subprocess.run(build, check=True, stdout=sys.stderr)
    place = subprocess.run(
        [*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return Path(place) / "wireroom"


def machine() -> str:
    """What the figures depend on beside the program."""
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    return f"{os.cpu_count()} cores, load {load}"


def main() -> int:
    options = arguments()
    if options.self_test:
        return selftest.main()
    material = Material(options.data)
    if not material.is_there:
        print(f"skipped: there is no data in {options.data} (--data)")
        return 0
    # The judge's speed is measured from inside.
    is_needed = options.only != ["speed"]
    program = Program((options.program or built()).resolve() if is_needed else Path())
    peers = Peers(not options.no_peers)
    before = machine()
    groups: list[Group] = []
    reached: list[Floor] = []
    for part in options.only:
        print(f"evaluate: {part}", file=sys.stderr)
        more, figures = PARTS[part](material, program, peers)
        groups += more
        reached += figures
    report(options, groups, reached, f"{before} before, {machine()} after")
    return 0


def report(
    options: argparse.Namespace, groups: list[Group], reached: list[Floor], conditions: str
) -> None:
    if options.json:
        json.dump(
            {"groups": [group.json() for group in groups],
             "floors": [floor.json() for floor in reached], "machine": conditions},
            sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    for group in [*groups, floors.group(reached)]:
        print(group.text(options.misses), end="\n\n")
    print(conditions)
