# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The environment variables and settings file of the program under test.

Built from nothing, so that no test depends on the desktop it was started on.
"""

import os

from locales import locale_variables

PASSED_ON = (
    "PATH", "LD_LIBRARY_PATH",
    "GSETTINGS_SCHEMA_DIR", "TANDEM_LOCALEDIR", "XDG_DATA_DIRS",
    "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS",
)

FIXED = {
    "TZ": "Europe/Berlin",
    "GDK_BACKEND": "x11",
    "GSK_RENDERER": "cairo",                       # the same pixels on every machine
    "GTK_A11Y": "atspi",
    "GSETTINGS_BACKEND": "keyfile",                # in the home folder: survives a restart
    "GIO_USE_VFS": "local",
    "GIO_USE_VOLUME_MONITOR": "unix",
    "ADW_DISABLE_PORTAL": "1",
    "NO_AT_BRIDGE": "1",                           # keeps the window manager off the bus
    "GTK_IM_MODULE": "gtk-im-context-simple",
    "G_DEBUG": "fatal-criticals",
}

SETTINGS_INI = """[Settings]
gtk-enable-animations={animations:d}
gtk-cursor-blink=0
gtk-font-name=Cantarell 11
gtk-decoration-layout=:close
"""


def make_environment(settings, home, runtime):
    """The variables for programs on a desktop with these settings and folders."""
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {
        **passed_on,
        **FIXED,
        **folders(home, runtime),
        **locale_variables(settings.language),
        "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if settings.dark else "default",
        "ADW_DEBUG_HIGH_CONTRAST": str(int(settings.high_contrast)),
    }


def folders(home, runtime):
    """The variables that keep every file of the program in its home folder."""
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_STATE_HOME": str(home / ".local/state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_RUNTIME_DIR": str(runtime),
    }


def write_gtk_settings(settings, home):
    """Fix the font, and switch off what moves by itself."""
    folder = home / ".config/gtk-4.0"
    folder.mkdir(parents=True, exist_ok=True)
    text = SETTINGS_INI.format(animations=settings.animations)
    (folder / "settings.ini").write_text(text)
