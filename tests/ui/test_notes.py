# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes by keyboard and pointer, and where they are not found; see tests/app/test-notes.c for the rest."""

import base64
import pathlib
import re

from memory import count_copies
from notes_case import PASSPHRASE, NotesCase


class Notes(NotesCase):
    def selected(self, app):
        """What the list shows as the note that is open"""
        rows = [row for row in app.find_all("list item") if "selected" in row.states]
        return [title for title in ("First talk", "Second talk") for row in rows if title in row.labels()]

    def titles(self, app):
        return [panel.name.split(",")[0] for panel in app.find_all("panel", re.compile("^(First|Second) talk, "))]

    def wait_for(self, app, title):
        app.wait_until(lambda: app.find("entry", "Title").text == title, f"the note {title!r}")
        app.wait_until(lambda: self.selected(app) == [title], f"{title!r} to be marked as the one that is open")

    def test_pointer_and_keys_in_the_list(self):
        app = self.start_open()
        self.write(app, "First talk", "one")
        self.write(app, "Second talk", "two")
        self.wait_for(app, "Second talk")
        app.desktop.pointer.move(*self.row(app, "First talk").place_on_screen()[1:])
        app.wait_idle()
        self.assertEqual(self.selected(app), ["Second talk"], "the pointer is only over the other one")
        self.row(app, "First talk").click()
        self.wait_for(app, "First talk")
        app.key("Down" if self.titles(app)[0] == "First talk" else "Up")
        self.wait_for(app, "Second talk")
        self.row(app, "First talk").click()
        self.wait_for(app, "First talk")
        app.find("button", "Move to the Bin").click()
        app.wait_gone("panel", re.compile("^First talk, "))
        app.key("Down", "Up")
        self.wait_for(app, "Second talk")

    def test_keys_in_a_note(self):
        app = self.start_open()
        self.write(app, "First talk", "a ")
        app.key("Control+b")
        app.type_text("x")
        app.key("Control+b")
        app.type_text(" y")
        self.assertEqual(self.text(app), "a **x** y", "the key that began bold ends it")
        app.type_text("\n".join(f"line {n}" for n in range(50)))
        app.wait_until(lambda: not app.find_all("entry", "Title"), "the title to be scrolled away")
        app.key("Control+Home", *["Up"] * 3)
        app.key("Shift+Tab")
        self.assertIn("focused", app.find("entry", "Title").states)

    def test_by_keyboard_alone(self):
        app = self.start_notes()
        app.wait_until(lambda: "focused" in app.find("button", "Set Up…").states, "the way to begin to be in focus")
        app.key("Return")
        dialog = app.window("Set Up Private Notes")
        app.type_text(PASSPHRASE)
        app.key("Tab")
        app.type_text(PASSPHRASE)
        app.key("Return")
        code = dialog.find("label", re.compile("^[0-9A-Z]{4}-")).name.split("-")
        app.key("Return")
        first, second = dialog.find_all("entry", re.compile("^Group"))
        app.type_text(code[int(first.name.split()[1]) - 1])
        app.key("Tab")
        app.type_text(code[int(second.name.split()[1]) - 1])
        app.key("Return")
        app.find("button", "New Note")
        app.key("Control+Alt+n")
        app.find("entry", "Title")
        app.type_text("By hand")
        app.key("Return")
        app.type_text("text")
        app.key("Control+l")
        app.find("label", "Your Notes Are Locked")
        app.type_text(PASSPHRASE)
        app.key("Return")
        self.row(app, "By hand")
        app.key("Control+Alt+n")
        app.find("entry", "Title")
        app.type_text("Half a sen")
        app.key("Control+q")
        self.assertEqual(app.process.wait(20), 0, "nothing is asked when everything is saved")
        app.restart()
        app.key("Alt+4")
        app.find("entry", "Passphrase")
        app.type_text(PASSPHRASE)
        app.key("Return")
        self.row(app, "Half a sen")


MARKER = "Zwetschgenknödel"


def spellings(text):
    """How a text may lie in a file: as it is, in UTF-16, in hexadecimal, in base64 wherever it begins."""
    plain = text.encode()
    found = {plain, text.encode("utf-16-le"), text.encode("utf-16-be"),
             plain.hex().encode(), plain.hex().upper().encode()}
    for shift in range(3):
        # The first and the last characters depend on what stands beside the text.
        found.add(base64.b64encode(b"x" * shift + plain)[4 if shift else 0:-4])
    return found


