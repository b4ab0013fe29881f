/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-edit.h"
#include "model/tdm-programme.h"

G_BEGIN_DECLS

TdmEdit    *tdm_programme_edits_save            (TdmRecord    *draft);
const char *tdm_programme_edits_get_first_round (TdmLanguage   language);
TdmEdit    *tdm_programme_edits_start           (const char   *title);
GListModel *tdm_programme_edits_list_texts      (TdmProgramme *programme,
                                                 GListModel   *rounds,
                                                 GListModel   *topics);
TdmEdit    *tdm_programme_edits_start_from      (TdmProgramme *programme,
                                                 GListModel   *rounds,
                                                 GPtrArray    *texts,
                                                 const char   *title);

G_END_DECLS
