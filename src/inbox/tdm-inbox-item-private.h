/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-inbox-item.h"

G_BEGIN_DECLS

/**
 * TdmInboxItem:
 * @event: (nullable): %NULL where nothing could be read, and for goals
 * @dates: (element-type TdmIncomingEvent): what the same message says about single dates of the series
 * @part: (nullable): the mail in which the event came
 * @todos: (nullable): the goals that came in
 * @text: what it is, as a sentence in the language of the program
 * @detail: (nullable): what else there is to say, in several lines
 * @pair: (nullable): the tandem that it is about; where there is a series, that of the series counts
 * @series: (nullable): the live series that it is about
 * @meeting: (nullable): the live meeting that it is about, %NULL if about the whole series
 * @person: (nullable): whose answer it is
 * @version: which version an answer is about whose number is that of something else, else -1
 *
 * Something that came in: an event out of a mail or a calendar file, or the goals in one, what it is here, and what it
 * is about. What the matcher found out does not change once the item is passed on.
 */
struct _TdmInboxItem
{
  GObject parent_instance;

  TdmIncomingEvent *event;
  GPtrArray *dates;
  TdmMailPart *part;
  TdmTodoFile *todos;
  TdmInboxKind kind;
  char *text;
  char *detail;
  TdmPair *pair;
  TdmSeries *series;
  TdmMeeting *meeting;
  TdmPerson *person;
  TdmReply reply;
  gint64 version;
};

gint64 tdm_inbox_item_get_stamp    (TdmInboxItem *self);
gint64 tdm_inbox_item_get_sequence (TdmInboxItem *self);
void   tdm_inbox_item_set_kind     (TdmInboxItem *self,
                                    TdmInboxKind  kind,
                                    char         *taken_text);
void   tdm_inbox_item_set_target   (TdmInboxItem *self,
                                    TdmSeries    *series,
                                    TdmMeeting   *meeting,
                                    TdmPerson    *person);

G_END_DECLS
