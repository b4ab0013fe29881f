# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What is measured below the window, by bench-core."""

import json
import subprocess

from samples import SMALL, TEN_THOUSAND, THOUSAND_SERIES
from table import Row


def run_core(programs, subject, path, rounds):
    """{name: (times of Tandem, times of the baseline)}, in ms."""
    command = [programs["bench-core"], subject, path, str(rounds)]
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    return {name: (times["tandem"], times["baseline"])
            for name, times in json.loads(output).items()}


def measure_saving(programs, samples, quick):
    figures = run_core(programs, "save", samples.file(SMALL), 20 if quick else 100)
    return [Row("saving one change (baseline: SQLite)", "ms", *figures["save"])]


def measure_invitations(programs, samples, quick):
    sample = samples.file(THOUSAND_SERIES)
    figures = run_core(programs, "invitations", sample, 5 if quick else 15)
    return [
        Row("exporting 1,000 invitations (libical)", "ms", *figures["invitations"], 2.0),
        Row("  building them only, no files", "ms", *figures["building"]),
    ]


def measure_messages(programs, samples, quick):
    figures = run_core(programs, "messages", samples.file(THOUSAND_SERIES), 10 if quick else 30)
    return [Row("messages after 1,000 changes (libical)", "ms", *figures["messages"], 3.0)]


def measure_replies(programs, samples, quick):
    figures = run_core(programs, "replies", samples.file(THOUSAND_SERIES), 3 if quick else 9)
    return [
        Row("taking over 10,000 answers (1,000 answers)", "ms", *figures["growth"], 12.0),
        Row("  the same (parsing, GMime and libical)", "ms", *figures["replies"]),
    ]


def measure_notes(programs, samples, quick):
    figures = run_core(programs, "vault", samples.file(SMALL), 10 if quick else 40)
    return [
        Row("unlocking 5,000 notes of 2 kB, without the passphrase (libsodium)", "ms", *figures["unlock"], 2.0),
        Row("searching in them (50 ms)", "ms", *figures["search"], 1.0),
        Row("saving an edited note (SQLite)", "ms", *figures["edit"], 3.0),
    ]


def measure_opening(programs, samples, quick):
    figures = run_core(programs, "open", samples.file(TEN_THOUSAND), 3 if quick else 9)
    return [Row("opening 10,000 tandems (SQLite)", "ms", *figures["open"])]
