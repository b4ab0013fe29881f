# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A stranger's first minutes."""

from programme_case import ProgrammeCase


class FirstStart(ProgrammeCase):
    def test_sample_tandem_tick_restart_still_ticked(self):
        app = self.start()
        app.find("button", "Look Round with a Sample").click()
        app.wait_until(lambda: len(self.cards(app)) > 3, "the tandems of the sample")
        self.cards(app)[1].click()
        step = self.first_open_step(app)
        name = step.name
        step.click()
        app.wait_until(lambda: "checked" in app.find("check box", name).states, "the tick")

        app.restart()
        again = app
        again.wait_until(lambda: len(self.cards(again)) > 3, "the file that was open last")
        self.cards(again)[1].click()
        again.wait_until(lambda: "checked" in again.find("check box", name).states, "the tick after a restart")

    def first_open_step(self, app):
        app.wait_until(lambda: self.open_steps(app), "a step that is not done")
        return self.open_steps(app)[0].scroll_into_view()

    @staticmethod
    def open_steps(app):
        return [box for box in app.find_all("check box", showing=False) if "checked" not in box.states]

    def test_a_new_programme(self):
        path = self.make_folder() / "Our round.tandem"
        app = self.start()
        app.find("button", "Coordinate a Programme…").click()
        app.choose_file("New Programme", path, "Create")
        dialog = app.window("Programme")
        dialog.find("entry", "E-Mail").fill("tandem@example.org")
        dialog.find("button", "Save").click()
        self.toast(app, "Programme changed")
        app.wait_until(lambda: "No Tandems Yet" in app.labels(), "the empty page")
        self.assertEqual([r["title"] for r in self.listed(path, "rounds")], ["First round"])

    def test_a_file_that_is_not_ours(self):
        path = self.make_folder() / "letter.tandem"
        path.write_text("Dear Bo,\n")
        app = self.start(path)
        app.wait_until(lambda: "This is not a programme file of Tandem." in app.labels(), "the explanation")
        self.assertEqual(path.read_text(), "Dear Bo,\n")
