"""10,000 articles that are not related: whatever is merged among them is merged wrongly.

Newswire articles of which no two are labelled as copies or revisions (those that are templates of one
another stay: they are the hard ones), the texts of saved web pages, and, to make up the number, one
headline of each of other stories. A pair that no label tells of may be alike all the same: each merge
was looked at by eye (``looked-at.tsv``).
"""

from __future__ import annotations

import json

from .floors import Floor
from .material import Article, Material, Pair
from .merges import Families, Merge, unlabelled, unlabelled_of_peer
from .peers import Answer, Peers
from .program import Judged, Program
from .table import Group, percent, thousands

COUNT = 10_000
PAGES = ["html-fundus", "html-trafilatura", "html-wcxb"]


def newswire(material: Material, pairs: list[Pair]) -> list[Article]:
    """The first of each family of copies."""
    families, seen, first = Families(pairs), set(), []
    for article in material.newswire():
        family = families.head(article["id"])
        if family not in seen:
            seen.add(family)
            first.append(article)
    return first


def pages(material: Material) -> list[Article]:
    """What saved pages say, where it is more than a line."""
    found = []
    for folder in PAGES:
        with (material.root / "data" / folder / "expected.jsonl").open() as lines:
            for line in lines:
                page = json.loads(line)
                if len(page.get("body") or "") > 200:
                    found.append({
                        "id": f"{folder}/{page['id']}", "text": page["body"],
                        "title": page.get("title") or ""})
    return found


def headlines(material: Material) -> list[Article]:
    """The first of each story, in each language; none twice."""
    first: dict[tuple[str, str], Article] = {}
    for headline in material.headlines():
        first.setdefault((headline["lang"], headline["story"]), headline)
    return list({headline["title"]: headline for headline in first.values()}.values())


def collect(material: Material) -> tuple[list[Article], list[int]]:
    """The articles, and how many came from where."""
    parts = [newswire(material, material.newswire_pairs()), pages(material)]
    parts.append(headlines(material)[:COUNT - sum(map(len, parts))])
    return [article for part in parts for article in part], [len(part) for part in parts]


def measure(material: Material, program: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    articles, counts = collect(material)
    judged, answers = program.judge(articles), peers.join(articles)
    merges = unlabelled(articles, [], judged)
    group = table(articles, judged, merges, answers)
    group.notes += [
        "{} newswire articles without a copy among them, {} web pages, {} headlines of different"
        " stories; {} not in the archive".format(*counts, judged.missing),
        *(describe(merge) for merge in merges),
    ]
    wrong = [merge for merge in merges if merge.seen != "right"]
    fewest = min(
        ((unlabelled_of_peer([], answer), answer.name) for answer in answers), default=None)
    return [group], [
        Floor("wrong merges among 10,000 unrelated articles", float(len(wrong)), 5, is_least=False,
              peer="{} merges {}, unseen".format(*fewest) if fewest else "-")]


def table(
    articles: list[Article], judged: Judged, merges: list[Merge], answers: list[Answer]
) -> Group:
    group = Group("Unrelated articles", ["articles", "merged", "share", "by eye: wrong", "right", "new"])
    seen = [merge.seen for merge in merges]
    total = len(articles)
    group.add("Wireroom: called duplicate or revision", thousands(total), len(merges),
              percent(len(merges), total), *(seen.count(name) for name in ("wrong", "right", "new")))
    duplicates = sum(merge.verdict == "duplicate" for merge in merges)
    group.add("  of them called duplicate", "", duplicates, percent(duplicates, total), "", "", "")
    for answer in answers:
        count = unlabelled_of_peer([], answer)
        group.add(answer.name, thousands(total), count, percent(count, total), "", "", "")
    return group


def describe(merge: Merge) -> str:
    why = f": {merge.why}" if merge.why else ""
    return f"{merge.article} {merge.verdict} of {merge.original}, {merge.seen}{why}"
