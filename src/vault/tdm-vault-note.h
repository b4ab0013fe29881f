/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a title and of a text */
#define TDM_NOTE_TITLE_MOST 1000
#define TDM_NOTE_TEXT_MOST (4 * 1024 * 1024)

/**
 * TdmVaultNote:
 * @uid: a UUID
 * @revision: how often it was saved; 0 if never
 * @is_question: whether it is something to ask at the next meeting
 * @pair: the uid of the tandem it is about
 * @meeting: the uid of the meeting it is about
 * @title: may be empty
 * @text: empty in a list
 * @excerpt: the beginning of the text in one line
 * @created: when it was saved first, in seconds since 1970
 * @modified: when it was saved last, likewise
 * @removed: when it was put into the bin, likewise; 0 if it is not there
 * @is_damaged: whether there is something in the file that cannot be read
 * @is_unsaved: whether this is what could not be saved
 *
 * A private note in clear, which exists only while the vault is unlocked. No text is %NULL; they are set with
 * tdm_vault_note_set(), and overwritten before their memory is given back.
 */
typedef struct _TdmVaultNote
{
  char *uid;
  guint64 revision;
  gboolean is_question;
  char *pair;
  char *meeting;
  char *title;
  char *text;
  char *excerpt;
  gint64 created;
  gint64 modified;
  gint64 removed;
  gboolean is_damaged;
  gboolean is_unsaved;
} TdmVaultNote;

/* What a list shows of a note: the uids of its tandem and meeting, its title, and how its text begins */
typedef struct
{
  gboolean is_question;
  gint64 created;
  gint64 modified;
  gint64 removed;
  struct
  {
    const char *text;
    gsize length;
  } texts[4];
} TdmNoteSummary;

TdmVaultNote *tdm_vault_note_new        (const char           *uid);
TdmVaultNote *tdm_vault_note_new_listed (char                 *taken_uid,
                                         guint64               revision,
                                         const TdmNoteSummary *summary);
TdmVaultNote *tdm_vault_note_copy       (const TdmVaultNote   *self);
TdmVaultNote *tdm_vault_note_copy_as    (const TdmVaultNote   *self,
                                         const char           *uid);
void          tdm_vault_note_free       (TdmVaultNote         *self);
gboolean      tdm_vault_note_set        (char                **place,
                                         const char           *text);
gboolean      tdm_vault_note_set_text   (TdmVaultNote         *self,
                                         const char           *text);
gboolean      tdm_vault_note_is_empty   (const TdmVaultNote   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmVaultNote, tdm_vault_note_free)

G_END_DECLS
