/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>
#include <libical/ical.h>

/* An invitation as plain values, and the shortest way to write it with libical alone. The values are read from a file
 * before anything is measured; what stands before the first event, the time zone above all, is a text that is ready. */

typedef struct
{
  char *uri;
  char *name;
  icalparameter_role role;
  icalparameter_partstat partstat;
  icalparameter_rsvp rsvp;
} BarePerson;

typedef struct
{
  char *uid;
  int sequence;
  struct icaltimetype stamp;
  struct icaltimetype original;
  struct icaltimetype start;
  struct icaltimetype end;
  char *original_zone;
  char *zone;
  char *rule;
  GArray *excluded;
  BarePerson organizer;
  GArray *attendees;
  char *summary;
  char *place;
} BareEvent;

typedef struct
{
  char *head;
  GPtrArray *events;
} BareInvitation;

BareInvitation *bare_invitation_read  (const char           *calendar);
void            bare_invitation_free  (BareInvitation       *self);
GString        *bare_invitation_build (const BareInvitation *self);
