/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdmDatabaseFormat TdmDatabaseFormat;

/* Four bytes at offset 68 of every programme file: "TAND". */
#define TDM_PROGRAMME_APPLICATION_ID 0x54414E44

extern const TdmDatabaseFormat tdm_programme_format;

/* Of what all migrations make; written by write-digest */
extern const char tdm_programme_digest[];

G_END_DECLS
