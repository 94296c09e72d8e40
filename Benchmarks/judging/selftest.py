"""Tests of the evaluation itself, without data, network or a program: ``evaluate --self-test``."""

from __future__ import annotations

import random
import sys
import unittest

from . import templates
from .bcubed import bcubed
from .confusion import Confusion
from .floors import Floor
from .growing import sentences
from .material import Pair
from .merges import unlabelled
from .peers import Answer
from .program import Judged, Record
from .table import Group


def judged(*records: tuple[str, str, str]) -> Judged:
    """From id, verdict and original."""
    return Judged(
        {name: Record(verdict, None, original, None, "", "articles")
         for name, verdict, original in records}, len(records))


class Figures(unittest.TestCase):
    def test_bcubed_of_a_hand_example(self) -> None:
        # Clusters {a, b, c} and {d}; labels {a, b} and {c, d}.
        labels = {"a": 1, "b": 1, "c": 2, "d": 2}
        figure = bcubed(labels, {"a": 1, "b": 1, "c": 1, "d": 2})
        self.assertAlmostEqual(figure.precision, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
        self.assertAlmostEqual(figure.recall, (1 + 1 + 1 / 2 + 1 / 2) / 4)
        self.assertAlmostEqual(figure.f1, 2 * (2 / 3) * (3 / 4) / (2 / 3 + 3 / 4))

    def test_bcubed_of_what_is_right(self) -> None:
        self.assertEqual(bcubed({"a": 1, "b": 2}, {"a": "x", "b": "y"}).f1, 1)

    def test_floors(self) -> None:
        self.assertTrue(Floor("", 0.97, 0.97).is_met)
        self.assertFalse(Floor("", 6, 5, is_least=False).is_met)
        self.assertIsNone(Floor("", None, 5).is_met)


class Counting(unittest.TestCase):
    articles = [{"id": name} for name in "abcdef"]
    pairs = [
        Pair("a", "b", "copy", "duplicate"), Pair("d", "c", "copy", "duplicate"),
        Pair("a", "e", "series", "different"), Pair("a", "c", "series", "different"),
        Pair("b", "f", "copy", "revision")]
    judgements = judged(
        ("a", "original", "A"), ("b", "duplicate", "A"), ("c", "original", "C"),
        ("d", "revision", "C"), ("e", "duplicate", "A"))

    def test_confusion(self) -> None:
        peer = Answer("peer", {("a", "b"), ("a", "e")}, 6, 1.0)
        confusion = Confusion(self.articles, self.pairs, self.judgements, [peer])
        self.assertEqual(
            dict(confusion.called["copy"]), {"duplicate": 1, "revision": 1, "missing": 1})
        self.assertEqual(dict(confusion.called["series"]), {"duplicate": 1, "apart": 1})
        self.assertEqual(
            confusion.misses, ["series: a e duplicate", "copy: b f missing"])
        # What is missing counts, and not as found.
        self.assertEqual(confusion.right(["copy"], True), 2)
        self.assertEqual(confusion.total(["copy"]), 3)
        self.assertEqual(confusion.right(["series"], False), 1)
        self.assertEqual(confusion.right_of_peer(peer, ["copy"], True), 1)
        self.assertEqual(confusion.right_of_peer(peer, ["series"], False), 1)

    def test_merges_that_no_label_tells_of(self) -> None:
        found = unlabelled(self.articles, self.pairs, self.judgements)
        self.assertEqual([(merge.original, merge.article) for merge in found], [("a", "e")])

    def test_table(self) -> None:
        group = Group("What", ["one"])
        group.add("中文", 1)
        group.add("long name", 23)
        self.assertEqual(group.text().splitlines()[2:], ["中文         1", "long name   23"])


class Templates(unittest.TestCase):
    def test_the_same_seed_gives_the_same_pairs(self) -> None:
        for language in templates.LANGUAGES:
            self.assertEqual(
                templates.pairs(language, 40, 1), templates.pairs(language, 40, 1))
            self.assertNotEqual(
                templates.pairs(language, 40, 1), templates.pairs(language, 40, 2))

    def test_every_figure_and_name_is_replaced(self) -> None:
        for language in templates.LANGUAGES:
            sorts, reports = templates.load(language)
            self.assertGreaterEqual(len(reports), 12)
            for report in reports:
                self.assertEqual(len(report.slots), 3, report.headline)
            names = {name for some in sorts.values() for name in some}
            articles, made = templates.pairs(language, 40, 1)
            by_id = {article["id"]: article for article in articles}
            for pair in made:
                first, second = by_id[pair.first], by_id[pair.second]
                if pair.is_alike:
                    self.assertNotEqual(first["text"], second["text"])
                    continue
                self.assertNotIn("{", first["text"])
                common = {name for name in names if name in first["text"]}
                self.assertFalse([name for name in common if name in second["text"]])
                self.assertNotEqual(first["title"], second["title"])

    def test_a_figure_is_replaced_and_keeps_its_form(self) -> None:
        numbers = random.Random(1)
        for figure in ["3", "1,75", "50.000", "12 400", "0,8547", "7.1265", "10,2"]:
            report = templates.Template(figure, f"{{town1}} {figure} {figure}")
            for _ in range(20):
                other = templates.bumped(report, numbers)
                self.assertNotEqual(figure, other.headline)
                self.assertEqual(other.text, f"{{town1}} {other.headline} {other.headline}")
                self.assertRegex(other.headline, r"^(0(?!\d)|[1-9])")
                self.assertEqual(
                    [letter for letter in figure if not letter.isdigit()],
                    [letter for letter in other.headline if not letter.isdigit()])


class Growing(unittest.TestCase):
    def test_sentences(self) -> None:
        self.assertEqual(
            sentences('He said so. "Why?" she asked.\n\nThen 3.5 went.'),
            ["He said so.", '"Why?" she asked.', "Then 3.5 went."])


def main() -> int:
    """0 where all is well."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    return 0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1
