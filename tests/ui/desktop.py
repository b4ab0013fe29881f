# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A private headless desktop: display, window manager, D-Bus and home folder.

    with Desktop(Settings(language="de", dark=True)) as desktop:
        app = desktop.start(["./tandem"])
        app.find("button", "Neues Tandem").click()
"""

import shutil
import tempfile
from pathlib import Path

import bus
import display
from application import Application
from environment import make_environment, write_gtk_settings
from keyboard import Keyboard
from pointer import Pointer
from polling import wait_until
from processes import Processes
from settings import Settings


class Desktop:
    """Everything a program needs around it, shared with nobody else."""

    def __init__(self, settings=Settings()):
        self.settings = settings
        self.applications = []
        self.display = self.bus = None
        self.folder = Path(tempfile.mkdtemp(prefix="tandem-ui."))
        self.home = Path(settings.home or self.folder / "home")
        self.runtime = self._private_folder(self.folder / "run")
        self._private_folder(self.home)
        self.log = open(self.folder / "desktop.log", "ab")
        self.processes = Processes(self.log)

    def __enter__(self):
        try:
            self._open()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exception):
        self.close()

    def start(self, argv, env=None):
        """Start a program, and return it once its window is up and it is idle."""
        app = Application(self, argv, env or {}, self.folder / f"log-{len(self.applications)}")
        self.applications.append(app)
        app.start()
        if self.settings.size:
            app.resize(*self.settings.size)
        return app

    def close(self):
        """End everything that was started here, and remove the folder."""
        for app in self.applications:
            app.end()
        for connection in (self.bus, self.display):
            if connection:
                connection.close()
        self.processes.end_all()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _open(self):
        self.env = make_environment(self.settings, self.home, self.runtime)
        write_gtk_settings(self.settings, self.home)
        self._open_display()
        self._open_bus()
        if self.settings.window_manager:
            self._start_window_manager()

    def _open_display(self):
        name = display.start_server(self.processes, self.settings.screen, self.env)
        self.env["DISPLAY"] = name
        self.display = display.Display(name)
        self.display.set_text_scale(self.settings.text_scale)
        self.keyboard, self.pointer = Keyboard(self.display), Pointer(self.display)

    def _open_bus(self):
        address = bus.start_bus(
            self.processes, self.folder, self.runtime, self.settings.services, self.env)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        self.bus = bus.open_accessibility_bus(address)

    def _start_window_manager(self):
        self.processes.start([self.settings.window_manager], self.env)
        wait_until(self.display.has_window_manager, "the window manager")

    @staticmethod
    def _private_folder(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path
