# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What starting the window costs, against a bare libadwaita window."""

from desktop import Desktop
from measure import start_times
from samples import SMALL, TEN_THOUSAND
from settings import Settings
from table import Row


def measure_starts(programs, samples, quick):
    """Starts in turns; without a window manager, which would compete for the processor."""
    bare = [programs["bare-window"]]
    small = [programs["tandem"], samples.file(SMALL)]
    large = [programs["tandem"], samples.file(TEN_THOUSAND)]
    with Desktop(Settings(window_manager=None)) as desktop:
        starts = interleave(desktop, [bare, small, large], 5 if quick else 20)
    return list(rows(*starts))


def interleave(desktop, commands, rounds):
    """A list of figures for each command; the first start fills caches and does not count."""
    figures = [[] for _ in commands]
    for turn in range(rounds + 1):
        for command, found in zip(commands, figures):
            costs = start_times(desktop, command)
            if turn > 0:
                found.append(costs)
    return figures


def rows(bare, small, large):
    def row(what, unit, figures, name, limit=None):
        return Row(what, unit, [start[name] for start in figures],
                   [start[name] for start in bare], limit)

    yield row("start to mapped window, sample (bare window)", "ms", small, "map", 1.3)
    yield row("start to mapped window, 10,000 tandems", "ms", large, "map", 2.0)
    for what, figures in (("sample", small), ("10,000", large)):
        yield row(f"  CPU until mapped, {what}", "ms", figures, "map_cpu")
        yield row(f"  until the list is painted, {what}", "ms", figures, "settled")
        yield row(f"  CPU until idle, {what}", "ms", figures, "cpu")
        yield row(f"  memory (PSS), {what}", "MiB", figures, "pss")
