/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_PASSPHRASE_GROUP (tdm_passphrase_group_get_type ())
G_DECLARE_FINAL_TYPE (TdmPassphraseGroup, tdm_passphrase_group, TDM, PASSPHRASE_GROUP, AdwBin)

typedef void (*TdmPassphraseChosen) (gpointer data);

const char *tdm_passphrase_group_get_passphrase (TdmPassphraseGroup  *self);
void        tdm_passphrase_group_make_sure      (TdmPassphraseGroup  *self,
                                                 TdmPassphraseChosen  chosen,
                                                 gpointer             data);
void        tdm_passphrase_group_clear          (TdmPassphraseGroup *self);

G_END_DECLS
