# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A stranger's first minutes; see also tests/app/test-tandems.c."""

from programme_case import ProgrammeCase


class FirstStart(ProgrammeCase):
    def test_sample_tandem_tick_restart_still_ticked(self):
        app = self.start()
        app.find("button", "Look Round With a Sample").click()
        app.wait_until(lambda: len(self.cards(app)) > 3, "the tandems of the sample")
        self.cards(app)[1].click()
        step = self.first_open_step(app)
        name = step.name
        step.click()
        app.wait_until(lambda: "checked" in app.find("check box", name).states, "the tick")
        app.wait_until(lambda: app.desktop.display.property(app.windows.main.handle, "_NET_WM_ICON"),
                       "the picture for task lists")

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
