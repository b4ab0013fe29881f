/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

#define TDM_TYPE_WINDOW (tdm_window_get_type ())
G_DECLARE_FINAL_TYPE (TdmWindow, tdm_window, TDM, WINDOW, AdwApplicationWindow)

TdmWindow    *tdm_window_new           (AdwApplication *application);
void          tdm_window_open_last     (TdmWindow      *self);
void          tdm_window_open_file     (TdmWindow      *self,
                                        GFile          *file);
void          tdm_window_take_files    (TdmWindow      *self,
                                        GPtrArray      *files);
gboolean      tdm_window_shows         (TdmWindow      *self,
                                        GFile          *file);
TdmWindow    *tdm_window_find          (GtkApplication *application,
                                        GFile          *file);
TdmWorkspace *tdm_window_get_workspace (TdmWindow      *self);

G_END_DECLS
