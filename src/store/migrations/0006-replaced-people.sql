-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright the Tandem authors
--
-- Schema 6: who left a tandem to whom.
--
-- The history of a tandem names both in words alone, so that the page of whoever left knew nothing of it. Who was removed
-- since is named in the words still. What earlier versions wrote says it in one of these sentences; where two people
-- have the same name, nobody can tell which of them it was.

ALTER TABLE pair_event ADD COLUMN replaced INTEGER REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE pair_event ADD COLUMN successor INTEGER REFERENCES person (id) ON DELETE SET NULL;

CREATE INDEX pair_event_replaced ON pair_event (replaced) WHERE replaced IS NOT NULL;
CREATE INDEX pair_event_successor ON pair_event (successor) WHERE successor IS NOT NULL;

UPDATE pair_event SET
  replaced = (SELECT CASE count (*) WHEN 1 THEN min (person.id) END FROM person WHERE
    substr (note, -length (' takes the place of ' || name)) = ' takes the place of ' || name OR
    substr (note, -length (' übernimmt den Platz von ' || name)) = ' übernimmt den Platz von ' || name),
  successor = (SELECT CASE count (*) WHEN 1 THEN min (person.id) END FROM person WHERE
    substr (note, 1, length (name || ' takes the place of ')) = name || ' takes the place of ' OR
    substr (note, 1, length (name || ' übernimmt den Platz von ')) = name || ' übernimmt den Platz von ')
WHERE kind = 'people';
