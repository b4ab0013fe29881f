/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include "model/tdm-participation.h"
#include "model/tdm-programme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who of a round is to be seen; -1 is any. */
typedef struct
{
  int role;
  int state;
  int source;
  gboolean waits;
} TdmPeopleChoice;

typedef enum
{
  TDM_PEOPLE_BY_NAME,
  TDM_PEOPLE_BY_STATE,
  TDM_PEOPLE_BY_SINCE,
  TDM_PEOPLE_BY_ROLE,
} TdmPeopleOrder;

GtkFilter *tdm_people_filter_new (const TdmPeopleChoice *choice);
gboolean   tdm_people_choice_is_any (const TdmPeopleChoice *choice);
GtkSorter *tdm_people_sorter_new (TdmPeopleOrder         order);
void       tdm_people_choices_fill (GtkDropDown         *drop_down,
                                  const char            *all,
                                  GType                  codes,
                                  TdmProgramme          *programme);

G_END_DECLS
