/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person-page.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-format.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-pair-avatars.h"
#include "app/common/tdm-plain-row.h"
#include "app/common/tdm-short-list.h"
#include "app/common/tdm-wrap-layout.h"
#include "app/common/tdm-zone-row.h"
#include "app/pairs/tdm-needed-dialog.h"
#include "app/people/tdm-interests-box.h"
#include "app/people/tdm-participation-row.h"
#include "app/people/tdm-person-dialog.h"
#include "app/people/tdm-wishes-box.h"
#include "app/words/tdm-person-words.h"
#include "app/words/tdm-role-titles.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-person-edits.h"
#include "method/tdm-person-history.h"
#include "model/tdm-pair-event.h"
#include "model/tdm-languages.h"
#include "workspace/tdm-workspace.h"

/* Everything about one person. */

static const TdmPersonField facts[] = {
  TDM_PERSON_EMAIL, TDM_PERSON_UNIT,       TDM_PERSON_SITE,     TDM_PERSON_LANGUAGES,
  TDM_PERSON_ZONE,  TDM_PERSON_REPORTS_TO, TDM_PERSON_ASSISTANT,
};

#define N_FACTS G_N_ELEMENTS (facts)

struct _TdmPersonPage
{
  AdwBin parent_instance;

  TdmWorkspace *workspace;
  TdmPerson *person;
  gboolean outdated;
  GSignalGroup *workspace_signals;
  GtkFilterListModel *tandems;
  AdwActionRow *fact_rows[N_FACTS];
  GStrv history_words;

  AdwWindowTitle *title;
  TdmPairAvatars *avatar;
  GtkLabel *name;
  GtkLabel *job;
  GtkLabel *level;
  GtkWidget *external;
  GtkWidget *publicly_known;
  GtkGrid *wishes;
  TdmWishesBox *needs;
  TdmWishesBox *offers;
  GtkGrid *columns;
  TdmInterestsBox *interests;
  GtkListBox *facts;
  TdmShortList *rounds;
  TdmShortList *pairs;
  GtkListBox *history;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (TdmPersonPage, tdm_person_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_NARROW,
  N_PROPS
} TdmPersonPageProperty;

static GParamSpec *specs[N_PROPS];

/* --- what is shown --------------------------------------------------------------- */

/* Those of a link lead to the other person. */
static void
person_page_add_facts (TdmPersonPage *self)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (TDM_RECORD (self->person), &n_fields);

  for (guint i = 0; i < N_FACTS; i++)
    {
      AdwActionRow *row = tdm_plain_row_new (_ (fields[facts[i]].title), NULL);

      gtk_widget_add_css_class (GTK_WIDGET (row), "fact");
      if (facts[i] == TDM_PERSON_EMAIL)
        tdm_label_no_hyphens (GTK_WIDGET (row));
      if (fields[facts[i]].kind == TDM_FIELD_LINK)
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
          gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "");
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-person");
        }
      gtk_list_box_append (self->facts, GTK_WIDGET (row));
      self->fact_rows[i] = row;
    }
}

static void
person_page_show_fact (TdmPersonPage *self, TdmPersonField field, AdwActionRow *row)
{
  TdmRecord *record = TDM_RECORD (self->person);
  gboolean is_link = gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row));
  TdmRecord *other = is_link ? tdm_record_get_link (record, field) : NULL;
  const char *stored = is_link ? tdm_person_get_name ((TdmPerson *) other) : tdm_record_get_text (record, field);
  g_autofree char *text = field == TDM_PERSON_ZONE        ? tdm_zone_item_title (NULL, stored)
                          : field == TDM_PERSON_LANGUAGES ? tdm_languages_describe (stored)
                                                          : g_strdup (stored);

  gtk_widget_set_visible (GTK_WIDGET (row), *text || field == TDM_PERSON_EMAIL);
  adw_action_row_set_subtitle (row, *text ? text : _ ("No e-mail address"));
  if (other)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", tdm_record_get_uid (other));
}

static void
person_page_show_facts (TdmPersonPage *self)
{
  if (!self->fact_rows[0])
    person_page_add_facts (self);
  for (guint i = 0; i < N_FACTS; i++)
    person_page_show_fact (self, facts[i], self->fact_rows[i]);
}

static void
row_lead_to_pair (AdwActionRow *row, const char *uid)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-pair");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uid);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/* Of a tandem that was left, which stands in no other list of the page; empty for all else */
static const char *
event_get_pair (const TdmPersonEvent *event)
{
  return event->kind == TDM_PERSON_REPLACED
           ? tdm_record_get_uid (tdm_record_get_link (event->record, TDM_PAIR_EVENT_PAIR))
           : "";
}

