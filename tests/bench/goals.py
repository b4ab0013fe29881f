# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Many goals in one tandem cost no more than the same number in ten."""

import resource
import sqlite3
import subprocess
import uuid

from samples import SMALL
from table import Row

N_GOALS = 100_000


def measure_goals(programs, samples, quick):
    cli = programs["tandem-cli"]
    one, ten = (make_file(samples, n_pairs) for n_pairs in (1, 10))
    rounds = 3 if quick else 9
    times = [(list_goals(cli, one), list_goals(cli, ten)) for _ in range(rounds)]
    return [Row("listing 100,000 goals of one tandem (of ten)", "ms", *map(list, zip(*times)), 3.0)]


def make_file(samples, n_pairs):
    """A copy of the sample in which so many tandems have all the goals, each as many."""
    path = samples.copy(SMALL, f"goals-of-{n_pairs}")
    with sqlite3.connect(path) as db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(goal)")]
        row = dict(zip(columns, db.execute("SELECT * FROM goal").fetchone()))
        first = db.execute("SELECT max(id) FROM goal").fetchone()[0] + 1
        pairs = [pair for pair, in db.execute("SELECT id FROM pair LIMIT ?", (n_pairs,))]
        rows = (row | {"id": first + i, "uid": str(uuid.uuid4()), "pair": pairs[i % n_pairs], "position": i}
                for i in range(N_GOALS))
        marks = ", ".join("?" for _ in columns)
        db.executemany(f"INSERT INTO goal VALUES ({marks})", ([row[column] for column in columns] for row in rows))
    return path


def list_goals(cli, path):
    """Processor time, in ms"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run([cli, path, "list", "goals"], stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert output.count(b"\n") > N_GOALS
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
