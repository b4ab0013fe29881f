/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-topic-dialogs.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-topic-row.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "edits/tdm-topic-edits.h"
#include "workspace/tdm-workspace.h"

/* What is asked, and of which topics */
typedef struct
{
  TdmWorkspace *workspace;
  GPtrArray *topics;
  AdwMessageDialog *dialog;
  GtkEditable *title;
  GtkEditable *area;
} TdmTopicAsk;

static TdmTopicAsk *
topic_ask_new (GtkWidget *over, TdmWorkspace *workspace, GPtrArray *topics)
{
  TdmTopicAsk *ask = g_new0 (TdmTopicAsk, 1);

  ask->workspace = g_object_ref (workspace);
  ask->topics = g_ptr_array_ref (topics);
  ask->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), NULL, NULL));
  return ask;
}

static TdmTopicAsk *
topic_ask_new_single (GtkWidget *over, TdmWorkspace *workspace, TdmTopic *topic)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (topics, g_object_ref (topic));
  return topic_ask_new (over, workspace, topics);
}

static void
topic_ask_free (gpointer data, GClosure *closure)
{
  TdmTopicAsk *ask = data;

  g_object_unref (ask->workspace);
  g_ptr_array_unref (ask->topics);
  g_free (ask);
}

static TdmTopic *
topic_ask_get_topic (TdmTopicAsk *ask)
{
  return ask->topics->pdata[0];
}

static GListModel *
topic_ask_get_all (TdmTopicAsk *ask)
{
  return tdm_workspace_get_topics (ask->workspace);
}

/* Another topic of the name that is typed */
static TdmTopic *
topic_ask_find_other (TdmTopicAsk *ask)
{
  TdmTopic *other = tdm_topic_edits_find (topic_ask_get_all (ask), gtk_editable_get_text (ask->title));

  return other != topic_ask_get_topic (ask) ? other : NULL;
}

/* Topics that are called as the areas, to choose one in a TdmTopicRow */
static GListModel *
topic_ask_make_areas (TdmTopicAsk *ask)
{
  GListModel *topics = topic_ask_get_all (ask);
  GListStore *areas = g_list_store_new (TDM_TYPE_TOPIC);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (TdmRecord) topic = g_list_model_get_item (topics, i);
      const char *area = tdm_record_get_text (topic, TDM_TOPIC_AREA);
      g_autoptr (TdmRecord) named = NULL;

      if (*area == '\0' || tdm_topic_edits_find (G_LIST_MODEL (areas), area))
        continue;
      named = tdm_record_new (TDM_TYPE_TOPIC);
      tdm_record_set_text (named, TDM_TOPIC_TITLE, area);
      g_list_store_append (areas, named);
    }
  return G_LIST_MODEL (areas);
}

static GtkEditable *
topic_ask_add_area (TdmTopicAsk *ask, GtkWidget *group)
{
  g_autoptr (GListModel) areas = topic_ask_make_areas (ask);
  GtkWidget *row = g_object_new (TDM_TYPE_TOPIC_ROW, "title", _ ("Area"), "topics", areas, "for-areas", TRUE,
                                 "activates-default", TRUE, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), tdm_record_get_text (ask->topics->pdata[0], TDM_TOPIC_AREA));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

/* @verb: (transfer none): what the button says that does it */
static void
topic_ask_present (TdmTopicAsk *ask, GtkWidget *group, const char *verb, GCallback response_cb)
{
  tdm_dialog_add_extra (ask->dialog, group);
  adw_message_dialog_add_responses (ask->dialog, "cancel", _ ("_Cancel"), "done", verb, NULL);
  adw_message_dialog_set_response_appearance (ask->dialog, "done", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ask->dialog, "done");
  adw_message_dialog_set_close_response (ask->dialog, "cancel");
  g_signal_connect_data (ask->dialog, "response", response_cb, ask, topic_ask_free, 0);
}

/* Whatever became of it, the window says so; a dialog that was answered is gone. */
static void
topic_ask_commit (TdmTopicAsk *ask, TdmEdit *taken_edit)
{
  tdm_workspace_commit_async (ask->workspace, taken_edit, tdm_feedback_undo_cb, tdm_feedback_target (ask->dialog));
}

static TdmEdit *
topic_ask_make_merge (TdmTopicAsk *ask, TdmTopic *into)
{
  return tdm_topic_edits_merge (topic_ask_get_topic (ask), into, tdm_workspace_get_pairs (ask->workspace));
}

/* --- name and area ---------------------------------------------------------- */

static TdmEdit *
topic_ask_make_change (TdmTopicAsk *ask)
{
  return tdm_topic_edits_change (topic_ask_get_topic (ask), topic_ask_get_all (ask), gtk_editable_get_text (ask->title),
                                 gtk_editable_get_text (ask->area));
}

