# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""`dev` on computers that it meets: nothing is installed or built, for the programs that it calls are stand-ins."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

DEV = pathlib.Path(__file__).parent.parent / "dev"
COMMAND = re.compile(r"apt-get update && apt-get install --no-install-recommends ((?:[a-z0-9.+-]+ ?)+)")

# Functions of the shell come before all programs.
STAND_INS = {
    "id": 'echo "$USER_ID"',
    "env": 'shift; "$@"',
    "dpkg-query": 'for name in $INSTALLED; do echo "$name installed"; done',
    "apt-cache": '[[ " $ARCHIVE " == *" ${!#} "* ]]',
    "apt-get": 'echo "apt-get $*" >>"$LOG"',
    "meson": 'echo "meson $*" >>"$LOG"',
    "ninja": 'echo "ninja $*" >>"$LOG"',
}


def packages(*names):
    """All packages in lists of `dev`."""
    text = DEV.read_text()
    found = [re.search(rf"^{name}=\(\n(.*?)^\)", text, re.M | re.S).group(1) for name in names]
    return re.sub(r"#.*", "", "\n".join(found)).split()


BUILD, TEST = packages("packages"), packages("test_packages")


class DevTest(unittest.TestCase):

    def setUp(self):
        temp = tempfile.TemporaryDirectory()
        self.addCleanup(temp.cleanup)
        self.root = pathlib.Path(temp.name, "tandem")
        self.root.mkdir()
        shutil.copy(DEV, self.root)
        self.log = pathlib.Path(temp.name, "log")
        self.log.touch()

    def run_dev(self, *arguments, root=True, installed=(), archive=BUILD + TEST, sudo=None, folder=None):
        stand_ins = {**STAND_INS, "sudo": sudo or "return 127"}
        env = {**os.environ, "USER_ID": "0" if root else "1000", "INSTALLED": " ".join(installed),
               "ARCHIVE": " ".join(archive), "LOG": str(self.log),
               **{f"BASH_FUNC_{name}%%": f"() {{ {body}; }}" for name, body in stand_ins.items()}}
        return subprocess.run([self.root / "dev", *arguments], env=env, cwd=folder, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, check=False)

    def logged(self, program):
        return [line for line in self.log.read_text().splitlines() if line.startswith(program + " ")]

    def installed(self):
        (line,) = [line for line in self.logged("apt-get") if " install " in line]
        return [word for word in line.split()[2:] if not word.startswith("-") and word != "install"]

    def assert_told(self, result, expected):
        """One line that can be copied as it is."""
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
        self.assertEqual(COMMAND.search(result.stderr).group(1).split(), expected)
        self.assertTrue(result.stderr.endswith(expected[-1] + "\n"), result.stderr)
        self.assertEqual(self.logged("apt-get") + self.logged("meson"), [])

    def test_to_run_it_installs_what_the_program_needs(self):
        self.assertEqual(self.run_dev("run").returncode, 0)
        self.assertEqual(self.installed(), BUILD)
        self.assertNotIn("clang", BUILD)
        self.assertIn("meson setup build", self.log.read_text())
        self.assertIn("-Dtests=false", self.log.read_text())

    def test_for_the_tests_it_installs_what_they_need_too(self):
        self.run_dev("ui")
        self.assertEqual([name for name in self.installed() if name not in ("nodejs", "npm")], BUILD + TEST)
        self.assertNotIn("-Dtests=false", self.log.read_text())

    def test_what_is_there_is_not_installed_again(self):
        self.run_dev("run", installed=BUILD[1:])
        self.assertEqual(self.installed(), BUILD[:1])
        self.log.write_text("")
        self.assertEqual(self.run_dev("run", root=False, installed=BUILD).returncode, 0)
        self.assertEqual(self.logged("apt-get"), [])

    def test_without_root_it_says_the_whole_command(self):
        self.assert_told(self.run_dev("run", root=False), BUILD)

    def test_with_a_sudo_that_is_not_for_this_user_it_says_the_whole_command(self):
        refusal = 'echo "sudo: a password is required" >&2; return 1'
        self.assert_told(self.run_dev("run", root=False, sudo=refusal), BUILD)

    def test_the_command_works_on_a_system_that_lacks_a_package(self):
        self.assert_told(self.run_dev("run", root=False, archive=BUILD[1:]), BUILD[1:])

    def test_the_command_is_whole_before_the_archive_is_known(self):
        self.assert_told(self.run_dev("run", root=False, archive=[]), BUILD)

    def test_with_sudo_it_installs(self):
        result = self.run_dev("run", root=False, sudo='[[ $1 == -l ]] || "$@"')
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.installed(), BUILD)

    def opened(self, *arguments):
        folder = self.root.parent / "elsewhere"
        folder.mkdir(exist_ok=True)
        self.log.write_text("")
        self.assertEqual(self.run_dev("run", *arguments, installed=BUILD, folder=folder).returncode, 0)
        return self.logged("meson")[-1].split(" tandem ")[1], folder

    def test_a_file_is_one_of_the_folder_in_which_one_stands(self):
        opened, folder = self.opened("ours.tandem")
        self.assertEqual(opened, f"{folder}/ours.tandem")

    def test_whole_paths_addresses_and_options_stay_as_they_are(self):
        for argument in ("/tmp/ours.tandem", "file:///tmp/ours.tandem", "--help"):
            self.assertEqual(self.opened(argument)[0], argument)

    def test_without_a_file_it_opens_the_sample(self):
        self.assertEqual(self.opened()[0], f"{self.root}/build/sample.tandem")


if __name__ == "__main__":
    unittest.main()
