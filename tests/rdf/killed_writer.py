"""Writers that are killed: they build and update with articles made by hand.

`python -m tests.rdf.killed_writer STORE` reads lines of a seed and seconds; for each it
starts a writer, kills it after so long, and prints the line again. The writers are
forked from one that has all at hand and no store open, so that a round is short.

Article `n` always says the same in a revision, so that whoever looks afterwards can
tell a whole one.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from functools import cache

from tests.rdf.articles import article

from dateline.rdf.encode import EncodedArticle
from dateline.rdf.fusion import encode_fusion
from dateline.rdf.store import GraphStore

REVISIONS = 4
ARTICLES = 12
ENDLESS = 1_000_000


@cache
def revision(n: int, number: int) -> EncodedArticle:
    """Return revision `number` of article `n`; the text of each has another length."""
    return article(f"https://example.org/{n}", more=" More." * number)


def make_all() -> list[EncodedArticle]:
    """Encode every revision of every article."""
    return [revision(n, number) for n in range(ARTICLES) for number in range(REVISIONS)]


def write_until_killed(path: str, seed: int) -> None:
    """Change the store at random, again and again."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    for _ in range(ENDLESS):
        with GraphStore.open(path) as store:
            for _ in range(chance.randrange(1, 4)):
                chosen = chance.sample(range(ARTICLES), 3)
                store.replace_articles(
                    revision(n, chance.randrange(REVISIONS)) for n in chosen
                )
                store.replace_fusion(encode_fusion([]))
                store.remove_article(f"https://example.org/{chance.choice(chosen)}")


def main(path: str) -> None:
    """Start and kill writers as standard input says."""
    make_all()
    for line in sys.stdin:
        seed, seconds = line.split()
        child = os.fork()
        if child == 0:
            write_until_killed(path, int(seed))
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WTERMSIG(status) != signal.SIGKILL:
            sys.exit(f"the writer ended by itself: {status}")
        sys.stdout.write(line)
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
