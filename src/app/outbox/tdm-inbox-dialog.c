/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-dialog.h"

#include "app/common/tdm-chooser-row.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"
#include "inbox/tdm-inbox-goals.h"
#include "inbox/tdm-inbox.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* What came in, where not all of it could be taken over: what became of each, and what the user has to decide. */

/* More than anybody looks at one by one */
#define ROWS_MOST 500

struct _TdmInboxDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;

  AdwWindowTitle *title;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TdmInboxDialog, tdm_inbox_dialog, ADW_TYPE_WINDOW)

/* A button that decides about an item */
typedef struct
{
  TdmInboxDialog *dialog;
  TdmInboxItem *item;
  TdmPerson *person;
  AdwActionRow *row;
} TdmDecision;

static void
decision_free (gpointer data, GClosure *closure)
{
  TdmDecision *decision = data;

  g_object_unref (decision->item);
  g_clear_object (&decision->person);
  g_free (decision);
}

static const char *
get_icon (TdmInboxItem *item)
{
  switch (tdm_inbox_item_get_kind (item))
    {
    case TDM_INBOX_ANSWER:
      return "object-select-symbolic";
    case TDM_INBOX_PROPOSAL:
    case TDM_INBOX_UPDATE:
      return "x-office-calendar-symbolic";
    case TDM_INBOX_OLD:
      return "document-open-recent-symbolic";
    case TDM_INBOX_NOTHING:
      return "dialog-information-symbolic";
    default:
      return "dialog-question-symbolic";
    }
}

typedef struct
{
  TdmInboxDialog *dialog;
  AdwActionRow *row;
} TdmDecided;

static GtkWidget *
get_buttons (AdwActionRow *row)
{
  return g_object_get_data (G_OBJECT (row), "buttons");
}

/* The row stays and says what became of it. */
static void
finish_row (AdwActionRow *row, const char *text)
{
  GtkWidget *chooser = g_object_get_data (G_OBJECT (row), "chooser");

  if (chooser)
    gtk_widget_set_visible (chooser, FALSE);
  if (get_buttons (row))
    gtk_widget_set_visible (get_buttons (row), FALSE);
  adw_action_row_set_subtitle (row, text);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdmDecided *decided = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  if (decided->dialog->list)
    {
      if (error)
        {
          adw_action_row_set_subtitle (decided->row, error->message);
          gtk_widget_set_sensitive (get_buttons (decided->row), TRUE);
        }
      else
        finish_row (decided->row, label);
    }
  g_object_unref (decided->dialog);
  g_object_unref (decided->row);
  g_free (decided);
}

static void
decide_cb (GtkButton *button, gpointer data)
{
  TdmDecision *decision = data;
  TdmWorkspace *workspace = decision->dialog->workspace;
  TdmDecided *decided = g_new (TdmDecided, 1);

  *decided = (TdmDecided) { g_object_ref (decision->dialog), g_object_ref (decision->row) };
  /* Once, however often somebody clicks */
  gtk_widget_set_sensitive (get_buttons (decision->row), FALSE);
  tdm_workspace_commit_async (workspace,
                              tdm_inbox_decide (workspace, decision->item, decision->person, decision->dialog->round),
                              decided_cb, decided);
}

static void
ignore_cb (GtkButton *button, gpointer data)
{
  TdmDecision *decision = data;

  finish_row (decision->row, _ ("Ignored"));
}

static void
add_button (TdmInboxDialog *self, GtkBox *buttons, AdwActionRow *row, TdmInboxItem *item, TdmPerson *person,
            const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  TdmDecision *decision = g_new0 (TdmDecision, 1);

  decision->dialog = self;
  decision->item = g_object_ref (item);
  decision->row = row;
  g_set_object (&decision->person, person);
  g_signal_connect_data (button, "clicked", callback, decision, decision_free, 0);
  gtk_box_append (buttons, button);
}

