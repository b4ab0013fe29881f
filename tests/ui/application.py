# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The program under test: starting, waiting, keys, windows, pictures, ending."""

import re
import subprocess

from gi.repository import GLib

from accessible import Accessible
from bus import PROPERTIES
from file_chooser import FileChooser
from idle import QUIET, IdleWatch
from kinship import Kinship
from polling import PAUSE, TIMEOUT, wait_until
from processes import cpu_seconds, end_process
from program_log import ProgramLog
from snapshot import CACHE
from visibility import is_showing
from widget import Widget
from windows import ProcessWindows

ROOT = "/org/a11y/atspi/accessible/root"
START_WITHIN = 3 * TIMEOUT
KEYS_WITHIN = 2
KEYS_OUT = 8


class Application(Accessible):
    """A running program, and the root of its accessible widgets."""

    def __init__(self, desktop, argv, env, log_path):
        super().__init__(self, ROOT)
        self.desktop = desktop
        self.argv = [str(argument) for argument in argv]
        self.env = env
        self.log = ProgramLog(log_path)
        self.process = self.bus_name = self.windows = None
        self.was_killed = False

    # Starting and ending

    def start(self):
        """Run the program, and wait until its window is up and it is idle."""
        self._launch()
        self.wait_until(self._has_window, f"the window of {self.argv[0]}", START_WITHIN)
        self.wait_idle()

    def restart(self):
        """Close it unless it has ended already, and start it on the same home folder."""
        if self.is_running:
            status = self.close()
            assert status == 0, f"exit status {status}:\n{self.log.text}"
        self.start()

    def close(self):
        """Close the main window as its button does, and return the exit status."""
        self._leave_dialogs()
        self.windows.request_close()
        try:
            return self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            open_windows = [window.name for window in self.children]
            raise AssertionError(f"still open after closing: {open_windows}") from None

    def _leave_dialogs(self):
        """A window waits for the dialogs over it, in which Escape may close a list first, and ask what goes."""
        for _ in range(KEYS_OUT):
            if len(self.children) < 2:
                return
            if discard := self.find_all("button", re.compile("^(Discard|Verwerfen)$")):
                discard[0].click()
            else:
                self.key("Escape")

    def kill(self):
        """End it as a crash or a power cut would, with no chance to save."""
        self.was_killed = True
        self.process.kill()
        self.process.wait()

    def end(self):
        """End it in whatever state it is, when a test is over."""
        if self.is_running:
            end_process(self.process)

    @property
    def pid(self):
        return self.process.pid

    @property
    def exit_status(self):
        """None while it runs; negative if a signal ended it."""
        return self.process.poll()

    @property
    def is_running(self):
        return self.process is not None and self.exit_status is None

    def check_running(self):
        """Fail with the program's output if it has ended; true otherwise."""
        if not self.is_running:
            raise AssertionError(f"the program ended ({self.exit_status}):\n{self.log.text}")
        return True

    # Waiting

    def wait_until(self, condition, what="a condition", timeout=None):
        """Call the condition until it holds, and return what it gave."""
        return wait_until(lambda: self.check_running() and condition(), what, timeout)

    def wait_idle(self, quiet=QUIET):
        """Wait until the main loop answers and the work is done (or the program ended)."""
        wait_until(lambda: not self.is_running or self._main_loop_answers(), "an answer")
        try:
            watch = IdleWatch(self.pid, quiet)
            wait_until(lambda: not self.is_running or watch.is_idle(), "the program to be idle", longest_pause=PAUSE)
        except OSError:
            pass                                      # it ended between two looks

    def cpu_seconds(self):
        """CPU time used so far, all threads together."""
        return cpu_seconds(self.pid)

    # Keys

    def key(self, *combinations):
        """Press keys such as "Control+z", "Escape", "Shift+Tab", one after the other."""
        for combination in combinations:
            self._wait_for_keys()
            self.desktop.keyboard.press(combination)
        self.wait_idle()

    def _wait_for_keys(self):
        """A key gets lost while the window manager still gives the focus back to the window below a dialog."""
        try:
            wait_until(lambda: not self.is_running or self.windows.have_keys(), "the keys", KEYS_WITHIN)
        except AssertionError:
            pass                                      # another program may have them on purpose

    def type_text(self, text):
        """Type into whatever has the focus."""
        self._wait_for_keys()
        self.desktop.keyboard.type(text)
        self.wait_idle()

    # Windows

    def window(self, title):
        """The window or dialog with this title."""
        def look():
            return next((w for w in self.children if w.name == title), None)

        return self.wait_until(look, f"window {title!r}")

    def wait_closed(self, title):
        """Wait until no window or dialog has this title."""
        self.wait_until(lambda: title not in [window.name for window in self.children], f"{title!r} to close")

    def menu(self, button, *items):
        """Open the menu of a button, click through its items, and see it closed."""
        self.find("button", button, index=-1).click()
        for item in items:
            clicked = self.find("menu item", item, index=-1).click()
        # Until then a click anywhere else would only close the menu.
        self.wait_until(lambda: not is_showing(clicked), f"the menu around {items[-1]!r} to close")

    def choose_file(self, title, path, button):
        """Choose a path in the file chooser with this title, and confirm."""
        FileChooser(self, title).accept(path, button)

    def resize(self, width, height):
        """Give the main window a size; fails if its content does not fit."""
        self.windows.resize(width, height)
        self.wait_idle()

    @property
    def size(self):
        """Width and height of the main window."""
        return self.windows.main.content[2:]

    def screenshot(self, path):
        """Save a picture of all its windows, as PNG."""
        self.desktop.display.save_picture(path, self.windows.area(), self.desktop.env)

    # Inner workings

    @property
    def gtk_version(self):
        """(4, 8) on the baseline."""
        if self._gtk_version is None:
            arguments = GLib.Variant("(ss)", ("org.a11y.atspi.Application", "Version"))
            version = self.ask(PROPERTIES, "Get", arguments)
            self._gtk_version = tuple(int(part) for part in version.split(".")[:2])
        return self._gtk_version

    _gtk_version = None

    def make_widget(self, path, parent):
        return Widget(self, path, parent)

    def _launch(self):
        self.bus_name, self.was_killed = None, False
        self.popovers, self.nodes_read, self.items_told = {}, {}, 0
        with self.log.open() as output:
            self.process = subprocess.Popen(
                self.argv, env={**self.desktop.env, **self.env},
                stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        self.windows = ProcessWindows(self.desktop.display, self.pid)

    def _has_window(self):
        return self._is_registered() and self.windows.all() and self.children

    def _is_registered(self):
        """Is the program on the accessibility bus, and ready for questions?

        GTK logs a critical when its root is asked before the registry has
        answered it; its cache object appears at that moment.
        """
        if self.bus_name is None:
            names = self.desktop.bus.programs_of(self.pid)
            self.bus_name = next((name for name in names if self._has_cache(name)), None)
            if self.bus_name:
                self.kinship = Kinship(self)
        return self.bus_name

    def _has_cache(self, name):
        description, = self.desktop.bus.call(
            name, CACHE, "org.freedesktop.DBus.Introspectable", "Introspect")
        return "org.a11y.atspi.Cache" in description

    def _main_loop_answers(self):
        return bool(self.children)