def files_with(folders, text):
    """(files in which a text is found in any spelling, how many files there are)"""
    looked, found = 0, []
    for folder in folders:
        for path in pathlib.Path(folder).rglob("*"):
            if path.is_file() and not path.is_symlink():
                content = path.read_bytes()
                looked += 1
                if any(spelling in content for spelling in spellings(text)):
                    found.append(path)
    return found, looked


class Leaks(NotesCase):
    real_keys = True

    def folders(self, app):
        env = app.desktop.env
        return [env["HOME"], env["XDG_RUNTIME_DIR"], env["TMPDIR"], self.path.parent]

    def start_marked(self):
        temporary = self.make_folder()
        app = self.start_sample(env={"TMPDIR": str(temporary)})
        app.desktop.env["TMPDIR"] = str(temporary)
        app.key("Alt+4")
        self.code = self.set_up(app)
        self.write(app, MARKER, f"{MARKER} and what was said")
        app.key("Control+f")
        app.type_text(MARKER)
        app.wait_until(lambda: "1 note" in app.labels(), "the note to be found")
        return app

    def assert_nowhere(self, app):
        found, looked = files_with(self.folders(app), MARKER)
        self.assertGreater(looked, 3)
        self.assertEqual(found, [])

    def test_a_note_is_in_no_file_and_not_in_memory_once_it_is_locked(self):
        app = self.start_marked()
        self.write_more(app)
        self.assert_nowhere(app)
        self.assertGreater(count_copies(app.pid, MARKER)[MARKER], 10)
        self.make_copies_for_others(app)
        self.restore_a_backup(app)
        self.assert_nowhere(app)
        app.key("Control+l")
        app.find("label", "Your Notes Are Locked")
        app.wait_idle()
        self.assert_nowhere(app)
        secrets = (self.code, MARKER, PASSPHRASE)
        self.assertEqual(count_copies(app.pid, *secrets), dict.fromkeys(secrets, 0))
        self.assertEqual(app.close(), 0)
        self.assert_nowhere(app)

    def write_more(self, app):
        app.find("entry", "Text of the Note").click()
        for _ in range(10):
            app.key("Control+End")
            app.type_text(f"\n{MARKER} once more")

    def restore_a_backup(self, app):
        backup = self.make_folder() / "notes.vault"
        app.key("Alt+4")
        app.menu("Menu of the Notes", "Back Up the Notes…")
        app.choose_file("Back Up the Notes", backup, "Save")
        app.wait_until(backup.exists, "the backup")
        self.assertEqual(files_with([backup.parent], MARKER), ([], 1))
        app.menu("Menu of the Notes", "Restore a Backup…")
        app.choose_file("Restore a Backup", backup, "Open")
        dialog = app.window("Restore a Backup")
        dialog.find("entry", "Passphrase or Recovery Code").fill(PASSPHRASE)
        dialog.find("list item", "Only the Backup").click()
        dialog.find("button", "Restore").click()
        app.wait_until(lambda: len(app.children) == 1, "the backup to be restored")

    def make_copies_for_others(self, app):
        folder = self.make_folder()
        app.key("Alt+1")
        app.menu("Main Menu", "Back Up…")
        app.choose_file("Back Up Programme", folder / "backup.tandem", "Back Up")
        self.toast(app, "Backed up and checked")
        self.open_tandem(app, "Bönisch")
        app.key("Control+e")
        app.choose_file("Export Invitation", folder / "invitation.ics", "Export")
        app.wait_until((folder / "invitation.ics").exists, "the invitation")
        for verb in ("pairs", "meetings", "people", "goals"):
            (folder / verb).write_text(str(self.listed(self.path, verb)))
        found, looked = files_with([folder], MARKER)
        self.assertEqual((found, looked), ([], 6))

    def test_a_note_is_in_no_file_after_a_crash(self):
        app = self.start_marked()
        app.find("entry", "Text of the Note").click()
        self.desktop.keyboard.type(f"{MARKER} {MARKER}")
        app.kill()
        self.assert_nowhere(app)
