// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright the Tandem authors

// Plays the people who get our messages, as test_story.py does, but with ical.js, which reads invitations in
// Thunderbird and Nextcloud. It knows no time zone but those of the files.
//
//     node story.mjs FOLDER ICAL_JS

import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

const [folder, library] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(library).href);

const ORGANIZER = "mailto:tandem@example.org";
const FEWEST_STORIES = 15, FEWEST_COMPARISONS = 120, FEWEST_MESSAGES = 150;
const LAST_YEAR = 2029;
const WHOLE = "whole";
const counts = { stories: 0, messages: 0, comparisons: 0 };

class Refused extends Error {}

function refuseUnless(condition, reason) {
  if (!condition) throw new Refused(reason);
}

const instant = (time) => new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");

// --- one message -------------------------------------------------------------

function checkBytes(bytes) {
  const text = bytes.toString("latin1");
  refuseUnless(text.endsWith("\r\n"), "the last line has no end");
  for (const line of text.split("\r\n")) {
    refuseUnless(line.length <= 75, `a line of ${line.length} octets`);
    refuseUnless(!/[\r\n]/.test(line), "a line end that is not CRLF");
  }
  refuseUnless(!bytes.toString("utf8").includes("\ufffd"), "not UTF-8");
  refuseUnless(text.split("BEGIN:VCALENDAR").length === 2, "not one VCALENDAR");
}

const dateOf = (event) => {
  const date = event.getFirstPropertyValue("recurrence-id");
  return date ? instant(date) : WHOLE;
};

function checkEvent(event, method, address) {
  const people = event.getAllProperties("attendee").map((person) => person.getFirstValue());
  refuseUnless(event.getFirstPropertyValue("organizer") === ORGANIZER, "another organizer");
  refuseUnless(people.includes(`mailto:${address}`), `is not for ${address} but for ${people}`);
  const status = method === "CANCEL" ? "CANCELLED" : "CONFIRMED";
  refuseUnless(event.getFirstPropertyValue("status") === status, `not ${status}`);
}

function readMessage(bytes, address) {
  checkBytes(bytes);
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
  const method = calendar.getFirstPropertyValue("method");
  const events = calendar.getAllSubcomponents("vevent");
  refuseUnless(["REQUEST", "CANCEL"].includes(method), `METHOD is ${method}`);
  refuseUnless(events.length > 0, "no event");
  events.forEach((event) => checkEvent(event, method, address));

  const main = events.find((event) => dateOf(event) === WHOLE);
  const dates = events.filter((event) => event !== main);
  const first = main ?? dates[0];
  refuseUnless(events.length === 1 || (main ? method === "REQUEST" : method === "CANCEL"), "several events");
  refuseUnless(new Set(events.map(dateOf)).size === events.length, "two events for one date");
  refuseUnless(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size === 1, "several UIDs");
  return {
    method, main, dates, bytes,
    uid: first.getFirstPropertyValue("uid"),
    about: dateOf(first),
    sequence: first.getFirstPropertyValue("sequence"),
    stamp: first.getFirstPropertyValue("dtstamp").toUnixTime(),
  };
}

// --- one calendar ------------------------------------------------------------

// RFC 5546 2.1.4 and 2.1.5
function isNewer(message, other) {
  return message.sequence !== other.sequence ? message.sequence > other.sequence : message.stamp > other.stamp;
}

// What was known about a date or, for a message about all, about any of them
function isNews(message, known) {
  const others = message.about === WHOLE ? [...known.values()] : [known.get(message.about) ?? known.get(WHOLE)];
  for (const other of others.filter(Boolean)) {
    if (other.about === message.about && other.bytes.equals(message.bytes)) return false;
    refuseUnless(isNewer(message, other), `SEQUENCE ${message.sequence}, DTSTAMP ${message.stamp} is not newer`);
  }
  return true;
}

function excludeDate(series, event) {
  const date = event.getFirstProperty("recurrence-id");
  const excluded = new ICAL.Property("exdate");
  excluded.setParameter("tzid", date.getParameter("tzid"));
  excluded.setValue(date.getFirstValue());
  series.dates.delete(dateOf(event));
  series.main.addProperty(excluded);
}

class Calendar {
  series = new Map();
  known = new Map();

