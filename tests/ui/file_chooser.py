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
        if not self.window.find_all("entry"):
            self.app.key("Control+l")       # shows the entry when opening a file
        self._type(self.window.find("entry"), str(path))
        confirm = self.window.find("button", button)
        self.app.wait_until(lambda: "sensitive" in confirm.states, f"{button!r} to be sensitive")
        self.app.key("Return")
        self._wait_closed()

    def cancel(self):
        self.app.key("Escape")
        self._wait_closed()

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
