# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What a key in the search of 10,000 tandems costs, against the plainest list."""

from contextlib import ExitStack

from desktop import Desktop
from measure import keystroke_costs, proportional_memory, wait_quiet
from samples import TEN_THOUSAND
from settings import Settings
from table import Row

SIZE = (1100, 760)
WORDS = ("an", "ber", "mei")


def measure_keystrokes(programs, samples, quick):
    """Every key is pressed in each window in turn; each has a desktop of its own."""
    with ExitStack() as stack:
        bare = open_list(stack, programs, samples)
        cards = open_tandem(stack, programs, samples, "cards", "Control+1")
        table = open_tandem(stack, programs, samples, "table", "Control+2")
        figures = press_all([bare, cards, table], 1 if quick else 4)
        memory = [proportional_memory(app.pid) for app in (bare, cards, table)]
    return list(rows(figures, memory))


def open_list(stack, programs, samples):
    return open_program(stack, [programs["bare-list"], samples.lines(TEN_THOUSAND)])


def open_tandem(stack, programs, samples, name, view):
    app = open_program(stack, [programs["tandem"], samples.copy(TEN_THOUSAND, name)])
    for keys in (view, "Control+f"):
        app.desktop.keyboard.press(keys)
        wait_quiet(app.pid)
    return app


def open_program(stack, argv):
    app = stack.enter_context(Desktop(Settings(size=SIZE))).start(argv)
    wait_quiet(app.pid)
    return app


def press_all(apps, rounds):
    """A list of costs for each program; the first word fills caches and does not count."""
    figures = [[] for _ in apps]
    for turn, word in enumerate((WORDS[0], *WORDS * rounds)):
        for key in (*word, *["BackSpace"] * len(word)):
            for app, found in zip(apps, figures):
                costs = keystroke_costs(app, key)
                if turn > 0:
                    found.append(costs)
    return figures


def rows(figures, memory):
    bare, cards, table = figures
    bare_memory, cards_memory, table_memory = memory

    def row(what, found, name, limit=None):
        return Row(what, "ms", [costs[name] for costs in found],
                   [costs[name] for costs in bare], limit)

    yield row("a key in the search of 10,000, cards: CPU (bare list)", cards, "cpu", 1.2)
    yield row("  until the list is painted, cards", cards, "settled")
    yield row("  CPU, table", table, "cpu")
    yield row("  until the list is painted, table", table, "settled")
    yield Row("  memory (PSS) after that, cards", "MiB", [cards_memory], [bare_memory])
    yield Row("  memory (PSS) after that, table", "MiB", [table_memory], [bare_memory])
