/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TDM_TYPE_SECRET_BUFFER (tdm_secret_buffer_get_type ())
G_DECLARE_FINAL_TYPE (TdmSecretBuffer, tdm_secret_buffer, TDM, SECRET_BUFFER, GtkEntryBuffer)

void        tdm_secret_buffer_attach   (GtkEditable *field);
const char *tdm_secret_buffer_get_text (GtkEditable *field);

G_END_DECLS
