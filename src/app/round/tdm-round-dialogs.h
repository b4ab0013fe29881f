/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "app/common/tdm-feedback.h"
#include "model/tdm-participation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TdmWorkspace TdmWorkspace;

/* The forms of a round and of who takes part in it */

void tdm_round_dialog_present         (GtkWidget        *over,
                                       TdmWorkspace     *workspace,
                                       TdmRound         *round);
void tdm_participation_dialog_present (GtkWidget        *over,
                                       TdmWorkspace     *workspace,
                                       TdmParticipation *participation);
void tdm_new_participant_present      (GtkWidget        *over,
                                       TdmWorkspace     *workspace,
                                       TdmRound         *round,
                                       TdmRole           role);
void tdm_people_state_present         (GtkWidget        *over,
                                       TdmWorkspace     *workspace,
                                       GPtrArray        *participations,
                                       TdmFeedbackDone   done);

G_END_DECLS
