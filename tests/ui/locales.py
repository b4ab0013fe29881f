# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""German dates and sorting without touching the machine: a private compiled locale."""

import os
import subprocess
import tempfile
from pathlib import Path

LOCALES = {"en": "C.UTF-8", "de": "de_DE.UTF-8"}
"""The C locale is part of the C library; every other one is compiled once."""


def locale_variables(language):
    """The environment variables that make a program speak this language."""
    locale = LOCALES[language]
    variables = {"LANG": locale, "LANGUAGE": "" if language == "en" else language}
    if locale != "C.UTF-8":
        variables["LOCPATH"] = str(compiled_locale(locale).parent)
    return variables


def compiled_locale(locale):
    """The folder of a compiled locale, made at the first call of all."""
    folder = cache_folder() / locale
    if not folder.is_dir():
        compile_locale(locale, folder)
    return folder


def cache_folder():
    """Where compiled locales stay between runs."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(cache) / "tandem-ui-tests" / "locale"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def compile_locale(locale, folder):
    """Compile beside the goal and rename: tests in parallel may do the same."""
    name, charset = locale.split(".")
    with tempfile.TemporaryDirectory(dir=folder.parent) as draft:
        made = Path(draft) / locale
        subprocess.run(["localedef", "-i", name, "-f", charset, made], check=True)
        try:
            made.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
