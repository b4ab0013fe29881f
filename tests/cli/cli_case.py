# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""The base of the tests of tandem-cli: a folder, a programme file, a way to run it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "ui"))

from locales import locale_variables

CLI = os.environ["TANDEM_CLI"]
DATE = "2026-07-14"
DONE, FAILED, USAGE = 0, 1, 2


def dump(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return "\n".join(db.iterdump())


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="tandem-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.file = self.folder / "programme.tandem"

    def run_cli(self, *words, expect=DONE, language="en", now=None):
        speaking = locale_variables(language)
        env = {**os.environ, **speaking, "LC_ALL": speaking["LANG"], **({"TANDEM_NOW": now} if now else {})}
        got = subprocess.run([CLI, *map(str, words)], env=env, capture_output=True, text=True, timeout=60)
        self.assertEqual(got.returncode, expect, got.stdout + got.stderr)
        return got

    def sample(self, *options):
        self.run_cli(self.file, "sample", "--date", DATE, "--language", "de", *options)

    def listed(self, what, *options):
        return json.loads(self.run_cli(self.file, "list", what, "--json", *options).stdout)
