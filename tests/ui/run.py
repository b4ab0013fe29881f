#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Run the window tests beside this file, several at a time.

    TANDEM_BINARY=build/src/tandem tests/ui/run.py [-j JOBS] [-k PATTERN]

Every test method is a process of its own with a desktop of its own, split off
from this one, which has read the driver.  The output of those that fail is
printed in full; the last line counts.
"""

import argparse
import fnmatch
import os
import signal
import sys
import tempfile
import time
import traceback
import unittest
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PASSED, FAILED, SKIPPED = 0, 1, 77
WORDS = {PASSED: "ok", SKIPPED: "skipped"}
TEST_LIMIT = int(os.environ.get("TANDEM_UI_TEST_LIMIT", "180"))


def main():
    options = parse_arguments()
    if options.one:
        return run_one(options.one)
    tests, broken = discover()
    chosen = [test for test in tests if fits(test, options.pattern)]
    return summarize(run_all(chosen, options.jobs), broken)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-j", dest="jobs", type=int, default=2, help="tests at a time")
    parser.add_argument("-k", dest="pattern", default="",
                        help="only tests whose name contains or matches this")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def discover():
    """The ids of all tests in test_*.py, and why some files could not be read."""
    loader = unittest.TestLoader()
    suite = loader.discover(str(HERE), "test_*.py")
    ids = [test.id() for test in flatten(suite)]
    return [name for name in ids if not name.startswith("unittest.")], loader.errors


def flatten(suite):
    """The single tests of suites in suites."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flatten(test)
        else:
            yield test


def fits(test, pattern):
    return pattern in test or fnmatch.fnmatch(test, pattern)


class Running(NamedTuple):
    """A test in a process of its own."""

    test: str
    start: float
    output: object


def run_all(tests, jobs):
    """Run so many tests at a time; print how each went, and return their statuses."""
    waiting, running, statuses = list(tests), {}, []
    while waiting or running:
        while waiting and len(running) < jobs:
            running.update(split_off(waiting.pop(0)))
        pid, code = os.wait()
        statuses.append(finish(running.pop(pid), os.waitstatus_to_exitcode(code)))
    return statuses


def split_off(test):
    """Run a test in a process of its own; {process id: what to know about it}."""
    output = tempfile.TemporaryFile("w+", errors="replace")
    sys.stdout.flush()
    start = time.monotonic()
    pid = os.fork()
    if pid:
        return {pid: Running(test, start, output)}
    status = FAILED
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
        status = run_one(test)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def finish(process, code):
    """Report on a process that has ended, and return the status of its test."""
    with process.output as output:
        output.seek(0)
        status = code if code in WORDS else FAILED
        report(process.test, status, time.monotonic() - process.start, output.read())
    return status


def report(test, status, seconds, output):
    """One line for a test, in one piece; all it said if it failed."""
    line = f"{WORDS.get(status, 'FAIL'):8}{test} ({seconds:.1f} s)\n"
    details = output.rstrip() + "\n\n" if status == FAILED else ""
    sys.stdout.write(line + details)
    sys.stdout.flush()


def summarize(statuses, broken):
    """Print the last line; the exit status is 0 only if something ran and all passed."""
    for error in broken:
        print(error)
    passed, failed = statuses.count(PASSED), statuses.count(FAILED) + len(broken)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


def run_one(test):
    """Run a test here, in the process of its own."""
    end_orderly()
    suite = unittest.TestLoader().loadTestsFromName(test)
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    if not result.wasSuccessful() or not result.testsRun:
        return FAILED
    return SKIPPED if len(result.skipped) == result.testsRun else PASSED


def end_orderly():
    """Let a time limit or a request to end stop the test in a way that cleans up."""
    # Not on top: the process that only starts the others needs no driver.
    from polling import interrupt

    too_long = AssertionError(f"the test took more than {TEST_LIMIT} s")
    signal.signal(signal.SIGALRM, lambda *_: interrupt(too_long))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: interrupt(KeyboardInterrupt()))
    signal.alarm(TEST_LIMIT)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.exit(main())
