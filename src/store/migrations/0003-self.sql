-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright the Tandem authors
--
-- Schema 3: whose programme file it is, and which message of an organizer was the last.
--
-- The file of a participant names the person who looks at it. A series that somebody else invites to keeps the UID of the
-- invitation, which need not be a UUID, its title, and when its last message was made; a date of it has a version of its
-- own (RFC 5546 2.1.5).

ALTER TABLE programme ADD COLUMN self INTEGER REFERENCES person (id) ON DELETE SET NULL;

ALTER TABLE series ADD COLUMN calendar_uid TEXT NOT NULL DEFAULT '';
ALTER TABLE series ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE series ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;

ALTER TABLE meeting ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;

CREATE INDEX programme_self ON programme (self);
