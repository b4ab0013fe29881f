# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A second reader of private notes, written from src/vault/FORMAT.md alone, with
Python's BLAKE2b and SQLite and with PyNaCl.
"""

import hashlib
import sqlite3
import uuid

import nacl.bindings as sodium
import nacl.exceptions

PASSPHRASE, RECOVERY = 1, 2
CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'


class Refused(Exception):
    pass


def number(data):
    return int.from_bytes(data, 'little')


def check(fits, why):
    if not fits:
        raise Refused(why)


def recovery_bytes(code):
    text = code.upper().translate(str.maketrans('OIL', '011', '- '))
    check(len(text) == 28 and set(text) <= set(CROCKFORD), 'not a code')
    value = 0
    for character in text:
        value = value << 5 | CROCKFORD.index(character)
    data, crc, rest = value >> 12, value & 0xFFF, 0
    for bit in f'{data:0128b}':
        carry = (rest >> 11) ^ int(bit)
        rest = rest << 1 & 0xFFF
        if carry:
            rest ^= 0x80F
    check(rest == crc, 'mistyped')
    return data.to_bytes(16, 'big')


def open_slot(record, vault, kind, secret):
    check(hashlib.blake2b(record[:112], digest_size=16).digest()[:8] == record[112:], 'slot damaged')
    check(record[0] == kind, 'another kind')
    salt = record[8:24]
    if record[1] == 1:
        derived = sodium.crypto_pwhash_alg(64, secret, salt, number(record[2:4]), number(record[4:8]) * 1024,
                                           sodium.crypto_pwhash_ALG_ARGON2ID13)
    else:
        derived = hashlib.blake2b(secret, digest_size=64, salt=salt, person=b'tandem/slot').digest()
    commitment = hashlib.blake2b(b'commit', digest_size=16, key=derived[32:]).digest()
    check(commitment == record[24:40], 'wrong secret')
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(record[64:112], record[:40] + vault, record[40:64],
                                                             derived[:32])


def subkey(key, which):
    return hashlib.blake2b(b'', digest_size=32, key=key, salt=which.to_bytes(8, 'little'),
                           person=b'TandemV1').digest()


def open_note(key, vault, ident, revision, sealed):
    check(sealed[:6] == b'TDN1\x01\x01', 'newer')
    bound = b'tandem/n' + vault + ident + revision.to_bytes(8, 'little') + sealed[:8]
    try:
        content = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[32:], bound, sealed[8:32], key)
    except nacl.exceptions.CryptoError as error:
        raise Refused('note damaged') from error
    check(content[0] == 1, 'newer')
    texts, at = [], 28
    for _ in range(4):
        length = number(content[at:at + 4])
        texts.append(content[at + 4:at + 4 + length].decode())
        at += 4 + length
    check(content[at:] == b'\x80' + bytes(len(content) - at - 1), 'padding')
    return {'uid': str(uuid.UUID(bytes=ident)), 'revision': revision, 'kind': content[1],
            'created': number(content[4:12]), 'modified': number(content[12:20]), 'removed': number(content[20:28]),
            'pair': texts[0], 'meeting': texts[1], 'title': texts[2], 'text': texts[3]}


def check_manifest(database, key, head):
    vault, generation, epoch, mac = head
    rows = [(ident, revision, where, sealed[-16:])
            for where, table in enumerate(('note', 'earlier'))
            for ident, revision, sealed in database.execute(f'SELECT id, revision, sealed FROM {table}')]
    entries = sorted(ident + revision.to_bytes(8, 'big') + bytes([where]) + tag for ident, revision, where, tag in rows)
    state = hashlib.blake2b(b'tandem/m' + vault, digest_size=32, key=key)
    for value in (generation, epoch, len(entries)):
        state.update(value.to_bytes(8, 'little'))
    state.update(b''.join(entries))
    check(state.digest() == mac, 'manifest')


def read(path, kind, secret):
    """(the notes, their earlier states), both as lists of dicts"""
    database = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    head = database.execute('SELECT uuid, generation, epoch, mac FROM vault').fetchone()
    records = [row[0] for row in database.execute('SELECT record FROM slot') if row[0][0] == kind]
    check(records, 'no such way in')
    key = open_slot(records[0], head[0], kind, secret)
    check_manifest(database, subkey(key, 2), head)
    tables = [[open_note(subkey(key, 1), head[0], *row)
               for row in database.execute(f'SELECT id, revision, sealed FROM {table} ORDER BY id, revision')]
              for table in ('note', 'earlier')]
    database.close()
    return tables
