/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "tdm-table-error.h"

G_BEGIN_DECLS

/* What a part of an archive may have unpacked, and to how many times its size it may unpack */
#define TDM_ZIP_PART_MOST (32 * 1024 * 1024)
#define TDM_ZIP_RATIO_MOST 200

typedef struct _TdmZip TdmZip;

/* Returns whether to go on */
typedef gboolean (*TdmZipFunc) (const char *data,
                                gsize       size,
                                gpointer    user_data,
                                GError    **error);

gboolean tdm_zip_fail   (GError     **error);
gboolean tdm_zip_is     (GBytes      *bytes);
TdmZip  *tdm_zip_new    (GBytes      *bytes,
                         GError     **error);
void     tdm_zip_free   (TdmZip      *self);
gboolean tdm_zip_has    (TdmZip      *self,
                         const char  *name);
gboolean tdm_zip_unpack (TdmZip      *self,
                         const char  *name,
                         TdmZipFunc   func,
                         gpointer     user_data,
                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdmZip, tdm_zip_free)

G_END_DECLS