static void
add_person_button (TdmInboxDialog *self, GtkBox *buttons, AdwActionRow *row, TdmInboxItem *item, TdmPerson *person)
{
  const char *name = tdm_person_get_name (person);
  g_autofree char *first = g_strndup (name, strcspn (name, " "));
  /* Translators: a button; %s is a first name: this is the answer of that person */
  g_autofree char *label = g_strdup_printf (_ ("Of %s"), first);

  add_button (self, buttons, row, item, person, label, G_CALLBACK (decide_cb));
}

static void
add_choices (TdmInboxDialog *self, GtkBox *buttons, AdwActionRow *row, TdmInboxItem *item)
{
  TdmPair *pair = tdm_inbox_item_get_pair (item);

  switch (tdm_inbox_item_get_kind (item))
    {
    case TDM_INBOX_AGAIN:
      add_button (self, buttons, row, item, NULL, _ ("Offer to Send Again"), G_CALLBACK (decide_cb));
      break;
    case TDM_INBOX_STRANGER:
      add_person_button (self, buttons, row, item, tdm_pair_get_mentee (pair));
      add_person_button (self, buttons, row, item, tdm_pair_get_mentor (pair));
      break;
    case TDM_INBOX_UNKNOWN:
      add_button (self, buttons, row, item, NULL, _ ("Yes"), G_CALLBACK (decide_cb));
      break;
    case TDM_INBOX_GOALS:
      if (pair)
        add_button (self, buttons, row, item, NULL, _ ("Take Over"), G_CALLBACK (decide_cb));
      break;
    case TDM_INBOX_DOUBTFUL:
      add_button (self, buttons, row, item, NULL, _ ("Change the Meetings"), G_CALLBACK (decide_cb));
      break;
    case TDM_INBOX_INVITATION:
      add_button (self, buttons, row, item, NULL, pair ? _ ("Add the Meetings") : _ ("Add the Tandem"),
                  G_CALLBACK (decide_cb));
      break;
    default:
      return;
    }
  add_button (self, buttons, row, item, NULL, _ ("Ignore"), G_CALLBACK (ignore_cb));
}

static void
add_buttons (TdmInboxDialog *self, AdwActionRow *row, TdmInboxItem *item)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_widget_set_margin_bottom (buttons, 6);
  adw_action_row_add_suffix (row, buttons);
  g_object_set_data (G_OBJECT (row), "buttons", buttons);
  add_choices (self, GTK_BOX (buttons), row, item);
}

static GtkWidget *
make_row (TdmInboxDialog *self, TdmInboxItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (item));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tdm_inbox_item_get_text (item));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tdm_inbox_item_get_detail (item));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (tdm_inbox_item_asks (item) && !tdm_workspace_is_read_only (self->workspace))
    add_buttons (self, ADW_ACTION_ROW (row), item);
  return row;
}

/* --- for which tandem goals are ---------------------------------------------------------- */

static gboolean
is_running (gpointer pair, gpointer data)
{
  return !tdm_pair_is_over (pair);
}

static void
clear_buttons (AdwActionRow *row)
{
  GtkWidget *buttons = get_buttons (row);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (buttons)))
    gtk_box_remove (GTK_BOX (buttons), child);
}

/* Now it can be said what would change. */
static void
pair_chosen_cb (TdmChooserRow *chooser, GParamSpec *spec, gpointer data)
{
  TdmDecision *decision = data;
  TdmPair *pair = tdm_chooser_row_get_selected (chooser);

  if (!pair)
    return;
  tdm_inbox_goals_set_pair (decision->dialog->workspace, decision->item, pair);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (decision->row), tdm_inbox_item_get_text (decision->item));
  adw_action_row_set_subtitle (decision->row, tdm_inbox_item_get_detail (decision->item));
  clear_buttons (decision->row);
  add_choices (decision->dialog, GTK_BOX (get_buttons (decision->row)), decision->row, decision->item);
}

static char *
get_pair_title (TdmPair *pair)
{
  return tdm_pair_words_title (pair);
}

static char *
get_round_title (TdmPair *pair)
{
  TdmRound *round = tdm_pair_get_round (pair);

  return g_strdup (round ? tdm_round_get_title (round) : "");
}

