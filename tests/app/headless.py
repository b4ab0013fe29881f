# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Run a test of widgets on a display of its own, with neither a bus nor a window manager.

    headless.py LANGUAGE PROGRAM [ARGUMENTS...]
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "ui"))

import display
from environment import make_environment, write_gtk_settings
from processes import Processes
from settings import Settings


def main():
    language, *command = sys.argv[1:]
    settings = Settings(language=language)
    with tempfile.TemporaryDirectory(prefix="tandem-app.") as folder, open(Path(folder) / "log", "ab") as log:
        home, runtime = Path(folder) / "home", Path(folder) / "run"
        runtime.mkdir(mode=0o700)
        write_gtk_settings(settings, home)
        env = {
            **make_environment(settings, home, runtime),
            **{name: value for name, value in os.environ.items() if name.startswith(("G_TEST_", "TANDEM_"))},
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "GSETTINGS_BACKEND": "memory",
            "GTK_A11Y": "test",
        }
        processes = Processes(log)
        try:
            env["DISPLAY"] = display.start_server(processes, settings.screen, env)
            # What is asked to show a folder or a file is not there, whatever this computer has.
            env["PATH"] = "/nonexistent"
            return subprocess.run(command, env=env).returncode
        finally:
            processes.end_all()


if __name__ == "__main__":
    sys.exit(main())
