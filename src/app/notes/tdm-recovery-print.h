/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tdm_recovery_print (GtkWindow  *parent,
                         const char *code);

G_END_DECLS
