/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "vault/tdm-vault-file.h"
#include "fuzz.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Opens whatever it is given as a file with private notes, with the passphrase of the fixture. */

static const char *
get_path (void)
{
  static char *path = NULL;

  if (!path)
    {
      g_autofree char *folder = g_dir_make_tmp ("tandem-fuzz-XXXXXX", NULL);

      g_assert_nonnull (folder);
      path = g_build_filename (folder, "notes.vault", NULL);
    }
  return path;
}

static void
read_all (TdmVaultFile *file)
{
  g_autoptr (GPtrArray) notes = tdm_vault_file_list (file, NULL);

  for (guint i = 0; notes && i < notes->len; i++)
    {
      const TdmVaultNote *listed = notes->pdata[i];
      const char *uid = listed->uid;
      g_autoptr (GError) error = NULL;
      g_autoptr (TdmVaultNote) note = tdm_vault_file_read (file, uid, 0, &error);
      g_autoptr (GPtrArray) earlier = tdm_vault_file_list_earlier (file, uid, NULL);

      g_assert_true ((note == NULL) == (error != NULL));
      g_assert_true (!listed->is_damaged || !note);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (TdmSecret) passphrase = tdm_secret_new_text ("correct horse battery");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmVaultFile) file = NULL;

  g_assert_true (
    g_file_set_contents_full (get_path (), (const char *) data, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  file = tdm_vault_file_open (get_path (), TDM_OPEN_READ_ONLY, &error);
  g_assert_true ((file == NULL) == (error != NULL));
  if (file && tdm_vault_file_unlock (file, TDM_KEY_SLOT_PASSPHRASE, passphrase, NULL, NULL))
    read_all (file);
  return 0;
}
