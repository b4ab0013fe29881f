/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "database/tdm-worker.h"
#include "tdm-vault.h"
#include "tdm-vault-drafts.h"
#include "tdm-vault-file.h"

G_BEGIN_DECLS

/* How the names of files begin that had to make room for a backup */
#define TDM_VAULT_ASIDE "notes-before-"

/* What the main thread knows of the file */
typedef struct
{
  TdmVaultState state;
  gboolean is_read_only;
  const char *why_read_only;
  gboolean is_trusted;
  gboolean is_in_order;
  gboolean is_older;
  gboolean has_keyring;
  guint n_unsaved;   /* texts that could not be saved */
  guint n_in_memory; /* those of them that would be lost with the program */
  guint n_recovered; /* texts that could not be saved before, and are saved now */
  const char *reason;
} TdmVaultFacts;

struct _TdmVault
{
  GObject parent_instance;

  char *path;
  char *memory;
  TdmKeyCost cost;
  TdmWorker *worker; /* from the first verb on */
  gboolean is_closed;

  /* The main thread's */
  TdmVaultFacts facts;
  GListStore *notes;
  GHashTable *index;
  guint session;
  gboolean was_locked;
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

typedef struct _TdmVaultJob TdmVaultJob;

/* A verb on its way to the worker and back. @work runs there; @apply runs on the main thread afterwards, unless the notes
 * were locked meanwhile. */
struct _TdmVaultJob
{
  gboolean (*work) (TdmVault     *self,
                    TdmVaultJob  *job,
                    GError      **error);
  void (*apply) (TdmVault    *self,
                 TdmVaultJob *job);
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
  TdmNote *note;
  GPtrArray *notes;
  GPtrArray *news; /* all notes, when the list was old */
  GPtrArray *found;
  GPtrArray *drafts;
  char **pairs;
  GHashTable *titles;
  TdmVaultMerge merge;
  char *aside;
  TdmVaultFacts facts;
};

TdmVaultJob *tdm_vault_job_new    (gboolean           (*work) (TdmVault     *self,
                                                               TdmVaultJob  *job,
                                                               GError      **error));
void         tdm_vault_run        (TdmVault            *self,
                                   TdmVaultJob         *taken_job,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data);
TdmVaultJob *tdm_vault_get_result (TdmVault            *self,
                                   GAsyncResult        *result,
                                   GError             **error);
void         tdm_vault_announce_lock (TdmVault         *self);
void         tdm_vault_announce_save (TdmVault         *self);
void         tdm_vault_take_facts (TdmVault            *self,
                                   const TdmVaultFacts *facts);
void         tdm_vault_list_all   (TdmVault            *self,
                                   TdmVaultJob         *job);
void         tdm_vault_clear_list (TdmVault            *self);
void         tdm_vault_enter      (TdmVault            *self,
                                   TdmNote             *note);
void         tdm_vault_forget     (TdmVault            *self,
                                   const char          *uid);
gboolean     tdm_vault_has_file   (TdmVault            *self);
char        *tdm_vault_get_real_path (TdmVault         *self);
void         tdm_vault_close_file (TdmVault            *self);
void         tdm_vault_remember_generation (TdmVault   *self);
void         tdm_vault_unlock_with (TdmVault           *self,
                                    TdmKeySlotKind      kind,
                                    TdmSecret          *taken_secret,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);
void         tdm_vault_name_keyring (TdmVault          *self,
                                    TdmVaultJob        *job);
gboolean     tdm_vault_unlock_work (TdmVault           *self,
                                    TdmVaultJob        *job,
                                    GError            **error);
gboolean     tdm_vault_make_folder (TdmVault           *self,
                                    GError            **error);
void         tdm_vault_clear_keyring (TdmVault         *self,
                                    TdmVaultJob        *job);
gboolean     tdm_vault_require    (TdmVault            *self,
                                   GError             **error);
gboolean     tdm_vault_save_note  (TdmVault            *self,
                                   TdmNote            **note,
                                   GError             **error);
gboolean     tdm_vault_save_over_draft (TdmVault       *self,
                                   TdmNote            **note,
                                   GError             **error);
void         tdm_vault_take_over_drafts (TdmVault      *self,
                                   TdmVaultJob         *job);
void         tdm_vault_list_waiting (TdmVault          *self);
void         tdm_vault_wait_for_drafts (TdmVault       *self,
                                   TdmVaultJob         *job);
void         tdm_vault_forget_waiting (TdmVault        *self);

G_END_DECLS
