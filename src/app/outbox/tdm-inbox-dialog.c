/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-inbox-dialog.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-pair-order.h"
#include "app/common/tdm-plain-row.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"
#include "inbox/tdm-inbox-goals.h"
#include "inbox/tdm-inbox.h"
#include "workspace/tdm-workspace.h"

/* What came in, where that is several things, or could not be taken over: what became of each, and what the user has to
 * decide. */

/* More than anyone looks at one by one */
#define ROWS_MOST 500

struct _TdmInboxDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmRound *round;

  TdmHeaderTitle *title;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TdmInboxDialog, tdm_inbox_dialog, ADW_TYPE_WINDOW)

/* The row about an item, with the buttons that decide about it; it belongs to the row. */
typedef struct
{
  TdmInboxDialog *dialog; /* weak: a decision may take longer than the dialog is there */
  TdmInboxItem *item;
  AdwActionRow *row;
  GtkBox *buttons;
  GtkWidget *chooser;
} TdmInboxEntry;

static void
entry_free (gpointer data)
{
  TdmInboxEntry *entry = data;

  g_clear_weak_pointer (&entry->dialog);
  g_object_unref (entry->item);
  g_free (entry);
}

/* The row stays and says what became of it. */
static void
entry_finish (TdmInboxEntry *entry, const char *text)
{
  if (entry->chooser)
    gtk_widget_set_visible (entry->chooser, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (entry->buttons), FALSE);
  adw_action_row_set_subtitle (entry->row, text);
}

static void
entry_decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwActionRow) row = data;
  TdmInboxEntry *entry = g_object_get_data (G_OBJECT (row), "entry");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tdm_workspace_change_finish (TDM_WORKSPACE (source), result, &error);

  if (!entry->dialog)
    return;
  if (!error)
    {
      entry_finish (entry, label);
      return;
    }
  adw_action_row_set_subtitle (row, error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (entry->buttons), TRUE);
}

static void
entry_decide_cb (GtkButton *button, gpointer data)
{
  TdmInboxEntry *entry = data;
  TdmWorkspace *workspace = entry->dialog->workspace;
  TdmPerson *person = g_object_get_data (G_OBJECT (button), "person");

  /* Once, however often the button is clicked */
  gtk_widget_set_sensitive (GTK_WIDGET (entry->buttons), FALSE);
  tdm_workspace_commit_async (workspace, tdm_inbox_decide (workspace, entry->item, person, entry->dialog->round),
                              entry_decided_cb, g_object_ref (entry->row));
}

static void
entry_ignore_cb (GtkButton *button, gpointer data)
{
  entry_finish (data, _ ("Ignored"));
}

static GtkWidget *
entry_add_button (TdmInboxEntry *entry, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", callback, entry);
  gtk_box_append (entry->buttons, button);
  return button;
}

static void
entry_add_person_button (TdmInboxEntry *entry, TdmPerson *person)
{
  g_autofree char *first = tdm_person_get_first_name (person);
  /* Translators: a button; %s is a first name: this is the answer of that person */
  g_autofree char *label = g_strdup_printf (_ ("Of %s"), first);
  GtkWidget *button = entry_add_button (entry, label, G_CALLBACK (entry_decide_cb));

  g_object_set_data_full (G_OBJECT (button), "person", g_object_ref (person), g_object_unref);
}

static void
entry_add_choices (TdmInboxEntry *entry)
{
  TdmPair *pair = tdm_inbox_item_get_pair (entry->item);

  switch (tdm_inbox_item_get_kind (entry->item))
    {
    case TDM_INBOX_AGAIN:
      entry_add_button (entry, _ ("Offer to Send Again"), G_CALLBACK (entry_decide_cb));
      break;
    case TDM_INBOX_STRANGER:
      entry_add_person_button (entry, tdm_pair_get_mentee (pair));
      entry_add_person_button (entry, tdm_pair_get_mentor (pair));
      break;
    case TDM_INBOX_UNKNOWN:
      entry_add_button (entry, _ ("Yes"), G_CALLBACK (entry_decide_cb));
      break;
    case TDM_INBOX_GOALS:
      if (pair)
        entry_add_button (entry, _ ("Take Over"), G_CALLBACK (entry_decide_cb));
      break;
    case TDM_INBOX_DOUBTFUL:
      entry_add_button (entry, _ ("Change the Meetings"), G_CALLBACK (entry_decide_cb));
      break;
    case TDM_INBOX_INVITATION:
      entry_add_button (entry, pair ? _ ("Add the Meetings") : _ ("Add the Tandem"), G_CALLBACK (entry_decide_cb));
      break;
    default:
      return;
    }
  entry_add_button (entry, _ ("Ignore"), G_CALLBACK (entry_ignore_cb));
}

/* --- for which tandem goals are ---------------------------------------------------------- */

static gboolean
pair_is_running_cb (gpointer pair, gpointer data)
{
  return !tdm_pair_is_over (pair);
}

