/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmSpot TdmSpot;

TdmSpot *tdm_spot_take    (GtkWidget *page);
void     tdm_spot_go_back (TdmSpot   *taken_spot,
                           GtkWidget *page);
void     tdm_spot_free    (TdmSpot   *self);
void     tdm_spot_begin   (GtkWidget *page);

G_END_DECLS
