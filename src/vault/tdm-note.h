/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Bytes of a title and of a text */
#define TDM_NOTE_TITLE_MOST 1000
#define TDM_NOTE_TEXT_MOST (4 * 1024 * 1024)

/**
 * TdmNoteKind:
 * @TDM_NOTE_PLAIN: what was said, thought, agreed
 * @TDM_NOTE_QUESTION: something to ask at the next meeting
 *
 * Codes as they stand in the file.
 */
typedef enum
{
  TDM_NOTE_PLAIN = 1,
  TDM_NOTE_QUESTION = 2,
} TdmNoteKind;

#define TDM_TYPE_NOTE_KIND (tdm_note_kind_get_type ())
GType tdm_note_kind_get_type (void);

/* What a list shows of a note: the uids of its tandem and meeting, its title, and how its text begins */
typedef struct
{
  TdmNoteKind kind;
  gint64 created;
  gint64 modified;
  gint64 removed;
  struct
  {
    const char *text;
    gsize length;
  } texts[4];
} TdmNoteSummary;

#define TDM_TYPE_NOTE (tdm_note_get_type ())
G_DECLARE_FINAL_TYPE (TdmNote, tdm_note, TDM, NOTE, GObject)

TdmNote     *tdm_note_new             (const char  *uid);
TdmNote     *tdm_note_new_listed      (char        *uid,
                                       guint64      revision,
                                       const TdmNoteSummary *summary);
TdmNote     *tdm_note_copy            (TdmNote     *self);

const char  *tdm_note_get_uid         (TdmNote     *self);
guint64      tdm_note_get_revision    (TdmNote     *self);
void         tdm_note_set_revision    (TdmNote     *self,
                                       guint64      revision);
TdmNoteKind  tdm_note_get_kind        (TdmNote     *self);
void         tdm_note_set_kind        (TdmNote     *self,
                                       TdmNoteKind  kind);
const char  *tdm_note_get_title       (TdmNote     *self);
void         tdm_note_set_title       (TdmNote     *self,
                                       const char  *title);
const char  *tdm_note_get_text        (TdmNote     *self);
void         tdm_note_set_text        (TdmNote     *self,
                                       const char  *text);
const char  *tdm_note_get_excerpt     (TdmNote     *self);
const char  *tdm_note_get_pair        (TdmNote     *self);
void         tdm_note_set_pair        (TdmNote     *self,
                                       const char  *uid);
const char  *tdm_note_get_meeting     (TdmNote     *self);
void         tdm_note_set_meeting     (TdmNote     *self,
                                       const char  *uid);
gint64       tdm_note_get_created     (TdmNote     *self);
gint64       tdm_note_get_modified    (TdmNote     *self);
gint64       tdm_note_get_removed     (TdmNote     *self);
void         tdm_note_set_removed     (TdmNote     *self,
                                       gint64       removed);
void         tdm_note_set_times       (TdmNote     *self,
                                       gint64       created,
                                       gint64       modified);
gboolean     tdm_note_is_damaged      (TdmNote     *self);
void         tdm_note_set_damaged     (TdmNote     *self,
                                       gboolean     is_damaged);
gboolean     tdm_note_is_unsaved      (TdmNote     *self);
void         tdm_note_set_unsaved     (TdmNote     *self,
                                       gboolean     is_unsaved);
gboolean     tdm_note_is_empty        (TdmNote     *self);
void         tdm_note_assign          (TdmNote     *self,
                                       TdmNote     *other);
void         tdm_note_forget_text     (TdmNote     *self);
void         tdm_note_wipe            (TdmNote     *self);

G_END_DECLS
