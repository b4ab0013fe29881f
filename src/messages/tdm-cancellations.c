/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cancellations.h"

#include "base/tdm-i18n.h"
#include "model/tdm-meeting.h"
#include "tdm-outbox-message.h"

/* What becomes of meetings and calendars, said before an edit is made. */

/**
 * tdm_cancellations_count:
 * @self: (out caller-allocates): what was found
 * @edit: an edit of tandems whose details are loaded
 */
void
tdm_cancellations_count (TdmCancellations *self, TdmEdit *edit)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (TDM_IS_EDIT (edit));

  *self = (TdmCancellations) { 0 };
  for (guint i = 0; i < tdm_edit_get_size (edit); i++)
    {
      TdmEditAction action;
      TdmRecord *record = tdm_edit_get_step (edit, i, &action);
      TdmSeries *series;

      if (action != TDM_EDIT_UPDATE || !TDM_IS_MEETING (record) ||
          tdm_record_get_integer (record, TDM_MEETING_STATE) != TDM_MEETING_STATE_CANCELLED)
        continue;
      self->n_meetings++;
      series = tdm_record_get_link (record, TDM_MEETING_SERIES);
      if (series && g_hash_table_add (done, series))
        tdm_outbox_message_find_expecting (series, people);
    }
  self->n_people = g_hash_table_size (people);
}

/**
 * tdm_cancellations_describe:
 *
 * Returns: (transfer full): sentences in the language of the program, also where nothing is called off
 */
char *
tdm_cancellations_describe (const TdmCancellations *self)
{
  g_autofree char *meetings = NULL;
  g_autofree char *people = NULL;

  if (self->n_meetings == 0)
    return g_strdup (_ ("No meetings are planned."));
  meetings = g_strdup_printf (ngettext ("%u meeting to come is cancelled.", "%u meetings to come are cancelled.",
                                        self->n_meetings), self->n_meetings);
  if (self->n_people == 0)
    return g_strdup_printf ("%s %s", meetings, _ ("Nobody was invited yet."));
  people = g_strdup_printf (ngettext ("%u person gets a cancellation.", "%u people get a cancellation.",
                                      self->n_people), self->n_people);
  return g_strdup_printf ("%s %s", meetings, people);
}
