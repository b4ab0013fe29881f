# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""GTK's own file chooser, which GtkFileChooserNative shows without a portal."""


class FileChooser:
    """An open file chooser, driven by keys.

    A click on its button ignores the typed path while "Recent" is selected,
    so the path is confirmed with Return, once GTK has looked at it.
    """

    def __init__(self, app, title):
        self.app = app
        self.window = app.window(title)

    def accept(self, path, button):
        """Choose a file by its path; button is the label that confirms."""
        self._type(self.find_entry(), str(path))
        self.accept_suggestion(button)

    def accept_suggestion(self, button):
        """Take the file name and folder that are there."""
        confirm = self.window.find("button", button)
        self.app.wait_until(lambda: "sensitive" in confirm.states, f"{button!r} to be sensitive")
        self.app.key("Return")
        self._wait_closed()

    def cancel(self):
        self.app.key("Escape")
        self._wait_closed()

    def find_entry(self):
        """The field for a path; where a file is opened, Ctrl+L shows it, once the new window gets the keys."""
        def look():
            entries = self.window.find_all("entry")
            if not entries:
                self.app.key("Control+l")
            return entries

        return self.app.wait_until(look, "the field for a path")[0]

    def _type(self, entry, path):
        """Over what is there: once it is empty GTK offers the whole folder, and may never be done with it."""
        entry.click()
        self.app.key("Control+a")
        self.app.type_text(path)
        self.app.wait_until(lambda: entry.text == path, f"the path {path!r}")

    def _wait_closed(self):
        def closed():
            return self.window.path not in [window.path for window in self.app.children]

        self.app.wait_until(closed, "the file chooser to close")
        self.app.wait_idle()
