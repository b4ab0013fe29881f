/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-ways-private.h"

#include "base/tdm-clock.h"
#include "base/tdm-i18n.h"
#include "delivery/tdm-outbox.h"
#include "edits/tdm-participation-edits.h"
#include "edits/tdm-person-edits.h"
#include "edits/tdm-programme-edits.h"
#include "edits/tdm-round-edits.h"
#include "edits/tdm-topic-edits.h"
#include "model/tdm-interest.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "tdm-cli-records.h"
#include "tdm-cli.h"
#include "workspace/tdm-workspace.h"

/* Rounds, people and topics, and what is theirs. */

static TdmEdit *
add_round (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  GListModel *rounds = tdm_workspace_get_rounds (workspace);
  g_autoptr (TdmRecord) draft = tdm_round_edits_new_draft (rounds);
  int begins = tdm_round_state_get_date (tdm_cli_values_get_number (values, TDM_ROUND_STATE, TDM_ROUND_STATE_DRAFT));
  g_autofree char *today = tdm_clock_today ();

  if (begins >= 0)
    tdm_record_set_text (draft, begins, today);
  tdm_cli_values_fill (values, draft, 0);
  return tdm_round_edits_save (draft, rounds);
}

/* A state that begins today has its day, unless another day was given. */
static TdmEdit *
change_round (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  gint64 state = tdm_cli_values_get_number (values, TDM_ROUND_STATE, tdm_record_get_integer (record, TDM_ROUND_STATE));
  g_autoptr (TdmRecord) draft = NULL;
  g_autoptr (TdmEdit) begun = NULL;

  if (state == tdm_record_get_integer (record, TDM_ROUND_STATE))
    draft = tdm_record_new_draft (record);
  else
    {
      begun = tdm_round_edits_set_state (TDM_ROUND (record), state);
      draft = g_object_ref (tdm_edit_update (begun, record));
    }
  tdm_cli_values_fill (values, draft, 0);
  return tdm_round_edits_save (draft, tdm_workspace_get_rounds (workspace));
}

static TdmEdit *
remove_round (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  GListModel *pairs = tdm_record_get_children (record, TDM_TYPE_PAIR);
  gboolean is_expected = FALSE;

  if (!tdm_cli_load (workspace, TDM_SCOPE_PAIR, TDM_ROUND (record), error))
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (TdmPair) pair = g_list_model_get_item (pairs, i);

      is_expected = is_expected || tdm_outbox_pair_is_expected (pair);
    }
  return tdm_round_edits_remove (TDM_ROUND (record), is_expected);
}

/* What the edit refuses of a day is said with its key. */
static TdmEdit *
participation_save (TdmRecord *draft, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmEdit) edit = NULL;
  g_autoptr (GError) wrong = NULL;
  int field = -1;

  tdm_cli_values_fill (values, draft, 0);
  edit = tdm_participation_edits_save (draft);
  if (tdm_edit_check (edit, &wrong))
    return g_steal_pointer (&edit);
  if (tdm_cli_values_find (values, TDM_PARTICIPATION_TOLD_ON) &&
      !tdm_participation_edits_can_be_told (tdm_participation_get_state (TDM_PARTICIPATION (draft))))
    field = TDM_PARTICIPATION_TOLD_ON;
  else if (tdm_cli_values_find (values, TDM_PARTICIPATION_CHECKED_ON) &&
           tdm_record_get_integer (draft, TDM_PARTICIPATION_CRITERION) == TDM_CRITERION_UNKNOWN)
    field = TDM_PARTICIPATION_CHECKED_ON;
  return field < 0 ? g_steal_pointer (&edit) : tdm_cli_edit_fail_key (values, field, wrong->message, error);
}

static TdmEdit *
add_participation (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  gpointer round = tdm_cli_values_get_link (values, TDM_PARTICIPATION_ROUND);
  gpointer person = tdm_cli_values_get_link (values, TDM_PARTICIPATION_PERSON);
  g_autoptr (TdmEdit) usual = tdm_edit_new (NULL);

  if (!tdm_cli_values_need (values, TDM_PARTICIPATION_ROUND, error) ||
      !tdm_cli_values_need (values, TDM_PARTICIPATION_PERSON, error) || !tdm_cli_load_around (workspace, round, error))
    return NULL;
  return participation_save (tdm_participation_edits_insert (usual, round, person, TDM_ROLE_MENTEE), values, error);
}

static TdmEdit *
change_participation (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  gint64 state = tdm_record_get_integer (record, TDM_PARTICIPATION_STATE);
  gint64 wanted = tdm_cli_values_get_number (values, TDM_PARTICIPATION_STATE, state);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (TdmEdit) begun = NULL;
  g_autoptr (TdmRecord) draft = NULL;

  g_ptr_array_add (list, record);
  if (wanted == state)
    draft = tdm_record_new_draft (record);
  else
    {
      begun = tdm_participation_edits_set_state (list, wanted, NULL);
      draft = g_object_ref (tdm_edit_update (begun, record));
    }
  return participation_save (draft, values, error);
}

/* --- people and what is theirs ------------------------------------------------------- */

