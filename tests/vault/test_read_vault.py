# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""What Tandem writes is what src/vault/FORMAT.md says: a reader in another
language reads it, the fixture of every version and what is written today.
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import read_vault

WRITE_VAULT = sys.argv.pop(1)
FIXTURE = pathlib.Path(__file__).parent.parent / 'fixtures' / 'vault-1.vault'
SECRET = b'correct horse battery'
NOW = 1784019600


class ReadVault(unittest.TestCase):

    def check_notes(self, path, kind, secret):
        notes, earlier = read_vault.read(path, kind, secret)
        self.assertEqual([(note['title'], note['text']) for note in notes],
                         [('Nachfolgeplanung', 'Wie früh mit wem reden? 🙂'), ('', 'second state'), ('Removed', '')])
        self.assertEqual(notes[0], {
            'uid': '0e8b4a9e-0a61-4b6c-9a52-1b6a5a0f7e01', 'revision': 1, 'kind': 2, 'created': NOW, 'modified': NOW,
            'removed': 0, 'pair': '11111111-2222-4333-8444-555555555555',
            'meeting': '66666666-7777-4888-8999-aaaaaaaaaaaa', 'title': 'Nachfolgeplanung',
            'text': 'Wie früh mit wem reden? 🙂'})
        self.assertEqual(notes[2]['removed'], NOW + 3600)
        self.assertEqual([(state['revision'], state['text']) for state in earlier], [(1, 'first state')])

    def test_the_fixture_with_the_passphrase(self):
        self.check_notes(FIXTURE, read_vault.PASSPHRASE, SECRET)

    def test_the_fixture_with_the_recovery_code(self):
        code = read_vault.recovery_bytes('000g-40r4-0m30-e209-185g-r38e-1w0h')
        self.check_notes(FIXTURE, read_vault.RECOVERY, code)

    def test_what_is_written_today(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'new.vault'
            subprocess.run([WRITE_VAULT, path], check=True, timeout=60)
            self.check_notes(path, read_vault.PASSPHRASE, SECRET)

    def test_a_wrong_passphrase(self):
        with self.assertRaisesRegex(read_vault.Refused, 'wrong secret'):
            read_vault.read(FIXTURE, read_vault.PASSPHRASE, b'another one')


if __name__ == '__main__':
    unittest.main()