/* Returns: (transfer full): what happened, on which day, and to which tandem it leads, in turn */
static GStrv
person_page_tell_history (TdmPersonPage *self)
{
  g_autoptr (GArray) events = tdm_person_history_collect (self->person, tdm_workspace_get_pairs (self->workspace));
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < events->len; i++)
    {
      const TdmPersonEvent *event = &g_array_index (events, TdmPersonEvent, i);
      g_autofree char *title = tdm_person_words_event (self->person, event), *day = tdm_format_short_day (event->day);

      g_strv_builder_add_many (words, title, day, event_get_pair (event), NULL);
    }
  return g_strv_builder_end (words);
}

/* Most changes of the file are none of it. */
static void
person_page_show_history (TdmPersonPage *self)
{
  g_auto (GStrv) words = person_page_tell_history (self);
  GtkListBoxRow *old;

  if (self->history_words && g_strv_equal ((const char *const *) words, (const char *const *) self->history_words))
    return;

  while ((old = gtk_list_box_get_row_at_index (self->history, 0)))
    gtk_list_box_remove (self->history, GTK_WIDGET (old));
  for (guint i = 0; words[i]; i += 3)
    {
      AdwActionRow *row = tdm_plain_row_new (words[i], NULL);
      GtkWidget *label = gtk_label_new (words[i + 1]);

      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (row, label);
      if (*words[i + 2])
        row_lead_to_pair (row, words[i + 2]);
      gtk_list_box_append (self->history, GTK_WIDGET (row));
    }
  g_strfreev (self->history_words);
  self->history_words = g_steal_pointer (&words);
}

static void
person_page_show_person (TdmPersonPage *self)
{
  TdmRecord *record = TDM_RECORD (self->person);
  const char *name = tdm_person_get_name (self->person);
  g_autofree char *job = tdm_person_words_job (self->person);

  adw_window_title_set_title (self->title, name);
  g_object_set (self->avatar, "first", name, NULL);
  gtk_label_set_text (self->name, name);
  tdm_label_show_text (self->job, job);
  tdm_label_show_text (self->level, tdm_person_words_level (tdm_record_get_integer (record, TDM_PERSON_LEVEL)));
  gtk_widget_set_visible (self->external, tdm_record_get_integer (record, TDM_PERSON_EXTERNAL) != 0);
  gtk_widget_set_visible (self->publicly_known, tdm_record_get_integer (record, TDM_PERSON_PUBLICLY_KNOWN) != 0);
  person_page_show_facts (self);
}

/* Others may be called otherwise by now, and tandems may have come, gone or changed. */
static void
person_page_refresh (TdmPersonPage *self)
{
  self->outdated = FALSE;
  if (!self->person)
    return;

  person_page_show_person (self);
  person_page_show_history (self);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->tandems), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
person_page_file_changed_cb (TdmPersonPage *self)
{
  if (self->person && tdm_workspace_find_id (self->workspace, TDM_TYPE_PERSON,
                                             tdm_record_get_id (TDM_RECORD (self->person))) != self->person)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.leave", "s", tdm_record_get_uid (TDM_RECORD (self->person)));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    person_page_refresh (self);
  else
    self->outdated = TRUE;
}

static void
tdm_person_page_map (GtkWidget *widget)
{
  TdmPersonPage *self = TDM_PERSON_PAGE (widget);

  if (self->outdated)
    person_page_refresh (self);
  GTK_WIDGET_CLASS (tdm_person_page_parent_class)->map (widget);
}

/* --- lists -------------------------------------------------------------------------- */

static GtkWidget *
person_page_make_participation_row_cb (gpointer participation, gpointer data)
{
  return tdm_participation_row_new (TDM_PERSON_PAGE (data)->workspace, participation);
}

static gboolean
person_page_takes_pair_cb (gpointer pair, gpointer data)
{
  TdmPersonPage *self = data;

  return self->person && (tdm_pair_get_mentee (pair) == self->person || tdm_pair_get_mentor (pair) == self->person);
}

static void
person_page_update_pair_row_cb (AdwActionRow *row)
{
  TdmPersonPage *self = TDM_PERSON_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (row), TDM_TYPE_PERSON_PAGE));
  TdmPair *pair = g_object_get_data (G_OBJECT (row), "tdm-pair");
  g_autofree char *partner = NULL, *detail = NULL;

  if (!self || !self->person)
    return;

  partner = tdm_person_words_partner (self->person, pair);
  detail = tdm_person_words_tandem (pair);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), partner);
  adw_action_row_set_subtitle (row, detail);
}

