-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright the Tandem authors
--
-- Schema 4: who met, and what was saved but not passed on yet.
--
-- When somebody takes the place of somebody else in a tandem, what was before stays with the people of then: a meeting
-- that had begun, and the series that ended with it, name them. Where they name nobody, the people of the tandem count.
--
-- A message that was written as a file has not reached anybody before somebody passes it on. The CHECK of a column
-- cannot be changed, so the table is made anew.

ALTER TABLE series ADD COLUMN mentee INTEGER REFERENCES person (id) ON DELETE RESTRICT;
ALTER TABLE series ADD COLUMN mentor INTEGER REFERENCES person (id) ON DELETE RESTRICT;

ALTER TABLE meeting ADD COLUMN mentee INTEGER REFERENCES person (id) ON DELETE RESTRICT;
ALTER TABLE meeting ADD COLUMN mentor INTEGER REFERENCES person (id) ON DELETE RESTRICT;

CREATE TABLE new_calendar_message (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  recurrence_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('request', 'cancel', 'publish', 'reply')),
  file TEXT NOT NULL,
  digest TEXT NOT NULL,
  created INTEGER NOT NULL,
  handed_over INTEGER NOT NULL,
  person INTEGER REFERENCES person (id) ON DELETE SET NULL,
  email TEXT NOT NULL,
  message_id TEXT NOT NULL,
  content TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('file', 'mail', 'program')),
  delivery TEXT NOT NULL CHECK (delivery IN ('ready', 'handed_over', 'refused', 'unknown', 'saved')),
  problem TEXT NOT NULL
) STRICT;

INSERT INTO new_calendar_message
  SELECT id, uid, series, recurrence_id, sequence, method, file, digest, created, handed_over, person, email, message_id,
         content, channel, delivery, problem
    FROM calendar_message;
DROP TABLE calendar_message;
ALTER TABLE new_calendar_message RENAME TO calendar_message;

CREATE INDEX calendar_message_series ON calendar_message (series);
CREATE INDEX calendar_message_person ON calendar_message (person);
CREATE INDEX series_mentee ON series (mentee) WHERE mentee IS NOT NULL;
CREATE INDEX series_mentor ON series (mentor) WHERE mentor IS NOT NULL;
CREATE INDEX meeting_mentee ON meeting (mentee) WHERE mentee IS NOT NULL;
CREATE INDEX meeting_mentor ON meeting (mentor) WHERE mentor IS NOT NULL;
