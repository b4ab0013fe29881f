# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A coordinator's first afternoon and the days after it, from no file at all, in German and by the window alone.

Does what README.md says, and in its order.  What is saved goes to calendars that share no code with ours, and their
answers come back; in the end SQLite says of the file what the window has shown.
"""

import datetime
import re
import sqlite3

import icalendar

from attendee import Attendee
from file_chooser import FileChooser
from programme_case import ProgrammeCase, at_nine
from settings import Settings

FIRST_DAY, NEXT_MEETING_DAY, DAY_AFTER = "2027-01-11", "2027-01-20", "2027-01-21"

MENTEES = ["Karin Möller", "Dr. Thomas Kühn", "Beate Schäfer", "Rainer Vogt", "Gabriele Öztürk", "Uwe Lindner"]
MENTORS = ["Jonas Weber", "Aylin Demir", "Mia Groß", "Leon Müller", "Zoë Brandt", "Emre Yılmaz"]
PLAIN = str.maketrans({"ö": "oe", "ä": "ae", "ü": "ue", "Ö": "oe", "ß": "ss", "ı": "i", "ë": "e"})

ORGANIZER = "perspektivwechsel@nordlicht.example"
MONTHLY = ["2027-01-19", "2027-02-16", "2027-03-16", "2027-04-20", "2027-05-18", "2027-06-15"]
"""The third Tuesdays of the round"""


def address(name):
    return f"{name.split()[-1].lower().translate(PLAIN)}@nordlicht.example"


class FirstAfternoon(ProgrammeCase):
    settings = Settings(language="de")

    def test_from_no_file_to_a_restored_backup(self):
        self.begin_a_programme()
        self.add_twelve_people()
        self.say_what_one_passes_on()
        self.describe_the_round()
        self.take_all_into_the_round()
        self.bring_six_tandems_together()
        self.activate_all_tandems()
        self.plan_meetings_of_all_tandems()
        self.set_goals()
        self.invite_all()
        self.take_over_answers()

        self.go_on(NEXT_MEETING_DAY)
        self.record_what_took_place()
        self.move_a_date()
        self.cancel_a_date()
        self.tell_what_has_changed()
        self.end_a_tandem()
        self.tell_that_it_has_ended()

        self.go_on(DAY_AFTER)
        self.restore_the_backup_of_the_first_day()
        self.undo_that()
        self.expect_all_in_the_file()

    # Steps of the first day

    def begin_a_programme(self):
        self.app = self.start(env={"TANDEM_NOW": at_nine(FIRST_DAY)})
        self.app.find("button", "Programm koordinieren …").click()
        FileChooser(self.app, "Neues Programm").accept_suggestion("Anlegen")
        dialog = self.app.window("Programm")
        dialog.find("entry", "Titel").fill("Perspektivwechsel")
        dialog.find("entry", "Wozu es das Programm gibt").fill("Digitales Wissen wächst im Haus.")
        dialog.find("entry", "Sponsor:in").fill("Dr. Ines Albrecht")
        self.confirm("Programm", "Speichern")
        self.shows(self.app, "Noch keine Tandems")
        self.path, = self.desktop.home.glob("*.tandem")

    def add_twelve_people(self):
        self.app.key("Control+Shift+n")
        dialog = self.app.window("Neue Person")
        name, another = dialog.find("entry", "Name"), dialog.find("button", "Hinzufügen und nächste Person")
        for person in (*MENTEES, *MENTORS):
            self.app.type_text(person)
            self.app.key("Tab")
            self.app.type_text(address(person))
            if person == MENTORS[-1]:
                break
            another.click()
            self.app.wait_until(lambda: not name.text, "the form to be empty again")
        self.app.key("Return")
        self.app.wait_closed("Neue Person")

    def say_what_one_passes_on(self):
        """The page of the last person is there: Enter goes on from an empty line."""
        self.shows(self.app, "Noch kein Angebot")
        self.app.key("Return")
        self.app.type_text("KI im Alltag")
        self.app.key("Return", "Return")
        self.app.type_text("Segeln")
        self.app.key("Return")
        self.shows(self.app, "KI im Alltag", "Segeln")

    def describe_the_round(self):
        self.app.key("Alt+5")
        self.app.find("button", "Bearbeiten …").click()
        dialog = self.app.window("Runde")
        dialog.find("entry", "Titel").fill("Pilotrunde")
        self.pick_day(dialog, "Auftakt", 18)
        self.pick_day(dialog, "Ende", 30, months=5)
        self.confirm("Runde", "Speichern")
        self.shows(self.app, "Pilotrunde")

    def take_all_into_the_round(self):
        self.app.find("button", "Personen hinzufügen …").click()
        self.take_in("Mentor:in", MENTORS)
        self.app.menu("Personen hinzufügen", "Personen des Programms …")
        self.take_in("Mentee", MENTEES)
        self.shows(self.app, "12 Teilnahmen")

    def take_in(self, role, people):
        dialog = self.app.window("Personen hinzufügen")
        row = dialog.find("combo box", "Rolle")
        if role not in row.text:
            row.choose(role)
        for person in people:
            dialog.find_in_list("check box", person).click()
        self.confirm("Personen hinzufügen", "Hinzufügen")

    def bring_six_tandems_together(self):
        for mentee, mentor in zip(MENTEES, MENTORS):
            self.app.key("Control+n")
            dialog = self.app.window("Neues Tandem")
            self.choose_person(dialog, "Mentee (lernt)", mentee)
            self.choose_person(dialog, "Mentor:in (gibt weiter)", mentor)
            dialog.find("entry", "Thema (kann später gewählt werden)").click()
            self.app.type_text("KI im Alltag")
            self.confirm("Neues Tandem", "Hinzufügen")
        self.app.key("Alt+1")
        self.shows(self.app, "6 Tandems")

    def choose_person(self, dialog, row, person):
        row = dialog.find("list item", row).click()
        row.find("entry", "Suchen")
        self.app.type_text(person)
        self.app.key("Return")

    def activate_all_tandems(self):
        self.change_all_tandems("Aktivieren …")
        self.confirm("Tandems aktivieren", "Aktivieren")
        self.toast(self.app, "6 Tandems aktiv")

    def plan_meetings_of_all_tandems(self):
        self.change_all_tandems("Treffen planen …")
        dialog = self.app.window("Treffen planen")
        self.assertIn("Jeden Monat am dritten Dienstag, 6-mal", dialog.labels())
        self.save_picture("plan")
        self.confirm("Treffen planen", "Planen")
        self.toast(self.app, "Treffen von 6 Tandems geplant")

    def change_all_tandems(self, item):
        self.app.menu("Hauptmenü", "Tandems auswählen")
        self.app.key("Control+a")
        self.app.menu("Ändern …", item)

    def set_goals(self):
        self.open_tandem_of("Karin Möller")
        self.app.find("entry", "Ziel hinzufügen").click()
        for goal in ("Angebote mit KI vorbereiten", "Das Team davon überzeugen"):
            self.app.type_text(goal)
            self.app.key("Return")
        self.shows(self.app, "Angebote mit KI vorbereiten", "Das Team davon überzeugen")
        self.save_picture("goals")

    def invite_all(self):
        """The address for answers is asked for when it is needed; nothing has to be set up before."""
        self.people = {person: Attendee(person, address(person), ORGANIZER) for person in (*MENTEES, *MENTORS)}
        self.app.key("Control+Shift+m")
        self.app.window("Nachrichten senden").find("button", "Als Dateien speichern …").click()
        self.app.window("Wer einlädt")
        self.app.type_text("Petra Lang")
        self.app.key("Tab")
        self.app.type_text(ORGANIZER)
        self.app.key("Return")
        self.app.wait_closed("Wer einlädt")
        files = self.save_and_hand_over()
        self.assertEqual(len(files), 6)
        for pair, file in self.files_of_pairs(files):
            self.expect_event(file, "REQUEST", sequence=0)
            for person in pair:
                self.people[person].receive(file)
                self.assertEqual(self.people[person].starts(), [f"{day} 10:00" for day in MONTHLY])

    def take_over_answers(self):
        self.answer("Karin Möller", "ACCEPTED", "Antwort übernommen: Karin Möller sagt zu: "
                    "alle Treffen von Karin Möller und Jonas Weber")
        self.answer("Dr. Thomas Kühn", "DECLINED", "Antwort übernommen: Dr. Thomas Kühn lehnt ab: "
                    "alle Treffen von Dr. Thomas Kühn und Aylin Demir", "Lieber nachmittags, bitte!")

    def answer(self, person, partstat, said, comment=""):
        when = datetime.datetime(2027, 1, 11, 9, 30, tzinfo=datetime.timezone.utc)
        file = self.people[person].answer(partstat, self.make_folder(), when, comment)
        self.app.key("Control+Shift+o")
        self.app.choose_file("Empfangene Nachrichten öffnen", file, "Öffnen")
        self.toast(self.app, said)

    # Steps of the next day, after the first meetings

    def record_what_took_place(self):
        self.app.key("Alt+3")
        self.app.find("button", "Nachzutragen (6)").click()
        self.meeting("Dienstag, 19. Januar 2027", "Karin Möller").find("button", "Fand statt").click()
        self.toast(self.app, "Treffen fand statt")
        self.app.find("button", "Anstehend").click()

    def move_a_date(self):
        self.search_meetings("Kühn")
        self.assertIn("Thomas: „Lieber nachmittags, bitte!“", self.app.labels())
        self.choose_of_meeting("Dienstag, 16. Februar 2027", "Dr. Thomas Kühn", "Verschieben …")
        dialog = self.app.window("Treffen verschieben")
        self.pick_day(dialog, "Neues Datum", 18)
        dialog.find("spin button", "Beginn").fill("14:30")
        self.app.key("Tab")
        self.confirm("Treffen verschieben", "Speichern")
        self.meeting("Donnerstag, 18. Februar 2027, 14:30 – 15:30", "Dr. Thomas Kühn")
        self.save_picture("moved")

    def cancel_a_date(self):
        self.search_meetings("Schäfer")
        self.choose_of_meeting("Dienstag, 16. März 2027", "Beate Schäfer", "Treffen absagen")
        self.toast(self.app, "Treffen abgesagt")

    def tell_what_has_changed(self):
        self.app.key("Control+Shift+m")
        outbox = self.app.window("Nachrichten senden")
        said = [label for label in outbox.labels() if label.startswith(("Neue Zeit", "Abgesagt"))]
        self.assertEqual(sorted(said), ["Abgesagt: 16. März 2027, 10:00\N{NO-BREAK SPACE}Uhr"] * 2
                         + ["Neue Zeit: 18. Februar 2027, 14:30\N{NO-BREAK SPACE}Uhr"] * 2)
        self.save_picture("messages")
        outbox.find("button", "Als Dateien speichern …").click()
        files = dict(self.files_of_pairs(self.save_and_hand_over()))
        self.assertEqual(set(files), {("Dr. Thomas Kühn", "Aylin Demir"), ("Beate Schäfer", "Mia Groß")})
        moved, cancelled = files["Dr. Thomas Kühn", "Aylin Demir"], files["Beate Schäfer", "Mia Groß"]
        self.expect_event(moved, "REQUEST", sequence=1, date="2027-02-16 10:00")
        self.expect_event(cancelled, "CANCEL", sequence=1, date="2027-03-16 10:00")
        self.expect_meetings(moved, "Aylin Demir", {"2027-02-16 10:00"}, {"2027-02-18 14:30"})
        self.expect_meetings(cancelled, "Mia Groß", {"2027-03-16 10:00"}, set())

    def end_a_tandem(self):
        self.app.key("Alt+1")
        self.open_tandem_of("Uwe Lindner")
        self.app.menu("Menü des Tandems", "Beenden …")
        dialog = self.app.window("Tandem beenden?")
        dialog.find("combo box", "Grund").choose("Keine Zeit")
        self.confirm("Tandem beenden?", "Beenden")
        self.shows(self.app, "Aufgelöst am Mi, 20. Jan")
        self.save_picture("ended")

    def tell_that_it_has_ended(self):
        self.app.key("Control+Shift+m")
        outbox = self.app.window("Nachrichten senden")
        self.assertEqual(outbox.labels().count("5 Treffen abgesagt"), 2)
        outbox.find("button", "Als Dateien speichern …").click()
        (pair, file), = self.files_of_pairs(self.save_and_hand_over())
        self.assertEqual(pair, ("Uwe Lindner", "Emre Yılmaz"))
        self.expect_event(file, "REQUEST", sequence=1)
        self.expect_meetings(file, "Emre Yılmaz", {f"{day} 10:00" for day in MONTHLY[1:]}, set())

    # Steps of the day after

    def restore_the_backup_of_the_first_day(self):
        self.state = self.read_all()
        self.app.menu("Hauptmenü", "Sicherung wiederherstellen …")
        dialog = self.app.window("Sicherung wiederherstellen")
        row = dialog.find("list item", "Montag, 11. Januar 2027")
        self.app.wait_until(lambda: "Tandems: 1 geändert; Treffen: 8 geändert" in row.text, "what has happened since")
        dialog.find("check box", "Montag, 11. Januar 2027").click()
        self.save_picture("backups")
        self.confirm("Sicherung wiederherstellen", "Wiederherstellen")
        self.toast(self.app, "Sicherung vom Mo, 11. Jan wiederhergestellt")
        self.card_of("Uwe Lindner lernt von Emre Yılmaz.*Di, 16. Feb, 10:00")
        self.card_of("Dr. Thomas Kühn lernt von Aylin Demir.*Di, 16. Feb, 10:00")
        self.assertEqual(self.sql("SELECT state, count(*) FROM pair GROUP BY state"), [("active", 6)])
        self.assertEqual(self.sql("SELECT state, count(*) FROM meeting GROUP BY state"), [("invited", 36)])
        self.assertEqual(self.sql("SELECT reply, count(*) FROM attendee WHERE reply <> 'needs_action' GROUP BY reply"),
                         [("accepted", 1), ("declined", 1)])

    def undo_that(self):
        self.app.key("Control+z")
        self.card_of("Uwe Lindner lernt von Emre Yılmaz.*Aufgelöst am Mi, 20. Jan")
        self.card_of("Dr. Thomas Kühn lernt von Aylin Demir.*Do, 18. Feb, 14:30")
        self.assertEqual(self.read_all(), self.state)
        self.save_picture()

    def expect_all_in_the_file(self):
        self.assertEqual(self.app.close(), 0)
        self.assertEqual(self.sql("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.sql("PRAGMA foreign_key_check"), [])
        self.assertEqual(self.sql("SELECT title, sponsor, organizer_name, organizer_email FROM programme"),
                         [("Perspektivwechsel", "Dr. Ines Albrecht", "Petra Lang", ORGANIZER)])
        self.assertEqual(self.sql("SELECT title, kickoff, end_date FROM round"),
                         [("Pilotrunde", "2027-01-18", "2027-06-30")])
        self.assertEqual(self.sql("SELECT name, email FROM person ORDER BY id"),
                         [(name, address(name)) for name in (*MENTEES, *MENTORS)])
        self.assertEqual(self.sql("SELECT role, count(*) FROM participation GROUP BY role"),
                         [("mentee", 6), ("mentor", 6)])
        self.assertEqual(self.sql("SELECT a.name, b.name, pair.state, end_reason FROM pair "
                                  "JOIN person a ON a.id = mentee JOIN person b ON b.id = mentor ORDER BY pair.id"),
                         [(*pair, *(("dissolved", "time") if pair[0] == "Uwe Lindner" else ("active", "none")))
                          for pair in zip(MENTEES, MENTORS)])
        self.assertEqual(self.sql("SELECT title FROM goal ORDER BY id"),
                         [("Angebote mit KI vorbereiten",), ("Das Team davon überzeugen",)])
        self.assertEqual(self.sql("SELECT state, count(*) FROM meeting GROUP BY state"),
                         [("cancelled", 6), ("held", 1), ("invited", 29)])
        self.assertEqual(self.sql("SELECT local_start FROM meeting WHERE local_start <> recurrence_id"),
                         [("2027-02-18T14:30:00",)])
        self.assertEqual(self.sql("SELECT name, reply, comment FROM attendee JOIN person ON person.id = person "
                                  "WHERE reply <> 'needs_action' ORDER BY name DESC"),
                         [("Karin Möller", "accepted", ""),
                          ("Dr. Thomas Kühn", "declined", "Lieber nachmittags, bitte!")])

    # Ways that several steps go

    def go_on(self, day):
        self.restart_on(self.app, day)
        self.shows(self.app, "6 Tandems")

    def confirm(self, title, button):
        """Press the button of a dialog that closes it."""
        self.app.window(title).find("button", button).click()
        self.app.wait_closed(title)

    def pick_day(self, dialog, row, day, months=0):
        """Choose a day by mouse, in the month that is shown or so many later."""
        dialog.find("list item", row, showing=False).scroll_into_view().click()
        calendar = self.app.find("panel", "Kalender")
        for _ in range(months):
            calendar.find("button", "Nächster Monat").click()
        labels = calendar.find_all("label")
        names = [label.name for label in labels]
        labels[names.index("1", names.index("So")) + day - 1].click()
        self.app.wait_gone("panel", "Kalender")

    def card_of(self, description):
        return self.app.find("panel", re.compile(f"^{description}"))

    def open_tandem_of(self, mentee):
        self.card_of(f"{mentee} lernt von").click()
        self.app.find("button", "Menü des Tandems")

    def search_meetings(self, name):
        self.app.key("Control+f", "Control+a")
        self.app.type_text(name)

    def meeting(self, day, name):
        return self.app.find("panel", re.compile(f"^{day}.*{name}"))

    def choose_of_meeting(self, day, name, item):
        self.meeting(day, name).find("button", "Mehr zu diesem Treffen").click()
        self.app.find("menu item", item).click()

    def save_and_hand_over(self):
        """Save the messages that wait as files, and say that these have gone; returns the files."""
        folder = self.make_folder()
        self.app.choose_file("Ordner für die Nachrichten", folder, "Speichern")
        outbox = self.app.window("Nachrichten senden")
        outbox.find("button", "Alle sind übergeben").click()
        self.app.wait_until(lambda: "Nichts zu senden" in outbox.labels(), "nothing to be left to send")
        self.app.key("Escape")
        self.app.wait_closed("Nachrichten senden")
        return sorted(folder.iterdir())

    @staticmethod
    def files_of_pairs(files):
        """((mentee, mentor), file) of each file, by the people who are named in it"""
        for file in files:
            event = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")[0]
            yield tuple(person.params["CN"] for person in event["ATTENDEE"]), file

    def expect_event(self, file, method, sequence, date=None):
        """What a file is, and of which date of the series; of the whole one without"""
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        event, = calendar.walk("VEVENT")
        self.assertEqual(str(calendar["METHOD"]), method)
        self.assertEqual(event["SEQUENCE"], sequence)
        self.assertEqual(str(event["STATUS"]), "CANCELLED" if method == "CANCEL" else "CONFIRMED")
        self.assertEqual(f"{event['RECURRENCE-ID'].dt:%Y-%m-%d %H:%M}" if "RECURRENCE-ID" in event else None, date)

    def expect_meetings(self, file, person, gone, new):
        """What the calendar of a person shows after a file, and before"""
        before = set(self.people[person].starts())
        self.people[person].receive(file)
        self.assertEqual(before - set(self.people[person].starts()), gone)
        self.assertEqual(set(self.people[person].starts()) - before, new)

    def read_all(self):
        """Every row of the file"""
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as db:
            return list(db.iterdump())