static TdmEdit *
add_person (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmRecord) draft = tdm_record_new (TDM_TYPE_PERSON);

  tdm_cli_values_fill (values, draft, 0);
  return tdm_person_edits_save (draft);
}

static TdmEdit *
change_person (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (record);

  tdm_cli_values_fill (values, draft, 0);
  return tdm_person_edits_save (draft);
}

static TdmEdit *
remove_person (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) pairs = NULL;

  tdm_workspace_find_tandems_async (workspace, TDM_PERSON (record), tdm_cli_got_cb, &result);
  pairs = tdm_workspace_find_tandems_finish (workspace, tdm_cli_wait (&result), error);
  return pairs ? tdm_person_edits_remove (TDM_PERSON (record), pairs) : NULL;
}

static TdmEdit *
add_interest (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  gpointer person = tdm_cli_values_get_link (values, TDM_INTEREST_PERSON);

  if (!tdm_cli_values_need (values, TDM_INTEREST_PERSON, error) || !tdm_cli_load_around (workspace, person, error))
    return NULL;
  return tdm_person_edits_add_interest (person, tdm_cli_values_get_text (values, TDM_INTEREST_TITLE, ""));
}

static TdmEdit *
change_interest (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  return tdm_person_edits_rename_interest (record, tdm_cli_values_get_text (values, TDM_INTEREST_TITLE, ""));
}

/* A need and an offer begin with the same fields, see TdmPersonEdits. */
static TdmEdit *
add_wish (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  gpointer person = tdm_cli_values_get_link (values, TDM_NEED_PERSON);
  TdmEdit *edit;

  if (!tdm_cli_values_need (values, TDM_NEED_PERSON, error) || !tdm_cli_values_need (values, TDM_NEED_TOPIC, error) ||
      !tdm_cli_load_around (workspace, person, error))
    return NULL;
  edit = tdm_person_edits_add_topic (person, values->type, tdm_workspace_get_topics (workspace),
                                     tdm_cli_values_get_topic (values, TDM_NEED_TOPIC));
  return tdm_cli_edit_fill (edit, tdm_cli_edit_find_added (edit, values->type), values, BIT (TDM_NEED_TOPIC));
}

static TdmEdit *
change_wish (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  const char *topic = tdm_cli_values_get_topic (values, TDM_NEED_TOPIC);
  g_autoptr (TdmEdit) edit = topic ? tdm_person_edits_set_topic (record, tdm_workspace_get_topics (workspace), topic)
                                   : tdm_edit_new (NULL);
  g_autoptr (GError) wrong = NULL;

  if (topic && !tdm_edit_check (edit, &wrong))
    return tdm_cli_edit_fail_key (values, TDM_NEED_TOPIC, wrong->message, error);
  tdm_cli_values_fill (values, tdm_edit_update (edit, record), BIT (TDM_NEED_TOPIC));
  return g_steal_pointer (&edit);
}

/* --- topics ---------------------------------------------------------------------------- */

static TdmEdit *
add_topic (TdmWorkspace *workspace, TdmCliValues *values, GError **error)
{
  return tdm_topic_edits_add (tdm_workspace_get_topics (workspace),
                              tdm_cli_values_get_text (values, TDM_TOPIC_TITLE, ""),
                              tdm_cli_values_get_text (values, TDM_TOPIC_AREA, ""));
}

static TdmEdit *
change_topic (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  GListModel *topics = tdm_workspace_get_topics (workspace);
  const char *title = tdm_cli_values_get_text (values, TDM_TOPIC_TITLE, NULL);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  g_ptr_array_add (moved, record);
  if (title)
    {
      const char *area = tdm_record_get_text (record, TDM_TOPIC_AREA);

      return tdm_topic_edits_change (TDM_TOPIC (record), topics, title,
                                     tdm_cli_values_get_text (values, TDM_TOPIC_AREA, area));
    }
  return tdm_topic_edits_set_area (moved, topics, tdm_cli_values_get_text (values, TDM_TOPIC_AREA, ""));
}

static TdmEdit *
remove_topic (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_topic_edits_remove (TDM_TOPIC (record), tdm_workspace_get_pairs (workspace));
}

static TdmEdit *
change_programme (TdmWorkspace *workspace, TdmRecord *record, TdmCliValues *values, GError **error)
{
  g_autoptr (TdmRecord) draft = tdm_record_new_draft (record);

  tdm_cli_values_fill (values, draft, 0);
  return tdm_programme_edits_save (draft);
}

static TdmEdit *
keep_programme (TdmWorkspace *workspace, TdmRecord *record, GError **error)
{
  return tdm_cli_edit_fail (error, _ ("The programme is the file itself: please remove that."));
}

const TdmCliWay tdm_cli_ways_of_people[] = {
  { tdm_programme_get_type, NULL, change_programme, keep_programme },
  { tdm_round_get_type, add_round, change_round, remove_round },
  { tdm_participation_get_type, add_participation, change_participation, NULL },
  { tdm_person_get_type, add_person, change_person, remove_person },
  { tdm_interest_get_type, add_interest, change_interest, NULL },
  { tdm_need_get_type, add_wish, change_wish, NULL },
  { tdm_offer_get_type, add_wish, change_wish, NULL },
  { tdm_topic_get_type, add_topic, change_topic, remove_topic },
  { NULL },
};
