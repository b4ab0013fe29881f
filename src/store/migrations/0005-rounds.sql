-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright the Tandem authors
--
-- Schema 5: how a round runs, who takes part in it, and how a tandem comes about.
--
-- A round says on which day each of its states begins (running begins with the kick-off), and which partners it allows. A
-- criterion for mentors is kept as words with their justification, and of a person only whether it is met and when that
-- was checked: never a birth date. Both people of a tandem are asked, the mentee first, and agree, each on a day.

-- The language of messages is one of those that Tandem has, or the computer's. The CHECK of a column cannot be changed,
-- so the table is made anew.

CREATE TABLE new_programme (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  title TEXT NOT NULL CHECK (title <> ''),
  company TEXT NOT NULL,
  reason TEXT NOT NULL,
  sponsor TEXT NOT NULL,
  owner TEXT NOT NULL,
  mentee_label TEXT NOT NULL,
  mentor_label TEXT NOT NULL,
  organizer_name TEXT NOT NULL,
  organizer_email TEXT NOT NULL,
  zone TEXT NOT NULL CHECK (zone <> ''),
  language TEXT NOT NULL CHECK (language IN ('', 'de', 'en')),
  self INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;

INSERT INTO new_programme
  SELECT id, uid, title, company, reason, sponsor, owner, mentee_label, mentor_label, organizer_name, organizer_email, zone,
         CASE WHEN substr (language, 1, 2) IN ('de', 'en') THEN substr (language, 1, 2) ELSE '' END, self
    FROM programme;
DROP TABLE programme;
ALTER TABLE new_programme RENAME TO programme;
CREATE INDEX programme_self ON programme (self);

ALTER TABLE round ADD COLUMN call_on TEXT NOT NULL DEFAULT '' CHECK (call_on = '' OR call_on = date (call_on));
ALTER TABLE round ADD COLUMN selection_on TEXT NOT NULL DEFAULT '' CHECK (selection_on = '' OR selection_on = date (selection_on));
ALTER TABLE round ADD COLUMN matching_on TEXT NOT NULL DEFAULT '' CHECK (matching_on = '' OR matching_on = date (matching_on));
ALTER TABLE round ADD COLUMN closing_on TEXT NOT NULL DEFAULT '' CHECK (closing_on = '' OR closing_on = date (closing_on));
ALTER TABLE round ADD COLUMN followup_on TEXT NOT NULL DEFAULT '' CHECK (followup_on = '' OR followup_on = date (followup_on));
ALTER TABLE round ADD COLUMN archived_on TEXT NOT NULL DEFAULT '' CHECK (archived_on = '' OR archived_on = date (archived_on));
ALTER TABLE round ADD COLUMN manager_rule TEXT NOT NULL DEFAULT 'forbid' CHECK (manager_rule IN ('forbid', 'warn', 'allow'));
ALTER TABLE round ADD COLUMN earlier_rule TEXT NOT NULL DEFAULT 'exclude' CHECK (earlier_rule IN ('exclude', 'allow'));
ALTER TABLE round ADD COLUMN department_rule TEXT NOT NULL DEFAULT 'exclude' CHECK (department_rule IN ('exclude', 'allow'));
ALTER TABLE round ADD COLUMN criterion TEXT NOT NULL DEFAULT '';
ALTER TABLE round ADD COLUMN justification TEXT NOT NULL DEFAULT '';

ALTER TABLE participation ADD COLUMN since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since = date (since));
ALTER TABLE participation ADD COLUMN told_on TEXT NOT NULL DEFAULT '' CHECK (told_on = '' OR told_on = date (told_on));
ALTER TABLE participation ADD COLUMN criterion TEXT NOT NULL DEFAULT 'unknown' CHECK (criterion IN ('unknown', 'met', 'not_met'));
ALTER TABLE participation ADD COLUMN checked_on TEXT NOT NULL DEFAULT '' CHECK (checked_on = '' OR checked_on = date (checked_on));
-- What a participant was before a tandem was made, who is that again where the tandem was a mistake
ALTER TABLE participation ADD COLUMN state_before TEXT NOT NULL DEFAULT 'accepted' CHECK (state_before IN ('invited', 'applied', 'approached', 'recommended', 'accepted', 'reserve', 'declined', 'withdrawn', 'matched', 'alumni'));

ALTER TABLE offer ADD COLUMN source TEXT NOT NULL DEFAULT 'self' CHECK (source IN ('self', 'feedback_talk', 'manager', 'survey'));

ALTER TABLE pair ADD COLUMN mentee_asked_on TEXT NOT NULL DEFAULT '' CHECK (mentee_asked_on = '' OR mentee_asked_on = date (mentee_asked_on));
ALTER TABLE pair ADD COLUMN mentee_agreed_on TEXT NOT NULL DEFAULT '' CHECK (mentee_agreed_on = '' OR mentee_agreed_on = date (mentee_agreed_on));
ALTER TABLE pair ADD COLUMN mentor_asked_on TEXT NOT NULL DEFAULT '' CHECK (mentor_asked_on = '' OR mentor_asked_on = date (mentor_asked_on));
ALTER TABLE pair ADD COLUMN mentor_agreed_on TEXT NOT NULL DEFAULT '' CHECK (mentor_agreed_on = '' OR mentor_agreed_on = date (mentor_agreed_on));

ALTER TABLE pair_event ADD COLUMN kind TEXT NOT NULL DEFAULT 'state' CHECK (kind IN ('state', 'people', 'mentee_asked', 'mentor_asked', 'extended', 'planned_end', 'mutual', 'one_sided'));
ALTER TABLE pair_event ADD COLUMN until TEXT NOT NULL DEFAULT '' CHECK (until = '' OR until = date (until));
