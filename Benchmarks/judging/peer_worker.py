"""One peer over one file of articles; prints what it joined. Runs in the peers' environment.

    peer_worker.py NAME ARTICLES.jsonl
"""

from __future__ import annotations

import html
import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable

Joined = list[tuple[int, int]]

# Scripts that are written without spaces: kana, Han, Thai.
UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
PERMUTATIONS = 128
THRESHOLD = 0.7
COSINE = 0.8


def plain(text: str) -> str:
    """Without markup and odd characters, as any ingestion would hand it on."""
    text = html.unescape(re.sub(r"<[^<>]*>", " ", text))
    return unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\ufeff", "").lower()


def shingles(text: str) -> list[str]:
    """Word 3-grams, or character 3-grams of a script without spaces; all of a shorter text."""
    units = list(re.sub(r"\W", "", text)) if is_unspaced(text) else re.findall(r"\w+", text)
    return list({" ".join(units[at:at + 3]) for at in range(max(1, len(units) - 2))})


def is_unspaced(text: str) -> bool:
    return len(UNSPACED.findall(text[:400])) * 4 > len(text[:400])


def datasketch(texts: Iterable[str]) -> Joined:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    joined: Joined = []
    for later, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        joined += [(earlier, later) for earlier in index.query(sketch)]
        index.insert(later, sketch, check_duplication=False)
    return joined


def rensa(texts: Iterable[str]) -> Joined:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    sketches: list[RMinHash] = []
    joined: Joined = []
    for later, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(shingles(text))
        joined += [
            (earlier, later) for earlier in index.query(sketch)
            if sketch.jaccard(sketches[earlier]) >= THRESHOLD]
        index.insert(later, sketch)
        sketches.append(sketch)
    return joined


def tfidf(texts: list[str]) -> Joined:
    from sklearn.feature_extraction.text import TfidfVectorizer

    def units(text: str) -> list[str]:
        return shingles(text) if is_unspaced(text) else re.findall(r"\w+", text)

    matrix = TfidfVectorizer(analyzer=units, sublinear_tf=True).fit_transform(texts).tocsr()
    joined: Joined = []
    for start in range(0, matrix.shape[0], 512):
        block = (matrix[start:start + 512] @ matrix.T).tocoo()
        near = block.data >= COSINE
        rows, columns = block.row[near] + start, block.col[near]
        joined += [
            (int(column), int(row)) for row, column in zip(rows, columns) if column < row]
    return joined


PEERS: dict[str, Callable[[list[str]], Joined]] = {
    "datasketch": datasketch, "rensa": rensa, "TF-IDF": tfidf}


def main() -> None:
    name, path = sys.argv[1:]
    with open(path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    # The headline stands for an article that has nothing else.
    texts = [plain(article.get("text") or article.get("title", "")) for article in articles]
    begun = time.process_time()
    joined = PEERS[name](texts)
    seconds = time.process_time() - begun
    names = [article["id"] for article in articles]
    json.dump(
        {"joined": [(names[first], names[second]) for first, second in joined],
         "articles": len(articles), "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