/* The name of another topic is an offer: to make one of the two. */
static void
edit_changed_cb (TdmTopicAsk *ask)
{
  TdmTopic *other = topic_ask_find_other (ask);
  g_autoptr (TdmEdit) edit = other ? NULL : topic_ask_make_change (ask);
  g_autoptr (GError) error = NULL;
  gboolean is_possible = other || tdm_edit_check (edit, &error);

  if (other)
    adw_message_dialog_format_body (ask->dialog, _ ("There is a topic “%s” already. Merging makes one of both."),
                                    tdm_topic_get_title (other));
  else
    adw_message_dialog_set_body (ask->dialog, is_possible ? "" : error->message);
  adw_message_dialog_set_response_label (ask->dialog, "done", other ? _ ("_Merge") : _ ("_Save"));
  adw_message_dialog_set_response_enabled (ask->dialog, "done", is_possible);
  gtk_widget_set_sensitive (GTK_WIDGET (ask->area), !other);
}

static void
edit_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  TdmTopicAsk *ask = data;
  TdmTopic *other = topic_ask_find_other (ask);

  if (g_str_equal (response, "done"))
    topic_ask_commit (ask, other ? topic_ask_make_merge (ask, other) : topic_ask_make_change (ask));
}

void
tdm_topic_dialogs_edit (GtkWidget *over, TdmWorkspace *workspace, TdmTopic *topic)
{
  TdmTopicAsk *ask = topic_ask_new_single (over, workspace, topic);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *title = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Name"), "use-markup", FALSE, "activates-default",
                                   TRUE, NULL);

  adw_message_dialog_set_heading (ask->dialog, _ ("Edit Topic"));
  ask->title = GTK_EDITABLE (title);
  gtk_editable_set_text (ask->title, tdm_topic_get_title (topic));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), title);
  ask->area = topic_ask_add_area (ask, group);
  topic_ask_present (ask, group, _ ("_Save"), G_CALLBACK (edit_response_cb));
  g_signal_connect_swapped (ask->title, "changed", G_CALLBACK (edit_changed_cb), ask);
  g_signal_connect_swapped (ask->area, "changed", G_CALLBACK (edit_changed_cb), ask);
  gtk_window_present (GTK_WINDOW (ask->dialog));
}

/* --- merging ---------------------------------------------------------------- */

static void
merge_changed_cb (TdmTopicAsk *ask)
{
  adw_message_dialog_set_response_enabled (ask->dialog, "done", topic_ask_find_other (ask) != NULL);
}

static void
merge_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  TdmTopicAsk *ask = data;
  TdmTopic *other = topic_ask_find_other (ask);

  if (g_str_equal (response, "done") && other)
    topic_ask_commit (ask, topic_ask_make_merge (ask, other));
}

void
tdm_topic_dialogs_merge (GtkWidget *over, TdmWorkspace *workspace, TdmTopic *topic)
{
  TdmTopicAsk *ask = topic_ask_new_single (over, workspace, topic);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *other = g_object_new (TDM_TYPE_TOPIC_ROW, "title", _ ("The topic that stays"), "topics",
                                   topic_ask_get_all (ask), "only-there", TRUE, "activates-default", TRUE, NULL);

  adw_message_dialog_format_heading (ask->dialog, _ ("Merge “%s” With"), tdm_topic_get_title (topic));
  adw_message_dialog_set_body (ask->dialog, _ ("Needs, offers and tandems go over to the topic that stays."));
  ask->title = GTK_EDITABLE (other);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), other);
  topic_ask_present (ask, group, _ ("_Merge"), G_CALLBACK (merge_response_cb));
  g_signal_connect_swapped (ask->title, "changed", G_CALLBACK (merge_changed_cb), ask);
  merge_changed_cb (ask);
  gtk_window_present (GTK_WINDOW (ask->dialog));
}

/* --- moving ----------------------------------------------------------------- */

static TdmEdit *
topic_ask_make_move (TdmTopicAsk *ask)
{
  return tdm_topic_edits_set_area (ask->topics, topic_ask_get_all (ask), gtk_editable_get_text (ask->area));
}

static void
move_changed_cb (TdmTopicAsk *ask)
{
  g_autoptr (TdmEdit) edit = topic_ask_make_move (ask);
  g_autoptr (GError) error = NULL;
  gboolean is_possible = tdm_edit_check (edit, &error);

  adw_message_dialog_set_body (ask->dialog, is_possible ? "" : error->message);
  adw_message_dialog_set_response_enabled (ask->dialog, "done", is_possible);
}

static void
move_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  TdmTopicAsk *ask = data;

  if (g_str_equal (response, "done"))
    topic_ask_commit (ask, topic_ask_make_move (ask));
}

void
tdm_topic_dialogs_move (GtkWidget *over, TdmWorkspace *workspace, GPtrArray *topics)
{
  TdmTopicAsk *ask = topic_ask_new (over, workspace, topics);
  GtkWidget *group = adw_preferences_group_new ();
  guint n = topics->len;

  if (n == 1)
    adw_message_dialog_format_heading (ask->dialog, _ ("Move “%s” to Another Area"),
                                       tdm_topic_get_title (topic_ask_get_topic (ask)));
  else
    adw_message_dialog_format_heading (ask->dialog, ngettext ("Move %u Topic to Another Area",
                                                              "Move %u Topics to Another Area", n), n);
  ask->area = topic_ask_add_area (ask, group);
  topic_ask_present (ask, group, _ ("_Move"), G_CALLBACK (move_response_cb));
  g_signal_connect_swapped (ask->area, "changed", G_CALLBACK (move_changed_cb), ask);
  gtk_window_present (GTK_WINDOW (ask->dialog));
}
