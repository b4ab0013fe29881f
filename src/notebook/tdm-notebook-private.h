/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "database/tdm-worker.h"
#include "vault/tdm-vault-drafts.h"
#include "vault/tdm-vault-file.h"
#include "tdm-notebook.h"

G_BEGIN_DECLS

/* How the names of files begin that had to make room for a backup */
#define TDM_NOTEBOOK_ASIDE "notes-before-"

struct _TdmNotebook
{
  GObject parent_instance;

  char *path;
  char *memory;
  TdmKeyCost cost;
  TdmWorker *worker; /* from the first verb on */
  gboolean is_closed;

  /* The main thread's */
  TdmNotebookFacts facts;
  GListStore *notes;
  GHashTable *index;
  guint session;
  GHashTable *waiting; /* notes that nobody shows and that are to be saved as soon as it can be, by their uids */
  guint retry;
  guint n_retrying;

  /* The worker's */
  TdmVaultFile *file;
  TdmVaultDrafts *drafts;
  guint n_unsaved;
  guint n_recovered;
  gboolean is_older;
  gboolean has_keyring; /* as the file was seen last */
  gboolean is_blank; /* what lies there is left of a set-up that failed */
  gboolean is_list_old; /* what the main thread lists is not what is in the file */
};

typedef struct _TdmNotebookJob TdmNotebookJob;

/* A verb on its way to the worker and back. @work runs there; @apply runs on the main thread afterwards, unless the
 * notes were locked meanwhile. */
struct _TdmNotebookJob
{
  gboolean (*work) (TdmNotebook     *self,
                    TdmNotebookJob  *job,
                    GError         **error);
  void (*apply) (TdmNotebook    *self,
                 TdmNotebookJob *job);
  gboolean is_secret; /* what was found must not outlive the lock */
  gboolean is_lasting; /* what was done stays done */
  guint session;

  TdmKeySlotKind kind;
  TdmSecret *secret;
  TdmSecret *next;
  char *uid;
  char *text;
  guint64 revision;
  gint64 moment;
  TdmVaultNote *note;
  TdmNote *saved; /* what saving made of it, as long as the result lives */
  GPtrArray *notes;
  GPtrArray *news; /* all notes, when the list was old */
  GPtrArray *found;
  GPtrArray *drafts;
  char **pairs;
  GHashTable *titles;
  TdmVaultMerge merge;
  char *aside;
  TdmNotebookFacts facts;
};

TdmNotebookJob *tdm_notebook_job_new (gboolean (*work) (TdmNotebook *self, TdmNotebookJob *job, GError **error));
void            tdm_notebook_run              (TdmNotebook         *self,
                                               TdmNotebookJob      *taken_job,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
TdmNotebookJob *tdm_notebook_get_result       (TdmNotebook   *self,
                                               GAsyncResult  *result,
                                               GError       **error);
void            tdm_notebook_take_facts       (TdmNotebook            *self,
                                               const TdmNotebookFacts *facts);
void            tdm_notebook_list             (TdmNotebook *self,
                                               GPtrArray   *states);
void            tdm_notebook_list_all         (TdmNotebook    *self,
                                               TdmNotebookJob *job);
void            tdm_notebook_clear_list       (TdmNotebook *self);
void            tdm_notebook_enter            (TdmNotebook        *self,
                                               const TdmVaultNote *state);
GPtrArray      *tdm_notebook_take_notes       (GPtrArray *states);
void            tdm_notebook_forget           (TdmNotebook *self,
                                               const char  *uid);
gboolean        tdm_notebook_has_file         (TdmNotebook *self);
char           *tdm_notebook_get_real_path    (TdmNotebook *self);
void            tdm_notebook_close_file       (TdmNotebook *self);
void            tdm_notebook_remember_generation (TdmNotebook *self);
void            tdm_notebook_unlock_with      (TdmNotebook         *self,
                                               TdmKeySlotKind       kind,
                                               TdmSecret           *taken_secret,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
void            tdm_notebook_name_keyring     (TdmNotebook    *self,
                                               TdmNotebookJob *job);
gboolean        tdm_notebook_unlock_work      (TdmNotebook     *self,
                                               TdmNotebookJob  *job,
                                               GError         **error);
gboolean        tdm_notebook_make_folder      (TdmNotebook  *self,
                                               GError      **error);
void            tdm_notebook_clear_keyring    (TdmNotebook    *self,
                                               TdmNotebookJob *job);
gboolean        tdm_notebook_require          (TdmNotebook  *self,
                                               GError      **error);
void            tdm_notebook_take_over_drafts (TdmNotebook    *self,
                                               TdmNotebookJob *job);
void            tdm_notebook_list_waiting     (TdmNotebook *self);
void            tdm_notebook_wait_for_drafts  (TdmNotebook    *self,
                                               TdmNotebookJob *job);
void            tdm_notebook_forget_waiting   (TdmNotebook *self);

G_END_DECLS
