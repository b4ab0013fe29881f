# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Pages with much to show open as those with little: two frames of a usual screen are let go by."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from table import Row

TWO_FRAMES = 2000 / 60  # ms
HEADLESS = Path(__file__).resolve().parent.parent / "app" / "headless.py"
TITLES = {
    "participants": "page of a round with 1,000 participants (20, and two frames)",
    "topics": "2,000 topics of 1,000 people (20 of 20, and two frames)",
    "needs": "page of a person with 200 needs (20, and two frames)",
}


def measure_pages(programs, samples, quick):
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        env = {**os.environ, "TANDEM_BENCH_FIGURES": str(figures), "TANDEM_BENCH_ROUNDS": str(5 if quick else 15)}
        subprocess.run([sys.executable, HEADLESS, "en", programs["bench-pages"]], env=env, stdout=subprocess.DEVNULL,
                       check=True)
        times = json.loads(figures.read_text())
    return [Row(title, "ms", times[page]["tandem"], [time + TWO_FRAMES for time in times[page]["baseline"]], 1.0)
            for page, title in TITLES.items()]
