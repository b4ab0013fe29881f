# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What is in the memory of a process: texts that a test knows, and keys that nobody has told it."""

import os
import subprocess

ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")


def writable_memory(pid):
    """The parts of the memory of a process that may be written, one after the other."""
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            place, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in place.split("-"))
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except OSError:
                continue                                      # guard pages of keys


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
