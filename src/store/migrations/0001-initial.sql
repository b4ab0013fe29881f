-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright the Tandem authors
--
-- Schema 1. Never edited once released: a change is a new file beside this one.
--
-- Every record has a row id for the links inside the file and a uid (UUID) for everything that leaves it. Links come
-- with an index. Texts are never NULL. Days are YYYY-MM-DD or empty; instants are seconds since 1970-01-01 UTC, 0 where
-- there is none. A meeting is kept as people said it, local_start in an IANA zone; start is that instant, for sorting.

CREATE TABLE programme (
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
  language TEXT NOT NULL
) STRICT;

CREATE TABLE round (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  title TEXT NOT NULL CHECK (title <> ''),
  type TEXT NOT NULL CHECK (type IN ('regular', 'pilot')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'call', 'selection', 'matching', 'running', 'closing', 'followup', 'archived')),
  kickoff TEXT NOT NULL CHECK (kickoff = '' OR kickoff = date (kickoff)),
  end_date TEXT NOT NULL CHECK (end_date = '' OR end_date = date (end_date)),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  question TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL,
  department TEXT NOT NULL,
  unit TEXT NOT NULL,
  site TEXT NOT NULL,
  zone TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
  job_title TEXT NOT NULL,
  languages TEXT NOT NULL,
  external INTEGER NOT NULL CHECK (external IN (0, 1)),
  publicly_known INTEGER NOT NULL CHECK (publicly_known IN (0, 1)),
  reports_to INTEGER REFERENCES person (id) ON DELETE SET NULL,
  assistant INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  round INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('mentee', 'mentor')),
  source TEXT NOT NULL CHECK (source IN ('applied', 'approached', 'recommended', 'nominated')),
  state TEXT NOT NULL CHECK (state IN ('invited', 'applied', 'approached', 'recommended', 'accepted', 'reserve', 'declined', 'withdrawn', 'matched', 'alumni')),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 20),
  motives TEXT NOT NULL,
  expectations TEXT NOT NULL,
  consent TEXT NOT NULL CHECK (consent = '' OR consent = date (consent)),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  area TEXT NOT NULL,
  title TEXT NOT NULL CHECK (title <> '')
) STRICT;

CREATE TABLE need (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  topic INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
  strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
  source TEXT NOT NULL CHECK (source IN ('self', 'feedback_talk', 'manager', 'survey')),
  noted_on TEXT NOT NULL CHECK (noted_on = '' OR noted_on = date (noted_on))
) STRICT;

CREATE TABLE offer (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  topic INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
  strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
  noted_on TEXT NOT NULL CHECK (noted_on = '' OR noted_on = date (noted_on))
) STRICT;

CREATE TABLE interest (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (title <> '')
) STRICT;

CREATE TABLE pair (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  round INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  mentee INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  mentor INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT CHECK (mentor <> mentee),
  state TEXT NOT NULL CHECK (state IN ('proposed', 'asked', 'confirmed', 'active', 'paused', 'completed', 'dissolved', 'declined')),
  topic INTEGER REFERENCES topic (id) ON DELETE SET NULL,
  constellation TEXT NOT NULL CHECK (constellation IN ('one_sided', 'mutual')),
  constellation_since TEXT NOT NULL CHECK (constellation_since = '' OR constellation_since = date (constellation_since)),
  started_on TEXT NOT NULL CHECK (started_on = '' OR started_on = date (started_on)),
  planned_end TEXT NOT NULL CHECK (planned_end = '' OR planned_end = date (planned_end)),
  ended_on TEXT NOT NULL CHECK (ended_on = '' OR ended_on = date (ended_on)),
  end_reason TEXT NOT NULL CHECK (end_reason IN ('none', 'goals_reached', 'round_end', 'time', 'chemistry', 'need_changed', 'left', 'long_absence', 'contact_lost', 'other'))
) STRICT;

