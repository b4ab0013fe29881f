/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-note.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdmKeyCost TdmKeyCost;

/**
 * TdmNotebookState:
 * @TDM_NOTEBOOK_UNKNOWN: nobody has looked yet
 * @TDM_NOTEBOOK_ABSENT: there are no notes yet
 * @TDM_NOTEBOOK_LOCKED: there are, and a secret opens them
 * @TDM_NOTEBOOK_UNLOCKED: they can be read
 */
typedef enum
{
  TDM_NOTEBOOK_UNKNOWN,
  TDM_NOTEBOOK_ABSENT,
  TDM_NOTEBOOK_LOCKED,
  TDM_NOTEBOOK_UNLOCKED,
} TdmNotebookState;

/**
 * TdmNotebookFacts:
 * @state: whether they are locked
 * @is_writable: whether notes can be changed now
 * @why_read_only: (nullable): why unlocked notes can only be read, in the language of the program; %NULL where nothing
 * keeps them from being written, or tdm_notebook_accept_async() is all that is missing
 * @is_trusted: whether the file is as it was left; if not, it can only be read, and if it is at least in order, until
 *   tdm_notebook_accept_async()
 * @is_in_order: whether the notes are where the file looks for them; if not, they can only be read or exported, for
 * good
 * @is_older: whether this computer has seen a newer state of the file
 * @has_keyring: whether the keyring of the desktop was told how to open it
 * @was_locked: whether the notes were locked since the program started
 * @n_unsaved: texts that wait, sealed and kept apart, for they could not be saved
 * @n_in_memory: those of them that would be lost with the program
 * @n_recovered: texts that could not be saved before the notes were locked, and are notes now
 * @reason: (nullable): why a text could not be saved, in the language of the program
 *
 * What is known of the file with the notes.
 */
typedef struct
{
  TdmNotebookState state;
  gboolean is_writable;
  const char *why_read_only;
  gboolean is_trusted;
  gboolean is_in_order;
  gboolean is_older;
  gboolean has_keyring;
  gboolean was_locked;
  guint n_unsaved;
  guint n_in_memory;
  guint n_recovered;
  const char *reason;
} TdmNotebookFacts;

/**
 * TdmNotebookMerge:
 * @n_added: notes that were not here
 * @n_updated: notes of which a newer state came
 * @n_apart: notes that were written differently on both sides: what came is a note of its own now
 * @n_damaged: notes that could not be read over there
 *
 * What became of the notes of another file.
 */
typedef struct
{
  guint n_added;
  guint n_updated;
  guint n_apart;
  guint n_damaged;
} TdmNotebookMerge;

/**
 * TdmNotebookFailure:
 * @TDM_NOTEBOOK_FAILURE_OTHER: the message says what
 * @TDM_NOTEBOOK_FAILURE_DISK: the file could not be read or written; it may work a moment later
 * @TDM_NOTEBOOK_FAILURE_WRONG_SECRET: the passphrase, or the recovery code, is not the right one
 * @TDM_NOTEBOOK_FAILURE_LOCKED: the notes are locked
 * @TDM_NOTEBOOK_FAILURE_EMPTY: nothing is left in the file
 *
 * Why a verb failed.
 */
typedef enum
{
  TDM_NOTEBOOK_FAILURE_OTHER,
  TDM_NOTEBOOK_FAILURE_DISK,
  TDM_NOTEBOOK_FAILURE_WRONG_SECRET,
  TDM_NOTEBOOK_FAILURE_LOCKED,
  TDM_NOTEBOOK_FAILURE_EMPTY,
} TdmNotebookFailure;

#define TDM_TYPE_NOTEBOOK_STATE (tdm_notebook_state_get_type ())
GType tdm_notebook_state_get_type (void);

TdmNotebookFailure tdm_notebook_classify (const GError *error);

#define TDM_TYPE_NOTEBOOK (tdm_notebook_get_type ())
G_DECLARE_FINAL_TYPE (TdmNotebook, tdm_notebook, TDM, NOTEBOOK, GObject)

TdmNotebook *tdm_notebook_get_default   (void);
void         tdm_notebook_close_default (void);

TdmNotebook            *tdm_notebook_new         (const char       *path,
                                                  const char       *memory,
                                                  const TdmKeyCost *cost);
const char             *tdm_notebook_get_path    (TdmNotebook *self);
TdmNotebookState        tdm_notebook_get_state   (TdmNotebook *self);
gboolean                tdm_notebook_is_unlocked (TdmNotebook *self);
const TdmNotebookFacts *tdm_notebook_get_facts   (TdmNotebook *self);
GListModel             *tdm_notebook_get_notes   (TdmNotebook *self);
TdmNote                *tdm_notebook_find        (TdmNotebook *self,
                                                  const char  *uid);

