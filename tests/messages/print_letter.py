# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Prints a letter as people see it: fields, an empty line, the text. Usage: print_letter.py FILE"""

import email
import email.policy
import sys

with open(sys.argv[1], "rb") as file:
    letter = email.message_from_binary_file(file, policy=email.policy.default)

for name, value in letter.items():
    print(f"{name}: {value}")
print()
print(letter.get_body(("plain",)).get_content().replace("\r\n", "\n"), end="")
