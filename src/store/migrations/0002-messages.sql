-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright the Tandem authors
--
-- Schema 2: what every person was told, and what they answered.
--
-- A message goes to one person. Its content is what that person's calendar shows once the message has arrived, so that
-- the next message follows from it. Messages of schema 1 went to both people; nobody knows any more what they said.

ALTER TABLE series ADD COLUMN until TEXT NOT NULL DEFAULT '';
ALTER TABLE series ADD COLUMN external INTEGER NOT NULL DEFAULT 0 CHECK (external IN (0, 1));

ALTER TABLE attendee ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attendee ADD COLUMN reply_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attendee ADD COLUMN comment TEXT NOT NULL DEFAULT '';
ALTER TABLE attendee ADD COLUMN proposed_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attendee ADD COLUMN proposed_minutes INTEGER NOT NULL DEFAULT 0 CHECK (proposed_minutes BETWEEN 0 AND 600);

ALTER TABLE calendar_message ADD COLUMN person INTEGER REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE calendar_message ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE calendar_message ADD COLUMN message_id TEXT NOT NULL DEFAULT '';
ALTER TABLE calendar_message ADD COLUMN content TEXT NOT NULL DEFAULT '';
ALTER TABLE calendar_message ADD COLUMN channel TEXT NOT NULL DEFAULT 'file' CHECK (channel IN ('file', 'mail', 'program'));
ALTER TABLE calendar_message ADD COLUMN delivery TEXT NOT NULL DEFAULT 'handed_over' CHECK (delivery IN ('ready', 'handed_over', 'refused', 'unknown'));
ALTER TABLE calendar_message ADD COLUMN problem TEXT NOT NULL DEFAULT '';

CREATE INDEX calendar_message_person ON calendar_message (person);
