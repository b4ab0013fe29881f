# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What is in the memory of a process: texts that a test knows, and keys that nobody has told it."""

import itertools
import mmap
import os
import subprocess

ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
PAGE, ENTRY = mmap.PAGESIZE, 8
IN_USE = 1 << 62                       # in memory (bit 63) or swapped out (bit 62): see proc(5) on pagemap


def writable_memory(pid):
    """The parts of the memory of a process that may be written and ever were, one after the other."""
    with (open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/pagemap", "rb", 0) as pages,
          open(f"/proc/{pid}/mem", "rb", 0) as memory):
        for line in maps:
            place, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            for start, end in used_parts(pages, *(int(part, 16) for part in place.split("-"))):
                try:
                    memory.seek(start)
                    yield memory.read(end - start)
                except OSError:
                    continue                                  # guard pages of keys


def used_parts(pages, start, end):
    """(start, end) of what a place in memory has pages for: most of a stack, for one, has none and was never used."""
    pages.seek(start // PAGE * ENTRY)
    entries = memoryview(pages.read((end - start) // PAGE * ENTRY)).cast("Q")
    for is_used, run in itertools.groupby(range(len(entries)), lambda number: entries[number] >= IN_USE):
        numbers = list(run)
        if is_used:
            yield start + numbers[0] * PAGE, start + (numbers[-1] + 1) * PAGE


def spellings(secret):
    """How a secret may lie in memory: as the bytes that it is, or as text in UTF-8 or UTF-16 or UTF-32."""
    return [secret] if isinstance(secret, bytes) else [secret.encode(code) for code in ENCODINGS]


def count_copies(pid, *secrets):
    """How often each of these is in the memory of a process."""
    found = dict.fromkeys(secrets, 0)
    for part in writable_memory(pid):
        for secret in secrets:
            found[secret] += sum(map(part.count, spellings(secret)))
    return found


def find_keys(pid, files):
    """The names of the keys of these files that are in the memory of a process.

    What looks for them knows the files, and no passphrase: see tests/vault/key-search.c.
    """
    search = subprocess.Popen([os.environ["TANDEM_FIND_KEYS"], *map(str, files)], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    for part in writable_memory(pid):
        search.stdin.write(part)
    found, _ = search.communicate()
    assert search.returncode == 0
    return found.decode().split("\n")[:-1]
