/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdmFieldKind:
 * @TDM_FIELD_LINE: one line of text, cleaned by tdm_text_clean_line()
 * @TDM_FIELD_BLOCK: text of several lines, cleaned by tdm_text_clean_block()
 * @TDM_FIELD_EMAIL: an address as tdm_text_is_email() has it, or empty
 * @TDM_FIELD_DATE: a day, `YYYY-MM-DD`, or empty
 * @TDM_FIELD_CODE: a value of an enumeration, stored as its text code
 * @TDM_FIELD_INTEGER: a whole number; instants are seconds since 1970-01-01 UTC, 0 where there is none
 * @TDM_FIELD_BOOLEAN: yes or no, stored as 1 or 0
 * @TDM_FIELD_LINK: another record, stored as its row id, NULL where there is none
 */
typedef enum
{
  TDM_FIELD_LINE,
  TDM_FIELD_BLOCK,
  TDM_FIELD_EMAIL,
  TDM_FIELD_DATE,
  TDM_FIELD_CODE,
  TDM_FIELD_INTEGER,
  TDM_FIELD_BOOLEAN,
  TDM_FIELD_LINK,
} TdmFieldKind;

/**
 * TdmFieldRole:
 * @TDM_FIELD_PLAIN: none
 * @TDM_FIELD_PARENT: a link to a record that this one belongs to; it stands in the lists of all of these
 * @TDM_FIELD_ORDER: a number or a text that puts siblings into their order, the least first
 * @TDM_FIELD_ORDER_DOWN: likewise, the greatest first
 *
 * What a field says of the place of a record among others. Siblings that are equal, or have no such field, stand in the
 * order of their row ids.
 */
typedef enum
{
  TDM_FIELD_PLAIN,
  TDM_FIELD_PARENT,
  TDM_FIELD_ORDER,
  TDM_FIELD_ORDER_DOWN,
} TdmFieldRole;

/**
 * TdmFieldHand:
 * @TDM_FIELD_BY_HAND: people fill it in, and change it
 * @TDM_FIELD_AT_FIRST: people fill it in when the record is made, and it stays so
 * @TDM_FIELD_FOLLOWS: it follows from other things that people do, as the instant of a meeting does from its time
 * @TDM_FIELD_KEPT: the program keeps it for itself, such as numbers of versions and when something was sent
 *
 * Whether people set a field. Forms have no row for one that they must not set, and the command line refuses it.
 */
typedef enum
{
  TDM_FIELD_BY_HAND,
  TDM_FIELD_AT_FIRST,
  TDM_FIELD_FOLLOWS,
  TDM_FIELD_KEPT,
} TdmFieldHand;

/**
 * TdmField:
 * @name: the GObject property; the column has the same name with underscores
 * @title: what an error calls the field, marked for translation
 * @kind: how it is stored and checked
 * @role: what it says of the place of the record among others
 * @required: whether it must not be empty
 * @most: the largest number of characters of a text, or the largest integer
 * @least: the smallest integer
 * @type: for codes the enumeration, for links the record type
 * @hand: whether people set it
 *
 * One field of a record. A record type declares a table of these; properties, reading, writing, checking and the
 * JSON of the command line all follow from it.
 */
typedef struct
{
  const char *name;
  const char *title;
  TdmFieldKind kind;
  TdmFieldRole role;
  gboolean required;
  gint64 most;
  gint64 least;
  GType (*type) (void);
  TdmFieldHand hand;
} TdmField;

/* Lengths in characters: a name fits a badge, a goal a paragraph. */
#define TDM_NAME_MOST 200
#define TDM_TEXT_MOST 2000

gboolean tdm_field_check_hand (const TdmField *self,
                               gboolean        is_new,
                               GError        **error);

G_END_DECLS
