# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Adding people and bringing two of them together."""

from programme_case import ProgrammeCase


class People(ProgrammeCase):
    def add_person(self, app, name, email=""):
        app.key("Control+Shift+n")
        dialog = app.window("New Person")
        dialog.find("entry", "Name").fill(name)
        if email:
            dialog.find("entry", "E-Mail").fill(email)
        dialog.find("button", "Add").click()
        self.toast(app, "Person added")

    def choose(self, app, dialog, row, name):
        dialog.find("list item", row).click()
        app.find("entry", "Search")
        app.type_text(name)
        app.key("Return")
        app.wait_until(lambda: any(label.startswith(name) for label in dialog.labels()), f"{name} to be chosen")

    def names(self):
        return {person["name"] for person in self.listed(self.path, "people")}

    def pairs(self):
        return {(p["mentee"]["name"], p["mentor"]["name"]) for p in self.listed(self.path, "pairs")}

    def test_add_two_pair_undo_redo(self):
        app = self.start_sample()
        self.add_person(app, "Carla Ünal", "carla@example.org")
        self.add_person(app, "<b>Dora</b> & Söhne")
        self.assertLess({"Carla Ünal", "<b>Dora</b> & Söhne"}, self.names())

        app.key("Control+n")
        dialog = app.window("New Tandem")
        self.choose(app, dialog, "Mentee (learns)", "Carla Ünal")
        self.choose(app, dialog, "Mentor (gives)", "<b>Dora</b> & Söhne")
        dialog.find("button", "Add").click()
        self.toast(app, "Tandem added")
        self.assertIn(("Carla Ünal", "<b>Dora</b> & Söhne"), self.pairs())

        app.key("Control+z")
        self.toast(app, "Undone: Tandem added")
        self.assertNotIn(("Carla Ünal", "<b>Dora</b> & Söhne"), self.pairs())
        app.key("Control+Shift+z")
        self.toast(app, "Redone: Tandem added")
        self.assertIn(("Carla Ünal", "<b>Dora</b> & Söhne"), self.pairs())

    def test_a_broken_address_is_said_at_once(self):
        app = self.start_sample()
        app.key("Control+Shift+n")
        dialog = app.window("New Person")
        dialog.find("entry", "Name").fill("Carla")
        dialog.find("entry", "E-Mail").fill("carla@")
        app.wait_until(lambda: any("anna@example.org" in label for label in dialog.labels()), "what is wrong")
        self.assertNotIn("sensitive", dialog.find("button", "Add").states)
        app.key("Escape")
        self.assertNotIn("Carla", self.names())
