# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Short names for what widgets are, and what they are called."""

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

SIMPLER = {
    "push button": "button",
    "toggle button": "button",
    "text": "entry",
    "password text": "entry",
    "page tab": "tab",
    "frame": "window",
    "alert": "dialog",
    "grouping": "panel",
    "radio button": "check box",
    "switch": "check box",
}
"""Where GTK or its versions differ in what is one thing to the user."""

STATES = {number: Atspi.StateType(number).value_nick for number in range(int(Atspi.StateType.LAST_DEFINED))}

TOGGLES = {"check box"}

DOUBLED = {"button", "entry", "spin button"}


def role_name(number):
    """The name of a role by its AT-SPI number, "?" if there is no answer."""
    if number is None:
        return "?"
    name = Atspi.role_get_name(Atspi.Role(number))
    return SIMPLER.get(name, name)


def state_names(low, high):
    """The set of states ("sensitive", "checked", ...) from AT-SPI's two words of bits."""
    bits = low | high << 32
    return {name for number, name in STATES.items() if bits >> number & 1}


def plain_name(name, role):
    """The name as a user reads it.

    GTK 4.8 calls a button with a mnemonic "_Save Save", one without "Save Save",
    so a field with a label beside it, and leaves the mnemonic in the name of a check button.
    """
    if role in TOGGLES:
        return without_mnemonic(name)
    half = name[len(name) // 2 + 1:]
    doubled = name == f"{half} {half}" or without_mnemonic(name) == f"{half} {half}"
    return half if role in DOUBLED and doubled else name


def without_mnemonic(name):
    """The name without its first underscore that marks a letter."""
    return re.sub(r"_(?=\w)", "", name, count=1)
