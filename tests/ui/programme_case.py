# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Tests on the sample programme, with the clock stopped on Tuesday, 14 July 2026, 11:00 in Berlin."""

import json
import os
import sqlite3
import subprocess

from tandem_case import TandemCase


def at_nine(day):
    """The time at which a clock stands still, in UTC"""
    return f"{day}T09:00:00Z"


DATE = "2026-07-14"
NOW = at_nine(DATE)


class ProgrammeCase(TandemCase):
    """A window test with a programme file of its own."""

    def make_sample(self, language="en", scale=1):
        """A sample programme in a folder of this test; returns its path."""
        path = self.make_folder() / "programme.tandem"
        self.cli(path, "sample", "--date", DATE, "--language", language, "--scale", scale)
        return path

    def cli(self, *words):
        """What tandem-cli prints; it must succeed."""
        command = [os.environ["TANDEM_CLI"], *map(str, words)]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout

    def listed(self, path, what):
        """The records of the programme file, read by another process."""
        return json.loads(self.cli(path, "list", what, "--json"))

    def sql(self, question):
        """What the programme file in self.path says when it is asked in SQL, as rows."""
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as db:
            return db.execute(question).fetchall()

    def start(self, *arguments, env=None, **changes):
        return super().start(*map(str, arguments), env={"TANDEM_NOW": NOW, **(env or {})}, **changes)

    def start_sample(self, language="en", env=None, **changes):
        """The window on a fresh sample; the path is in self.path."""
        self.path = self.make_sample(language)
        return self.start(self.path, language=language, env=env, **changes)

    @staticmethod
    def restart_on(app, day):
        """Close the window in the evening, and open it anew on another day."""
        app.env["TANDEM_NOW"] = at_nine(day)
        app.restart()

    def open_tandem(self, app, name, search="Search tandems"):
        """Go to the tandem whose mentee has this name."""
        app.key("Control+f")
        app.find("entry", search)
        app.type_text(name)
        app.wait_until(lambda: self.only_card(app), f"one tandem found for {name}").click()

    def back_to_tandem(self, app):
        """To the tandem that open_tandem() has found"""
        app.key("Alt+1")
        app.wait_until(lambda: self.only_card(app), "the tandem that was found before").click()

    @staticmethod
    def cards(app):
        """The tandems that are in view, as cards."""
        return [node for node in app.find_all("table cell") if node.children]

    def only_card(self, app):
        cards = self.cards(app)
        return cards[0] if len(cards) == 1 else None

    @staticmethod
    def shows(app, *labels):
        app.wait_until(lambda: set(labels) <= set(app.labels()), f"{labels}")

    @staticmethod
    def toast(app, text):
        app.wait_until(lambda: text in app.labels(), f"the message {text!r}")
