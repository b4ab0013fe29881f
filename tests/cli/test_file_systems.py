#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""tandem-cli on file systems that are full or cannot be written, each mounted for one test alone."""

import os
import shutil
import subprocess
import unittest

from cli_case import CLI, DATE, DONE, FAILED, CliTest

APART = ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--mount", "--map-root-user"]


def can_mount():
    return subprocess.run([*APART, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0


@unittest.skipUnless(can_mount(), "this system lets nobody but root mount anything")
class FileSystems(CliTest):
    def run_apart(self, script):
        """Run a shell script whose mounts nobody else sees."""
        return subprocess.run([*APART, "sh", "-c", script], capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})

    def test_a_full_disk_loses_nothing(self):
        """On a file system of one megabyte: the copy fails, says why, and leaves nothing behind."""
        self.sample()
        small = self.folder / "small"
        small.mkdir()
        script = (f'mount -t tmpfs -o size=600k none "{small}" && cp "{self.file}" "{self.folder}/before" && '
                  f'"{CLI}" "{self.file}" backup --out "{small}/copy.tandem"; code=$?; ls -A "{small}"; exit $code')
        got = self.run_apart(script)
        self.assertEqual(got.returncode, FAILED, got.stderr)
        self.assertRegex(got.stderr, "disk is full|No space left")
        self.assertEqual(got.stdout, "")
        self.run_cli(self.file, "check")

    def test_a_disk_that_fills_up_can_be_used_again(self):
        """The sample does not fit: nothing of it stays, and with more room it can be made."""
        small = self.folder / "small"
        small.mkdir()
        sample = f'"{CLI}" "{small}/p.tandem" sample --date {DATE} --language en'
        script = (f'mount -t tmpfs -o size=600k none "{small}" && {{ {sample}; echo first $?; '
                  f'"{CLI}" "{small}/p.tandem" list people; echo list $?; '
                  f'mount -o remount,size=9m "{small}"; {sample}; echo second $?; "{CLI}" "{small}/p.tandem" check; }}')
        got = self.run_apart(script)
        self.assertEqual(got.stdout, "first 1\nlist 0\nsecond 0\nThe file is sound.\n", got.stderr)
        self.assertIn("disk is full", got.stderr)

    def test_a_disk_without_room_for_one_more_file(self):
        """What SQLite lays beside the file cannot be made: the disk is full, not broken."""
        small = self.folder / "small"
        small.mkdir()
        script = (f'mount -t tmpfs -o size=9m,nr_inodes=2 none "{small}" && '
                  f'"{CLI}" "{small}/p.tandem" sample --date {DATE} --language en')
        got = self.run_apart(script)
        self.assertEqual(got.returncode, FAILED, got.stderr)
        self.assertIn("disk is full", got.stderr)

    def test_a_read_only_medium_can_be_read(self):
        self.sample()
        place = self.folder / "medium"
        place.mkdir()
        shutil.move(self.file, place / "p.tandem")
        script = (f'mount --bind "{place}" "{place}" && mount -o remount,bind,ro "{place}" && '
                  f'"{CLI}" "{place}/p.tandem" list rounds && '
                  f'"{CLI}" "{place}/p.tandem" invite --out "{self.folder}/out"')
        got = self.run_apart(script)
        self.assertEqual(got.returncode, DONE, got.stderr)
        self.assertGreater(len(list((self.folder / "out").glob("*.ics"))), 10)

    def test_a_read_only_medium_takes_no_answers(self):
        self.sample()
        place = self.folder / "medium"
        place.mkdir()
        shutil.move(self.file, place / "p.tandem")
        script = (f'mount --bind "{place}" "{place}" && mount -o remount,bind,ro "{place}" && '
                  f'"{CLI}" "{place}/p.tandem" reply "{self.folder}/answer.eml"')
        got = self.run_apart(script)
        self.assertEqual((got.returncode, got.stdout, got.stderr.count("\n")), (FAILED, "", 1), got.stderr)


if __name__ == "__main__":
    unittest.main()
