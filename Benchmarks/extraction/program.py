"""``wireroom ingest`` on a directory of pages, by its public door."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from judging.program import environment

from .page import Reading
from .peers import Run

CONFIGURATION = {
    "inbox": {"path": "inbox"},
    # A page may be the copy of another: its text is wanted all the same.
    "archive": {"path": "archive", "duplicates": "full"},
}


def run(program: Path, directory: Path, by_member: bool = False) -> Run:
    """Archives all pages; the whole of the program's processor time counts, on whatever threads."""
    with tempfile.TemporaryDirectory(prefix="wireroom-evaluate-") as name:
        work = Path(name)
        (work / "inbox").mkdir()
        (work / "config.json").write_text(json.dumps(CONFIGURATION))
        before = spent()
        result = subprocess.run(
            [program, "ingest", "--config", work / "config.json", directory],
            capture_output=True, text=True, check=False, env=environment())
        seconds = spent() - before
        # 65: some of the input was quarantined, which shows in the figures.
        if result.returncode not in (0, 65):
            sys.exit(f"evaluate: {program} ended with {result.returncode}:\n{result.stderr}")
        readings = read(work / "archive", by_member)
    return Run("Wireroom", readings, len(os.listdir(directory)), seconds)


def spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def read(archive: Path, by_member: bool) -> dict[str, Reading]:
    readings = {}
    for segment in sorted((archive / "segments").glob("*.jsonl")):
        with segment.open() as lines:
            for line in lines:
                record = json.loads(line)
                page = Path(record["file"]["path"]).name
                if by_member:
                    page += f"!/{record['file']['item']}"
                readings.setdefault(page, Reading(
                    record.get("text", ""), record.get("headline", ""),
                    record.get("bylines", []), record.get("published", "")))
    return readings
