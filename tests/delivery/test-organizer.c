/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "messages/outbox-fixture.h"

#include "edits/tdm-series-plan.h"
#include "model/tdm-programme.h"

/* Meetings are planned before anybody invites to them: who does is said when the first invitation goes. */

typedef TdmTestProgramme Fixture;

static void
set_organizer (Fixture *self, const char *name, const char *email)
{
  TdmEdit *edit = tdm_edit_new ("Programme changed");
  TdmRecord *draft = tdm_edit_update (edit, tdm_workspace_get_programme (self->workspace));

  tdm_record_set_text (draft, TDM_PROGRAMME_ORGANIZER_NAME, name);
  tdm_record_set_text (draft, TDM_PROGRAMME_ORGANIZER_EMAIL, email);
  tdm_workspace_commit_async (self->workspace, edit, tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Programme changed");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeriesPlan) plan = NULL;

  tdm_test_programme_set_up (self, data);
  set_organizer (self, "Kim Vogt", "");
  plan = tdm_series_plan_suggest (self->pair, tdm_workspace_get_programme (self->workspace));
  tdm_series_plan_set_start (plan, "2026-08-11", 10, 0);
  tdm_series_plan_set_repeat (plan, TDM_REPEAT_WEEKLY, 1, 3);
  tdm_workspace_commit_async (self->workspace, tdm_series_plan_make_edit (plan), tdm_test_result_cb, &self->result);
  tdm_test_programme_finish (self, "Meetings planned");
}

static void
test_nothing_goes_before_anybody_invites (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = outbox_pending (self);

  g_assert_cmpuint (messages->len, ==, 2);
  for (guint i = 0; i < messages->len; i++)
    {
      g_assert_false (tdm_outbox_message_can_go (messages->pdata[i]));
      g_assert_cmpstr (tdm_outbox_message_get_problem (messages->pdata[i]), ==,
                       "“Kim Vogt” has no e-mail address yet.");
    }
}

/* The list of what waits follows at once. */
static void
test_whoever_is_named_then_invites_to_what_is_planned (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmOutbox) outbox = tdm_outbox_new_for_pair (self->workspace, self->pair);
  g_autoptr (TdmOutboxMessage) message = NULL;
  g_autofree char *text = NULL;

  set_organizer (self, "Kim Vogt", "kim@example.org");
  outbox_assert_pending (self, "Anna Beck: Invitation to 3 meetings\nBo Chen: Invitation to 3 meetings");
  message = g_list_model_get_item (G_LIST_MODEL (outbox), 0);
  g_assert_true (tdm_outbox_message_can_go (message));
  g_assert_cmpstr (tdm_outbox_message_get_from_email (message), ==, "kim@example.org");
  text = outbox_write (message);
  g_assert_nonnull (strstr (text, "ORGANIZER;CN=Kim Vogt:mailto:kim@example.org"));
}

/* Calendars know one organizer of a series: another one in the programme invites to other meetings. */
static void
test_who_has_invited_stays_who_invites (Fixture *self, gconstpointer data)
{
  g_autoptr (TdmSeries) series = g_list_model_get_item (tdm_pair_get_series (self->pair), 0);

  set_organizer (self, "Kim Vogt", "kim@example.org");
  outbox_hand_over_to (self, "Anna Beck");
  set_organizer (self, "Lu Kern", "lu@example.org");
  outbox_assert_pending (self, "Bo Chen: Invitation to 3 meetings");
  g_assert_cmpstr (tdm_series_get_organizer_name (series), ==, "Kim Vogt");
  g_assert_cmpstr (tdm_series_get_organizer_email (series), ==, "kim@example.org");
}

#define ADD(name, func) g_test_add ("/organizer/" name, Fixture, NULL, set_up, func, tdm_test_programme_tear_down)

int
main (int argc, char **argv)
{
  tdm_test_init (&argc, &argv);
  ADD ("nothing-goes-before-anybody-invites", test_nothing_goes_before_anybody_invites);
  ADD ("whoever-is-named-then-invites-to-what-is-planned", test_whoever_is_named_then_invites_to_what_is_planned);
  ADD ("who-has-invited-stays-who-invites", test_who_has_invited_stays_who_invites);
  return g_test_run ();
}
