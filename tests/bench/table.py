# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The table that the benchmark prints."""

from dataclasses import dataclass
from statistics import median, quantiles

HEADINGS = ("what", "Tandem", "baseline", "ratio", "limit", "holds")
LEGEND = """\
Medians, and in brackets where the middle half lies. The ratio is the median of
the ratios of neighbouring measurements: both sides are measured in turns, so
whatever else the machine does meets both. Rows without a limit inform only.
"""


@dataclass
class Row:
    """A row: what was measured, in turns, for Tandem and for the baseline."""

    what: str
    unit: str
    tandem: list[float]
    baseline: list[float]
    limit: float | None = None

    @property
    def ratios(self):
        return [mine / other for mine, other in zip(self.tandem, self.baseline)]

    @property
    def holds(self):
        if self.limit is None:
            return ""
        return "yes" if median(self.ratios) <= self.limit else "NO"

    def cells(self):
        limit = "" if self.limit is None else f"{self.limit:g}"
        return (self.what, f"{spread(self.tandem)} {self.unit}",
                f"{spread(self.baseline)} {self.unit}", spread(self.ratios), limit, self.holds)


def spread(values):
    """The median, and the quartiles in brackets."""
    if len(values) < 2:
        return number(median(values))
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return f"{number(middle)} ({number(low)}–{number(high)})"


def number(value):
    """Three digits, but no fractions of large numbers."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def print_table(rows):
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines)]
    lines.insert(1, tuple("-" * width for width in widths))
    for line in lines:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |")
    print("\n" + LEGEND, end="")