CREATE TABLE pair_event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  pair INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,
  from_state TEXT NOT NULL CHECK (from_state IN ('proposed', 'asked', 'confirmed', 'active', 'paused', 'completed', 'dissolved', 'declined')),
  to_state TEXT NOT NULL CHECK (to_state IN ('proposed', 'asked', 'confirmed', 'active', 'paused', 'completed', 'dissolved', 'declined')),
  happened_on TEXT NOT NULL CHECK (happened_on = date (happened_on)),
  reason TEXT NOT NULL CHECK (reason IN ('none', 'goals_reached', 'round_end', 'time', 'chemistry', 'need_changed', 'left', 'long_absence', 'contact_lost', 'other')),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE goal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  pair INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('mentee', 'mentor', 'joint')),
  title TEXT NOT NULL CHECK (title <> ''),
  output TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'in_progress', 'achieved', 'partly', 'dropped')),
  due TEXT NOT NULL CHECK (due = '' OR due = date (due)),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE goal_step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  goal INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (title <> ''),
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  due TEXT NOT NULL CHECK (due = '' OR due = date (due)),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  pair INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  rule TEXT NOT NULL,
  local_start TEXT NOT NULL CHECK (local_start <> ''),
  zone TEXT NOT NULL CHECK (zone <> ''),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  place TEXT NOT NULL,
  organizer_name TEXT NOT NULL,
  organizer_email TEXT NOT NULL,
  summary_mode TEXT NOT NULL CHECK (summary_mode IN ('neutral', 'topic')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'ended', 'cancelled'))
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  pair INTEGER NOT NULL REFERENCES pair (id) ON DELETE CASCADE,
  series INTEGER REFERENCES series (id) ON DELETE CASCADE,
  recurrence_id TEXT NOT NULL,
  local_start TEXT NOT NULL CHECK (local_start <> ''),
  zone TEXT NOT NULL CHECK (zone <> ''),
  start INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  kind TEXT NOT NULL CHECK (kind IN ('topic', 'getting_to_know', 'informal', 'shadowing', 'review', 'closing')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'invited', 'held', 'cancelled', 'missed')),
  place TEXT NOT NULL,
  topic TEXT NOT NULL,
  question TEXT NOT NULL,
  session_goal TEXT NOT NULL,
  goal INTEGER REFERENCES goal (id) ON DELETE SET NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('unknown', 'yes', 'partly', 'no'))
) STRICT;

CREATE TABLE attendee (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  series INTEGER REFERENCES series (id) ON DELETE CASCADE,
  meeting INTEGER REFERENCES meeting (id) ON DELETE CASCADE CHECK ((meeting IS NULL) <> (series IS NULL)),
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  reply TEXT NOT NULL CHECK (reply IN ('needs_action', 'accepted', 'tentative', 'declined')),
  replied INTEGER NOT NULL,
  took_part TEXT NOT NULL CHECK (took_part IN ('unknown', 'yes', 'no'))
) STRICT;

CREATE TABLE calendar_message (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  recurrence_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('request', 'cancel', 'publish', 'reply')),
  file TEXT NOT NULL,
  digest TEXT NOT NULL,
  created INTEGER NOT NULL,
  handed_over INTEGER NOT NULL
) STRICT;

CREATE INDEX person_reports_to ON person (reports_to);
CREATE INDEX person_assistant ON person (assistant);
CREATE INDEX participation_round ON participation (round);
CREATE INDEX participation_person ON participation (person);
CREATE INDEX need_person ON need (person);
CREATE INDEX need_topic ON need (topic);
CREATE INDEX offer_person ON offer (person);
CREATE INDEX offer_topic ON offer (topic);
CREATE INDEX interest_person ON interest (person);
CREATE INDEX pair_round ON pair (round);
CREATE INDEX pair_mentee ON pair (mentee);
CREATE INDEX pair_mentor ON pair (mentor);
CREATE INDEX pair_topic ON pair (topic);
CREATE INDEX pair_event_pair ON pair_event (pair);
CREATE INDEX goal_pair ON goal (pair);
CREATE INDEX goal_step_goal ON goal_step (goal);
CREATE INDEX series_pair ON series (pair);
CREATE INDEX meeting_pair ON meeting (pair);
CREATE INDEX meeting_series ON meeting (series);
CREATE INDEX meeting_start ON meeting (start);
CREATE INDEX meeting_goal ON meeting (goal);
CREATE INDEX attendee_series ON attendee (series);
CREATE INDEX attendee_meeting ON attendee (meeting);
CREATE INDEX attendee_person ON attendee (person);
CREATE INDEX calendar_message_series ON calendar_message (series);
