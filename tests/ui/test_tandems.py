# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What only a pointer does with tandems and goals; see tests/app/test-tandems.c and test-goals.c for the rest."""

from programme_case import ProgrammeCase


class Pointer(ProgrammeCase):
    def steps(self, app):
        return [box.name for box in app.find_all("check box", showing=False)]

    def test_select_two_tandems_and_drag_a_step(self):
        app = self.start_sample()
        app.menu("Main Menu", "Select Tandems")
        self.cards(app)[1].click()
        self.cards(app)[2].click()
        app.wait_until(lambda: "2 selected" in app.labels(), "the selection")
        app.find("button", "Done").click()

        self.open_tandem(app, "Bönisch")
        before = self.steps(app)
        first = app.find("label", before[0], showing=False).scroll_into_view()
        third = app.find("label", before[2], showing=False).scroll_into_view()
        third.drag_to(first)
        app.wait_until(lambda: self.steps(app)[:3] == [before[2], before[0], before[1]], "the third step to come first")
