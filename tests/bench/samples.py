# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Programme files to measure with, made by tandem-cli when they are first asked for."""

import json
import shutil
import subprocess
import sys

SMALL, THOUSAND_SERIES, TEN_THOUSAND = 1, 56, 500         # how many times the sample


class Samples:
    """The files of one run, in a folder that its owner removes."""

    def __init__(self, folder, cli):
        self.folder, self.cli = folder, cli

    def file(self, scale):
        path = self.folder / f"{scale}.tandem"
        if not path.exists():
            print(f"Making a sample, {scale} times …", file=sys.stderr)
            self._run(path, "sample", "--scale", str(scale), "--language", "en")
        return path

    def copy(self, scale, name):
        """A file of its own for a program that writes, or holds it open."""
        path = self.folder / f"{name}.tandem"
        shutil.copyfile(self.file(scale), path)
        return path

    def lines(self, scale):
        """A file with what the search of Tandem looks at, one tandem a line."""
        path = self.folder / f"{scale}.txt"
        if not path.exists():
            pairs = json.loads(self._run(self.file(scale), "list", "pairs", "--json"))
            path.write_text("\n".join(map(describe, running(pairs))) + "\n")
        return path

    def _run(self, *arguments):
        result = subprocess.run([self.cli, *arguments], stdout=subprocess.PIPE, check=True)
        return result.stdout


def describe(pair):
    return f"{pair['mentee']['name']} learns from {pair['mentor']['name']}"


def running(pairs):
    """The tandems of the largest round, which is the one that the window shows."""
    rounds = [pair["round"] for pair in pairs]
    largest = max(set(rounds), key=rounds.count)
    return [pair for pair in pairs if pair["round"] == largest]
