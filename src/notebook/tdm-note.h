/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TDM_TYPE_NOTE (tdm_note_get_type ())
G_DECLARE_FINAL_TYPE (TdmNote, tdm_note, TDM, NOTE, GObject)

TdmNote    *tdm_note_new          (const char *pair,
                                   const char *meeting);
TdmNote    *tdm_note_copy_as      (TdmNote    *self,
                                   const char *uid);
TdmNote    *tdm_note_draft        (TdmNote    *self,
                                   guint       n_ahead);

const char *tdm_note_get_uid      (TdmNote    *self);
const char *tdm_note_get_title    (TdmNote    *self);
const char *tdm_note_get_text     (TdmNote    *self);
const char *tdm_note_get_excerpt  (TdmNote    *self);
const char *tdm_note_get_pair     (TdmNote    *self);
const char *tdm_note_get_meeting  (TdmNote    *self);
guint64     tdm_note_get_revision (TdmNote    *self);
gint64      tdm_note_get_modified (TdmNote    *self);
gboolean    tdm_note_is_question  (TdmNote    *self);
gboolean    tdm_note_is_removed   (TdmNote    *self);
gboolean    tdm_note_is_damaged   (TdmNote    *self);
gboolean    tdm_note_is_unsaved   (TdmNote    *self);
gboolean    tdm_note_is_empty     (TdmNote    *self);

void        tdm_note_set_title    (TdmNote    *self,
                                   const char *title);
void        tdm_note_set_text     (TdmNote    *self,
                                   const char *text);
void        tdm_note_set_about    (TdmNote    *self,
                                   const char *pair,
                                   const char *meeting);
void        tdm_note_set_question (TdmNote    *self,
                                   gboolean    is_question);
void        tdm_note_take_saved   (TdmNote    *self,
                                   TdmNote    *saved);
void        tdm_note_wipe         (TdmNote    *self);

G_END_DECLS
