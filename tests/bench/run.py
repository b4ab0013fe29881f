#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Print how fast Tandem is, beside the least that the same work costs.

    ./dev bench [--quick] [--only NAME]

Every figure is a ratio to a small program that does the same with the bare
libraries, measured in turns on the same machine. The times themselves differ
from machine to machine; the ratios say whether a limit holds. This is no
test: the exit status tells only whether everything could be measured.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "ui"))

from core import (measure_invitations, measure_messages, measure_notes, measure_opening, measure_replies,  # noqa: E402
                  measure_saving)
from goals import measure_goals  # noqa: E402
from keystrokes import measure_keystrokes  # noqa: E402
from pages import measure_pages  # noqa: E402
from samples import Samples  # noqa: E402
from starts import measure_starts  # noqa: E402
from table import print_table  # noqa: E402

# name: (what measures it, the programs it needs besides tandem-cli)
SUBJECTS = {
    "start": (measure_starts, ("tandem", "bare-window")),
    "keys": (measure_keystrokes, ("tandem", "bare-list")),
    "pages": (measure_pages, ("bench-pages",)),
    "save": (measure_saving, ("bench-core",)),
    "invitations": (measure_invitations, ("bench-core",)),
    "messages": (measure_messages, ("bench-core",)),
    "replies": (measure_replies, ("bench-core",)),
    "notes": (measure_notes, ("bench-core",)),
    "goals": (measure_goals, ()),
    "open": (measure_opening, ("bench-core",)),
}


def main():
    options = parse_arguments()
    programs = find_programs(options.only)
    # Where other temporary files may be kept in memory, saving would cost nothing.
    os.environ.setdefault("TMPDIR", "/var/tmp")
    with tempfile.TemporaryDirectory(prefix="tandem-bench.") as folder:
        samples = Samples(Path(folder), programs["tandem-cli"])
        rows, failed = measure_all(options, programs, samples)
    print_table(rows)
    return 1 if failed else 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds, less certain")
    parser.add_argument("--only", metavar="NAME", action="append", choices=SUBJECTS,
                        help="measure only this: " + ", ".join(SUBJECTS))
    options = parser.parse_args()
    options.only = options.only or list(SUBJECTS)
    return options


def find_programs(subjects):
    """{name: path} of what these subjects run."""
    names = {"tandem-cli"}.union(*(SUBJECTS[subject][1] for subject in subjects))
    programs = {name: shutil.which(name) for name in names}
    if missing := sorted(name for name, path in programs.items() if not path):
        sys.exit(f"bench: not built: {', '.join(missing)}; run this as ./dev bench")
    return programs


def measure_all(options, programs, samples):
    """The rows, and whether something could not be measured."""
    rows, failed = [], False
    for subject in options.only:
        print(f"Measuring: {subject} …", file=sys.stderr)
        measure, _ = SUBJECTS[subject]
        try:
            rows += measure(programs, samples, options.quick)
        except (AssertionError, OSError, subprocess.CalledProcessError) as error:
            print(f"bench: {subject} could not be measured: {error}", file=sys.stderr)
            failed = True
    return rows, failed


if __name__ == "__main__":
    sys.exit(main())
