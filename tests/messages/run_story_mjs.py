# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Lets story.mjs judge the messages that write-story writes; it fails where what it needs is missing.

    run_story_mjs.py NODE_MODULES WRITE_STORY"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

JUDGE = pathlib.Path(__file__).with_name("story.mjs")


def main(modules, writer):
    node = shutil.which("node")
    library = pathlib.Path(modules, "ical.js", "dist", "ical.js")
    if not node:
        return "There is no program “node”. ./dev test installs what the tests need."
    if not library.is_file():
        return f"ical.js is not in {modules}. ./dev test installs what the tests need."
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True, stdout=subprocess.DEVNULL)
        return subprocess.run([node, JUDGE, folder, library]).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
