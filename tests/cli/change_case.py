# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""What tests share that begin a programme and change it by tandem-cli."""

import json

from cli_case import FAILED, CliTest, dump

NOW = "2026-11-02T09:00:00Z"


class ChangeTest(CliTest):
    def setUp(self):
        super().setUp()
        self.programme = self.words("new", "--title", "Pilot", "--language", "de", "--zone", "Europe/Berlin")
        self.round = self.listed("rounds")[0]["uid"]

    def words(self, *words, **options):
        return self.run_cli(self.file, *words, now=NOW, **options).stdout.rstrip("\n")

    def add(self, what, **values):
        return self.words("add", what, *(f"{key}={value}" for key, value in values.items()))

    def set(self, uid, **values):
        self.assertEqual(self.words("set", uid, *(f"{key}={value}" for key, value in values.items())), "")

    def refused(self, *words, language="en"):
        before = dump(self.file)
        got = self.run_cli(self.file, *words, expect=FAILED, now=NOW, language=language)
        self.assertEqual(got.stdout, "")
        self.assertEqual(got.stderr.count("\n"), 1)
        self.assertEqual(dump(self.file), before)
        return got.stderr.removeprefix("tandem-cli: ").rstrip("\n")

    def record(self, uid):
        return json.loads(self.words("show", uid, "--json"))

    def add_two(self):
        return self.add("person", name="Anna Beck"), self.add("people", name="Bo Chen")

    def add_pair(self):
        mentee, mentor = self.add_two()
        return self.add("pair", round=self.round, mentee=mentee, mentor=mentor)
