"""Near duplicates of a real newswire: what became of its labelled pairs, by kind."""

from __future__ import annotations

from .confusion import Confusion
from .floors import Floor, share
from .material import Material
from .merges import unlabelled, unlabelled_of_peer
from .peers import Peers
from .program import Program
from .table import Group, thousands

SHORTENED = ["truncated/extended"]
CORRECTED = ["numbers(correction)"]


def measure(material: Material, program: Program, peers: Peers) -> tuple[list[Group], list[Floor]]:
    articles, pairs = material.newswire(), material.newswire_pairs()
    labelled = len(pairs)
    there = {article["id"] for article in articles}
    pairs = [pair for pair in pairs if pair.first in there and pair.second in there]
    judged, answers = program.judge(articles), peers.join(articles)
    confusion = Confusion(articles, pairs, judged, answers)
    group = confusion.group("Near duplicates (newswire)")
    merges = unlabelled(articles, pairs, judged)
    group.notes += [
        f"{thousands(len(articles))} articles, {judged.missing} of them not in the archive;"
        f" {thousands(judged.per_second)} articles/s from file to archive, both cores",
        f"left out: {labelled - len(pairs)} labelled pairs of articles that the data do not have",
        f"merges that no label tells of: {len(merges)}"
        + "".join(f", {answer.name} {unlabelled_of_peer(pairs, answer)}" for answer in answers),
    ]
    group.notes += [
        f"{answer.name}: {thousands(answer.per_second)} articles/s by CPU time, one thread" for answer in answers]
    return [group], floors(confusion)


def floors(confusion: Confusion) -> list[Floor]:
    alike, apart = confusion.kinds(True), confusion.kinds(False)
    corrected = confusion.count(CORRECTED, "revision")

    def best(kinds: list[str], is_alike: bool) -> str:
        total = confusion.total(kinds)
        shares = [
            (confusion.right_of_peer(peer, kinds, is_alike) / total, peer.name)
            for peer in confusion.peers if total]
        return "{:.1%} {}".format(*max(shares)) if shares else "-"

    return [
        share("newswire: duplicates found", confusion.right(alike, True), confusion.total(alike),
              0.97, peer=best(alike, True)),
        share("newswire: shortened copies found", confusion.right(SHORTENED, True),
              confusion.total(SHORTENED), 0.97, peer=best(SHORTENED, True)),
        share("newswire: corrections called revision", corrected, confusion.total(CORRECTED), 0.75),
        share("newswire: different pairs kept apart", confusion.right(apart, False),
              confusion.total(apart), 0.95, peer=best(apart, False)),
    ]