static GtkWidget *
make_chooser (TdmInboxDialog *self)
{
  GListModel *pairs = g_object_ref (tdm_workspace_get_pairs (self->workspace));
  g_autoptr (GtkFilterListModel) running = NULL;
  GtkExpression *text = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_pair_title), NULL,
                                                     NULL);
  GtkExpression *detail = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_round_title), NULL,
                                                       NULL);
  GtkWidget *chooser;

  running = gtk_filter_list_model_new (pairs, GTK_FILTER (gtk_custom_filter_new (is_running, NULL, NULL)));
  chooser = g_object_new (TDM_TYPE_CHOOSER_ROW, "title", _ ("Tandem"), "placeholder", _ ("Choose a tandem"),
                          "text", text, "detail", detail, "model", running, NULL);
  gtk_expression_unref (text);
  gtk_expression_unref (detail);
  return chooser;
}

/* Goals of which nobody knows for which tandem they are have a second row, which asks. */
static void
add_chooser (TdmInboxDialog *self, AdwActionRow *row, TdmInboxItem *item)
{
  TdmDecision *decision;
  GtkWidget *chooser;

  if (tdm_inbox_item_get_kind (item) != TDM_INBOX_GOALS || tdm_inbox_item_get_pair (item) ||
      tdm_workspace_is_read_only (self->workspace))
    return;
  chooser = make_chooser (self);
  decision = g_new0 (TdmDecision, 1);
  decision->dialog = self;
  decision->item = g_object_ref (item);
  decision->row = row;
  g_signal_connect_data (chooser, "notify::selected", G_CALLBACK (pair_chosen_cb), decision, decision_free, 0);
  g_object_set_data (G_OBJECT (row), "chooser", chooser);
  gtk_list_box_append (self->list, chooser);
}

static void
append_item (TdmInboxDialog *self, TdmInboxItem *item)
{
  GtkWidget *row = make_row (self, item);

  gtk_list_box_append (self->list, row);
  add_chooser (self, ADW_ACTION_ROW (row), item);
}

/* Where nothing but goals came in, that is said. */
static void
show_title (TdmInboxDialog *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!tdm_inbox_item_get_todos (items->pdata[i]))
      return;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Goals"));
  adw_window_title_set_title (self->title, _ ("Goals"));
  adw_window_title_set_subtitle (self->title, "");
}

/* What asks comes first, what went well last. */
static int
get_rank (TdmInboxItem *item)
{
  if (tdm_inbox_item_asks (item))
    return 0;
  if (tdm_inbox_item_is_sure (item))
    return 2;
  return 1;
}

static void
fill (TdmInboxDialog *self, GPtrArray *items)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u message read", "%u messages read", items->len), items->len);
  guint n_rows = 0;

  adw_window_title_set_subtitle (self->title, count);
  for (int rank = 0; rank < 3; rank++)
    for (guint i = 0; i < items->len && n_rows < ROWS_MOST; i++)
      if (get_rank (items->pdata[i]) == rank)
        {
          append_item (self, items->pdata[i]);
          n_rows++;
        }
  show_title (self, items);
}

static void
tdm_inbox_dialog_dispose (GObject *object)
{
  TdmInboxDialog *self = TDM_INBOX_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_INBOX_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tdm_inbox_dialog_parent_class)->dispose (object);
}

static void
tdm_inbox_dialog_class_init (TdmInboxDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_inbox_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/outbox/inbox-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmInboxDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmInboxDialog, list);
}

static void
tdm_inbox_dialog_init (TdmInboxDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* New tandems go to `round`. */
void
tdm_inbox_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmRound *round, GPtrArray *items)
{
  TdmInboxDialog *self = g_object_new (TDM_TYPE_INBOX_DIALOG, "transient-for", gtk_widget_get_root (over), NULL);

  self->workspace = g_object_ref (workspace);
  g_set_object (&self->round, round);
  fill (self, items);
  gtk_window_present (GTK_WINDOW (self));
}
