/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TDM_NOTE_VIEW_NOTES,
  TDM_NOTE_VIEW_QUESTIONS,
  TDM_NOTE_VIEW_BIN,
} TdmNoteView;

#define TDM_TYPE_NOTE_FILTER (tdm_note_filter_get_type ())
G_DECLARE_FINAL_TYPE (TdmNoteFilter, tdm_note_filter, TDM, NOTE_FILTER, GtkFilter)

void tdm_note_filter_set_view   (TdmNoteFilter *self,
                                 TdmNoteView    view);
void tdm_note_filter_set_pair   (TdmNoteFilter *self,
                                 const char    *uid);
void tdm_note_filter_set_search (TdmNoteFilter *self,
                                 const char    *text);

G_END_DECLS