/* Now it can be said what would change. */
static void
entry_pair_chosen_cb (TdmChooserRow *chooser, GParamSpec *spec, AdwActionRow *row)
{
  TdmInboxEntry *entry = g_object_get_data (G_OBJECT (row), "entry");
  TdmPair *pair = tdm_chooser_row_get_selected (chooser);
  GtkWidget *button;

  if (!pair || !entry->dialog)
    return;
  tdm_inbox_goals_set_pair (entry->dialog->workspace, entry->item, pair);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tdm_inbox_item_get_text (entry->item));
  adw_action_row_set_subtitle (row, tdm_inbox_item_get_detail (entry->item));
  while ((button = gtk_widget_get_first_child (GTK_WIDGET (entry->buttons))))
    gtk_box_remove (entry->buttons, button);
  entry_add_choices (entry);
}

/* Goals without a known tandem have a second row, which asks for it. */
static void
entry_add_chooser (TdmInboxEntry *entry)
{
  GListModel *pairs = g_object_ref (tdm_workspace_get_pairs (entry->dialog->workspace));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (pair_is_running_cb, NULL, NULL));
  g_autoptr (GtkFilterListModel) running = gtk_filter_list_model_new (pairs, filter);
  GtkExpression *text = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (tdm_pair_words_title),
                                                     NULL, NULL);
  GtkExpression *detail = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (tdm_pair_words_round),
                                                       NULL, NULL);

  entry->chooser = g_object_new (TDM_TYPE_CHOOSER_ROW, "title", _ ("Tandem"), "placeholder", _ ("Choose a tandem"),
                                 "text", text, "detail", detail, "model", running, NULL);
  tdm_chooser_row_take_order (TDM_CHOOSER_ROW (entry->chooser), tdm_pair_order_make_sorter (TDM_PAIR_ORDER_MENTEE));
  gtk_expression_unref (text);
  gtk_expression_unref (detail);
  g_signal_connect_object (entry->chooser, "notify::selected", G_CALLBACK (entry_pair_chosen_cb), entry->row, 0);
  gtk_list_box_append (entry->dialog->list, entry->chooser);
}

/* --- the list ---------------------------------------------------------------------------- */

static const char *
item_get_icon (TdmInboxItem *item)
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
      return "question-symbolic";
    }
}

/* What asks comes first, what went well last. */
static int
item_get_rank (TdmInboxItem *item)
{
  if (tdm_inbox_item_asks (item))
    return 0;
  if (tdm_inbox_item_is_sure (item))
    return 2;
  return 1;
}

static void
inbox_dialog_ask (TdmInboxDialog *self, AdwActionRow *row, TdmInboxItem *item)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  TdmInboxEntry *entry = g_new0 (TdmInboxEntry, 1);

  g_set_weak_pointer (&entry->dialog, self);
  entry->item = g_object_ref (item);
  entry->row = row;
  entry->buttons = GTK_BOX (buttons);
  g_object_set_data_full (G_OBJECT (row), "entry", entry, entry_free);

  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_widget_set_margin_bottom (buttons, 6);
  adw_action_row_add_suffix (row, buttons);
  entry_add_choices (entry);
  if (tdm_inbox_item_get_kind (item) == TDM_INBOX_GOALS && !tdm_inbox_item_get_pair (item))
    entry_add_chooser (entry);
}

static void
inbox_dialog_append (TdmInboxDialog *self, TdmInboxItem *item)
{
  AdwActionRow *row = tdm_plain_row_new (tdm_inbox_item_get_text (item), tdm_inbox_item_get_detail (item));

  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name (item_get_icon (item)));
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  if (tdm_inbox_item_asks (item) && !tdm_workspace_is_read_only (self->workspace))
    inbox_dialog_ask (self, row, item);
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
  TdmInboxDialog *self = g_object_new (TDM_TYPE_INBOX_DIALOG, NULL);
  g_autofree char *count = g_strdup_printf (ngettext ("%u message read", "%u messages read", items->len), items->len);
  gboolean are_all_goals = TRUE;
  guint n_rows = 0;

  self->workspace = g_object_ref (workspace);
  g_set_object (&self->round, round);
  for (int rank = 0; rank < 3; rank++)
    for (guint i = 0; i < items->len && n_rows < ROWS_MOST; i++)
      if (item_get_rank (items->pdata[i]) == rank)
        {
          inbox_dialog_append (self, items->pdata[i]);
          n_rows++;
        }

  /* Where nothing but goals came in, the title says so. */
  for (guint i = 0; i < items->len; i++)
    are_all_goals = are_all_goals && tdm_inbox_item_get_todos (items->pdata[i]);
  if (are_all_goals)
    gtk_window_set_title (GTK_WINDOW (self), _ ("Goals"));
  tdm_header_title_set_subtitle (self->title, are_all_goals ? "" : count);
  tdm_dialog_open (self, over);
}
