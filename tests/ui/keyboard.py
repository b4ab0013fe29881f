# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Typing with real key events, whatever the character."""

from Xlib import XK, X

MODIFIERS = {"Control": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L", "Super": "Super_L"}
CONTROL_CHARACTERS = {"\n": XK.XK_Return, "\t": XK.XK_Tab}
UNICODE_KEYSYM = 0x01000000
FIRST_KEYCODE, KEYCODES = 8, 248


class Keyboard:
    """The keyboard of a display (US layout, completed as needed)."""

    def __init__(self, display):
        self.display = display
        self.known = {}
        self.spare = self._unused_keycodes()

    def type(self, text):
        """Press and release the keys for every character."""
        for character in text:
            self._press([character_keysym(character)])

    def press(self, combination):
        """Press a combination such as "Control+z", "Escape" or "Shift+Tab"."""
        self._press([named_keysym(name) for name in combination.split("+")])

    def _press(self, keysyms):
        codes = [code for keysym in keysyms for code in self._keycodes(keysym)]
        for code in codes:
            self.display.send_input(X.KeyPress, code)
        for code in reversed(codes):
            self.display.send_input(X.KeyRelease, code)

    def _keycodes(self, keysym):
        """The keys to hold for a keysym: one, or Shift and one."""
        if keysym not in self.known:
            self.known[keysym] = self._on_layout(keysym) or [self._bind_spare(keysym)]
        return self.known[keysym]

    def _on_layout(self, keysym):
        for code, level in self.display.connection.keysym_to_keycodes(keysym):
            if level == 0:
                return [code]
            if level == 1:
                return [*self._keycodes(XK.XK_Shift_L), code]
        return None

    def _bind_spare(self, keysym):
        """Give a character that the layout lacks a key, for good.

        Taking the key away again would race with the program reading it.
        """
        if not self.spare:
            raise AssertionError("no key is left for another special character")
        code = self.spare.pop(0)
        self.display.connection.change_keyboard_mapping(code, [[keysym] * 2])
        self.display.connection.sync()
        return code

    def _unused_keycodes(self):
        mapping = self.display.connection.get_keyboard_mapping(FIRST_KEYCODE, KEYCODES)
        return [code for code, keysyms in enumerate(mapping, FIRST_KEYCODE)
                if not any(keysyms)]


def character_keysym(character):
    """The keysym that types a character."""
    if character in CONTROL_CHARACTERS:
        return CONTROL_CHARACTERS[character]
    point = ord(character)
    return point if point < 256 else UNICODE_KEYSYM | point


def named_keysym(name):
    """The keysym of a key in a combination, by its X name ("plus", "F10", "a")."""
    keysym = XK.string_to_keysym(MODIFIERS.get(name, name))
    if keysym == XK.NoSymbol:
        raise ValueError(f"no key is named {name!r}")
    return keysym