  receive(message) {
    const known = this.known.get(message.uid) ?? new Map();
    this.known.set(message.uid, known);
    if (!isNews(message, known)) return;
    const sequence = (known.get(message.about) ?? known.get(WHOLE))?.sequence, times = this.listTimes(message.uid);
    if (message.about === WHOLE) known.clear();
    known.set(message.about, message);
    if (message.method === "CANCEL") this.cancel(message);
    else this.request(message);
    refuseUnless(sequence === undefined || message.sequence > sequence || times === this.listTimes(message.uid),
                 `other dates, but still SEQUENCE ${sequence}`);
  }

  listTimes(uid) {
    const meetings = this.series.has(uid) ? expand(this.series.get(uid)) : [];
    return meetings.map(([start, end]) => `${start}/${end}`).sort().join();
  }

  request(message) {
    if (message.main) {
      const dates = new Map(message.dates.map((event) => [dateOf(event), event]));
      this.series.set(message.uid, { main: message.main, dates });
    } else {
      refuseUnless(this.series.has(message.uid), "a date of an unknown series");
      this.series.get(message.uid).dates.set(message.about, message.dates[0]);
    }
  }

  cancel(message) {
    if (message.main) this.series.delete(message.uid);
    else if (this.series.has(message.uid)) message.dates.forEach((event) => excludeDate(this.series.get(message.uid), event));
  }

  list() {
    return [...this.series.values()].flatMap(expand);
  }
}

function* iterate(event) {
  if (!event.isRecurring()) {
    yield event.startDate;
    return;
  }
  const dates = event.iterator();
  for (let date = dates.next(); date && date.year <= LAST_YEAR; date = dates.next()) yield date;
}

function expand({ main, dates }) {
  const event = new ICAL.Event(main, { exceptions: [...dates.values()], strictExceptions: true });
  const meetings = [];
  let used = 0;
  for (const date of iterate(event)) {
    const { startDate, endDate, item } = event.getOccurrenceDetails(date);
    used += item.isRecurrenceException() ? 1 : 0;
    meetings.push([instant(startDate), instant(endDate), item.location]);
  }
  refuseUnless(used === dates.size, "a RECURRENCE-ID names no date of its series");
  return meetings;
}

// --- the stories -------------------------------------------------------------

function deliver(calendars, step, name) {
  const address = name.replace(/^\d+-/, "").replace(/\.ics$/, "");
  if (!calendars.has(address)) calendars.set(address, new Calendar());
  calendars.get(address).receive(readMessage(readFileSync(join(step, name)), address));
  counts.messages++;
}

function compare(calendars, step) {
  const expected = JSON.parse(readFileSync(join(step, "expected.json"), "utf8"));
  refuseUnless(isDeepStrictEqual([...calendars.keys()].sort(), Object.keys(expected).sort()), "other recipients");
  for (const [address, meetings] of Object.entries(expected)) {
    const found = calendars.get(address).list().sort(), wanted = meetings.sort();
    refuseUnless(isDeepStrictEqual(found, wanted),
                 `${address} has\n${found.join("\n")}\ninstead of\n${wanted.join("\n")}`);
    counts.comparisons++;
  }
}

function play(story) {
  const calendars = new Map();
  for (const name of readdirSync(story).sort()) {
    const step = join(story, name);
    try {
      for (const file of readdirSync(step).sort())
        if (file.endsWith(".ics")) deliver(calendars, step, file);
      if (existsSync(join(step, "expected.json"))) compare(calendars, step);
    } catch (error) {
      throw new Error(`${step}: ${error instanceof Refused ? error.message : error.stack}`);
    }
  }
  counts.stories++;
}

function main() {
  const failures = [];
  for (const name of readdirSync(folder).sort()) {
    try {
      play(join(folder, name));
    } catch (error) {
      failures.push(error.message);
    }
  }
  if (ICAL.TimezoneService.has("Europe/Berlin")) failures.push("ical.js did not have to use the zones of the files.");
  if (counts.stories + failures.length < FEWEST_STORIES) failures.push(`There are only ${counts.stories} stories.`);
  if (failures.length === 0 && (counts.messages < FEWEST_MESSAGES || counts.comparisons < FEWEST_COMPARISONS))
    failures.push(`Only ${counts.messages} messages and ${counts.comparisons} calendars were read.`);
  failures.forEach((failure) => console.error(failure));
  console.log(`${counts.messages} messages, ${counts.comparisons} calendars, ${failures.length} failures`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

main();