static GtkWidget *
person_page_make_pair_row_cb (gpointer pair, gpointer data)
{
  AdwActionRow *row = tdm_plain_row_new ("", "");

  g_object_set_data_full (G_OBJECT (row), "tdm-pair", g_object_ref (pair), g_object_unref);
  row_lead_to_pair (row, tdm_record_get_uid (pair));
  g_signal_connect (row, "map", G_CALLBACK (person_page_update_pair_row_cb), NULL);
  g_signal_connect_object (TDM_PERSON_PAGE (data)->workspace, "notify::undo-label",
                           G_CALLBACK (person_page_update_pair_row_cb), row, G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

/* --- what can be done ------------------------------------------------------------------ */

/* Enter on a line in which nothing is typed leads to the next one. */
static void
needs_finished_cb (TdmPersonPage *self)
{
  tdm_wishes_box_start (self->offers);
}

static void
offers_finished_cb (TdmPersonPage *self)
{
  tdm_interests_box_start (self->interests);
}

static void
person_page_edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPersonPage *self = TDM_PERSON_PAGE (widget);

  tdm_person_dialog_present (widget, self->workspace, self->person);
}

static void
person_page_pair_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.pair-person", "s",
                              tdm_record_get_uid (TDM_RECORD (TDM_PERSON_PAGE (widget)->person)));
}

typedef struct
{
  TdmPersonPage *page;
  TdmPerson *person;
} Removal;

static void
removal_free (Removal *self)
{
  g_object_unref (self->page);
  g_object_unref (self->person);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
person_page_tandems_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Removal) self = data;
  TdmWorkspace *workspace = TDM_WORKSPACE (source);
  GtkWidget *page = GTK_WIDGET (self->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = tdm_workspace_find_tandems_finish (workspace, result, &error);
  g_autoptr (TdmEdit) edit = NULL;

  if (!gtk_widget_get_root (page))
    return;
  if (!pairs)
    {
      tdm_feedback_show_error (page, error);
      return;
    }
  edit = tdm_person_edits_remove (self->person, pairs);
  if (!tdm_edit_check (edit, &error) && pairs->len > 0)
    tdm_needed_dialog_present (page, error, pairs);
  else
    tdm_workspace_commit_async (workspace, g_steal_pointer (&edit), tdm_feedback_undo_cb, tdm_feedback_target (page));
}

static void
person_page_remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TdmPersonPage *self = TDM_PERSON_PAGE (widget);
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal) { g_object_ref (self), g_object_ref (self->person) };
  tdm_workspace_find_tandems_async (self->workspace, self->person, person_page_tandems_found_cb, removal);
}

/* --- the person and the workspace --------------------------------------------------------- */

/* The file may have been closed meanwhile, or be another one. */
static void
person_page_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded = tdm_workspace_load_finish (TDM_WORKSPACE (source), result, &error);

  if (!self->person || self->workspace != (gpointer) source || !tdm_workspace_is_open (self->workspace))
    return;
  if (is_loaded)
    person_page_show_history (self);
  else
    tdm_feedback_show_error (GTK_WIDGET (self), error);
}

static void
person_page_let_go (TdmPersonPage *self)
{
  tdm_wishes_box_set_person (self->needs, NULL, NULL);
  tdm_wishes_box_set_person (self->offers, NULL, NULL);
  tdm_interests_box_set_person (self->interests, NULL, NULL);
  tdm_short_list_bind (self->rounds, NULL, NULL, NULL);
  tdm_short_list_bind (self->pairs, NULL, NULL, NULL);
  g_clear_object (&self->person);
}

static void
person_page_show_rounds (TdmPersonPage *self)
{
  if (self->person)
    tdm_short_list_bind (self->rounds, tdm_record_get_children (self->person, TDM_TYPE_PARTICIPATION),
                         person_page_make_participation_row_cb, self);
}