void tdm_notebook_look_async    (TdmNotebook         *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data);
void tdm_notebook_create_async  (TdmNotebook         *self,
                                 const char          *passphrase,
                                 const char          *code,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data);
void tdm_notebook_unlock_async  (TdmNotebook         *self,
                                 const char          *passphrase,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data);
void tdm_notebook_recover_async (TdmNotebook         *self,
                                 const char          *code,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data);
void tdm_notebook_unlock_by_keyring_async (TdmNotebook         *self,
                                           GAsyncReadyCallback  callback,
                                           gpointer             data);
void tdm_notebook_lock          (TdmNotebook *self);
void tdm_notebook_close         (TdmNotebook *self);
void tdm_notebook_accept_async  (TdmNotebook         *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data);

void       tdm_notebook_read_async       (TdmNotebook         *self,
                                          const char          *uid,
                                          guint64              revision,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
TdmNote   *tdm_notebook_read_finish      (TdmNotebook   *self,
                                          GAsyncResult  *result,
                                          GError       **error);
void       tdm_notebook_save_async       (TdmNotebook         *self,
                                          TdmNote             *note,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
TdmNote   *tdm_notebook_save_finish      (TdmNotebook   *self,
                                          GAsyncResult  *result,
                                          GError       **error);
void       tdm_notebook_keep             (TdmNotebook *self,
                                          TdmNote     *note);
void       tdm_notebook_claim            (TdmNotebook *self,
                                          const char  *uid);
void       tdm_notebook_save_all_async   (TdmNotebook         *self,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void       tdm_notebook_forget_recovered (TdmNotebook *self);
void       tdm_notebook_remove_async     (TdmNotebook         *self,
                                          const char          *uid,
                                          gboolean             is_removed,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void       tdm_notebook_delete_async     (TdmNotebook         *self,
                                          const char          *uid,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void       tdm_notebook_search_async     (TdmNotebook         *self,
                                          const char          *text,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
GPtrArray *tdm_notebook_search_finish    (TdmNotebook   *self,
                                          GAsyncResult  *result,
                                          GError       **error);
void       tdm_notebook_list_earlier_async (TdmNotebook         *self,
                                            const char          *uid,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
GPtrArray *tdm_notebook_list_finish      (TdmNotebook   *self,
                                          GAsyncResult  *result,
                                          GError       **error);

void     tdm_notebook_set_passphrase_async (TdmNotebook         *self,
                                            const char          *passphrase,
                                            const char          *next,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
void     tdm_notebook_check_passphrase_async (TdmNotebook         *self,
                                              const char          *passphrase,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
void     tdm_notebook_set_keyring_async (TdmNotebook         *self,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
void     tdm_notebook_forget_keyring_async (TdmNotebook         *self,
                                            GAsyncReadyCallback  callback,
                                            gpointer             data);
void     tdm_notebook_set_recovery_async (TdmNotebook         *self,
                                          const char          *code,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void     tdm_notebook_renew_keys_async (TdmNotebook         *self,
                                        const char          *passphrase,
                                        const char          *code,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
void     tdm_notebook_back_up_async    (TdmNotebook         *self,
                                        const char          *path,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
void     tdm_notebook_export_async     (TdmNotebook         *self,
                                        const char          *path,
                                        const char *const   *pairs,
                                        GHashTable          *titles,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
gboolean tdm_notebook_export_finish    (TdmNotebook   *self,
                                        GAsyncResult  *result,
                                        guint         *n_damaged,
                                        GError       **error);
void     tdm_notebook_merge_async      (TdmNotebook         *self,
                                        const char          *path,
                                        const char          *secret,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
gboolean tdm_notebook_merge_finish     (TdmNotebook       *self,
                                        GAsyncResult      *result,
                                        TdmNotebookMerge  *done,
                                        GError           **error);
void     tdm_notebook_restore_async    (TdmNotebook         *self,
                                        const char          *path,
                                        const char          *secret,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
gboolean tdm_notebook_restore_finish   (TdmNotebook   *self,
                                        GAsyncResult  *result,
                                        char         **aside,
                                        GError       **error);
void     tdm_notebook_delete_about_async (TdmNotebook         *self,
                                          const char *const   *pairs,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
void     tdm_notebook_destroy_async    (TdmNotebook         *self,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
gboolean tdm_notebook_finish           (TdmNotebook   *self,
                                        GAsyncResult  *result,
                                        GError       **error);

G_END_DECLS
