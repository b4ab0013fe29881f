/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_NOTES_PAGE (tdm_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (TdmNotesPage, tdm_notes_page, TDM, NOTES_PAGE, AdwBin)

void tdm_notes_page_save         (TdmNotesPage *self);
void tdm_notes_page_enter        (TdmNotesPage *self);
void tdm_notes_page_start_search (TdmNotesPage *self);
gboolean tdm_notes_page_go_back  (TdmNotesPage *self);
void tdm_notes_page_begin        (TdmNotesPage *self,
                                  const char   *pair,
                                  const char   *meeting);
void tdm_notes_page_open         (TdmNotesPage *self,
                                  const char   *uid);

G_END_DECLS