static void
person_page_take (TdmPersonPage *self, TdmPerson *taken_person)
{
  static const char *const actions[] = { "person.edit", "person.pair", "person.remove" };
  gboolean is_writable = !tdm_workspace_is_read_only (self->workspace);

  person_page_let_go (self);
  self->person = taken_person;
  tdm_wishes_box_set_person (self->needs, self->workspace, self->person);
  tdm_wishes_box_set_person (self->offers, self->workspace, self->person);
  tdm_interests_box_set_person (self->interests, self->workspace, self->person);
  person_page_show_rounds (self);
  person_page_refresh (self);
  tdm_short_list_bind (self->pairs, G_LIST_MODEL (self->tandems), person_page_make_pair_row_cb, self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_writable);
  /* A tandem is one of a round, and of a participant's own with an invitation. */
  if (g_list_model_get_n_items (tdm_workspace_get_rounds (self->workspace)) == 0 ||
      tdm_workspace_get_participant (self->workspace))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.pair", FALSE);
  tdm_workspace_load_async (self->workspace, TDM_SCOPE_PERSON, self->person, person_page_loaded_cb,
                            g_object_ref (self));
}

/* Rows and lines are made for a file that can be written, or not. */
static void
person_page_show_again_cb (TdmPersonPage *self)
{
  if (self->person)
    person_page_take (self, g_object_ref (self->person));
}

static void
person_page_set_workspace (TdmPersonPage *self, TdmWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  person_page_let_go (self);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->workspace_signals, workspace);
  gtk_filter_list_model_set_model (self->tandems, workspace ? tdm_workspace_get_pairs (workspace) : NULL);
  tdm_role_titles_follow (workspace, self, G_CALLBACK (person_page_show_rounds));
}

/* Side by side, or one below the other */
static void
grid_set_narrow (GtkGrid *grid, gboolean narrow)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (grid));
  GtkWidget *second = gtk_widget_get_last_child (GTK_WIDGET (grid));

  g_object_set (gtk_layout_manager_get_layout_child (layout, second), "column", narrow ? 0 : 1, "row", narrow ? 1 : 0,
                NULL);
}

static void
tdm_person_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmPersonPage *self = TDM_PERSON_PAGE (object);

  if (id == PROP_WORKSPACE)
    person_page_set_workspace (self, g_value_get_object (value));
  else
    {
      grid_set_narrow (self->wishes, g_value_get_boolean (value));
      grid_set_narrow (self->columns, g_value_get_boolean (value));
    }
}

static void
tdm_person_page_dispose (GObject *object)
{
  TdmPersonPage *self = TDM_PERSON_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PERSON_PAGE);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->tandems);
  g_clear_pointer (&self->history_words, g_strfreev);
  g_clear_object (&self->person);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_person_page_parent_class)->dispose (object);
}

static void
tdm_person_page_class_init (TdmPersonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tdm_person_page_set_property;
  object_class->dispose = tdm_person_page_dispose;
  widget_class->map = tdm_person_page_map;

  specs[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TDM_TYPE_WORKSPACE, flags);
  specs[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);

  g_type_ensure (TDM_TYPE_INTERESTS_BOX);
  g_type_ensure (TDM_TYPE_PAIR_AVATARS);
  g_type_ensure (TDM_TYPE_SHORT_LIST);
  g_type_ensure (TDM_TYPE_WISHES_BOX);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/people/person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, name);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, job);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, level);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, external);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, publicly_known);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, wishes);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, needs);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, offers);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, interests);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, facts);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, pairs);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, history);
  gtk_widget_class_bind_template_child (widget_class, TdmPersonPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, needs_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, offers_finished_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_install_action (widget_class, "person.edit", NULL, person_page_edit_cb);
  gtk_widget_class_install_action (widget_class, "person.pair", NULL, person_page_pair_cb);
  gtk_widget_class_install_action (widget_class, "person.remove", NULL, person_page_remove_cb);
}

static void
tdm_person_page_init (TdmPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tandems = gtk_filter_list_model_new (NULL, GTK_FILTER (gtk_custom_filter_new (person_page_takes_pair_cb, self,
                                                                                      NULL)));
  self->workspace_signals = g_signal_group_new (TDM_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (person_page_file_changed_cb), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::read-only",
                                  G_CALLBACK (person_page_show_again_cb), self);
}

void
tdm_person_page_set_person (TdmPersonPage *self, TdmPerson *person)
{
  g_return_if_fail (TDM_IS_PERSON_PAGE (self));
  g_return_if_fail (TDM_IS_PERSON (person));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->person != person)
    person_page_take (self, g_object_ref (person));
}

/* NULL before there is one */
TdmPerson *
tdm_person_page_get_person (TdmPersonPage *self)
{
  g_return_val_if_fail (TDM_IS_PERSON_PAGE (self), NULL);

  return self->person;
}

/* For a new person: the first topic can be typed at once. */
void
tdm_person_page_start (TdmPersonPage *self)
{
  g_return_if_fail (TDM_IS_PERSON_PAGE (self));

  tdm_wishes_box_start (self->needs);
}
