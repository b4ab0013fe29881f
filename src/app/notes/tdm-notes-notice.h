/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TDM_TYPE_NOTES_NOTICE (tdm_notes_notice_get_type ())
G_DECLARE_FINAL_TYPE (TdmNotesNotice, tdm_notes_notice, TDM, NOTES_NOTICE, AdwBin)

G_END_DECLS
