/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-notes-notice.h"

#include "app/common/tdm-feedback.h"
#include "app/common/tdm-template.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* Says above the list what somebody has to know about the file before they go on: that it is not as it was left, that a
 * text is not saved, or was not for a while. */

struct _TdmNotesNotice
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkWidget *button;
  GtkWidget *seen_button;
};

G_DEFINE_FINAL_TYPE (TdmNotesNotice, tdm_notes_notice, ADW_TYPE_BIN)

static char *
describe_unsaved (const TdmNotebookFacts *facts)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u note is not saved.", "%u notes are not saved.", facts->n_unsaved), facts->n_unsaved);

  /* Translators: the first %s is "2 notes are not saved.", the second one says why */
  return g_strdup_printf (_ ("%s %s Tandem tries again every few seconds."), count, facts->reason ? facts->reason : "");
}

static const char *
describe_harm (const TdmNotebookFacts *facts)
{
  if (!facts->is_in_order)
    return _ ("The file with the notes is damaged. They can be read, but nothing can be written any more. "
              "Please export them, or restore a backup.");
  if (!facts->is_trusted)
    return _ ("Something was taken out of the file or put back into it by another program. "
              "The notes can be read, and nothing is written until you continue.");
  if (facts->is_older)
    return _ ("These notes are older than what this computer has seen last. Was a backup restored?");
  return NULL;
}

static void
notes_notice_update (TdmNotesNotice *self)
{
  const TdmNotebookFacts *facts = tdm_notebook_get_facts (tdm_notebook_get_default ());
  gboolean is_open = facts->state == TDM_NOTEBOOK_UNLOCKED;
  const char *harm = is_open ? describe_harm (facts) : NULL;
  g_autofree char *text = NULL;

  if (harm)
    text = g_strdup (harm);
  else if (is_open && facts->n_unsaved > 0)
    text = describe_unsaved (facts);
  else if (is_open && facts->n_recovered > 0)
    text = g_strdup_printf (
      ngettext ("%u text could not be saved before the notes were locked. It is in your notes now.",
                "%u texts could not be saved before the notes were locked. They are in your notes now.",
                facts->n_recovered),
      facts->n_recovered);
  else if (is_open)
    text = g_strdup (facts->why_read_only);
  gtk_revealer_set_reveal_child (GTK_REVEALER (adw_bin_get_child (ADW_BIN (self))), text != NULL);
  if (!text)
    return;
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (self->button, harm && facts->is_in_order);
  gtk_widget_set_visible (self->seen_button, !harm && facts->n_unsaved == 0 && facts->n_recovered > 0);
}

static void
accepted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error))
    tdm_feedback_show_error (widget, error);
}

static void
clicked_cb (TdmNotesNotice *self)
{
  tdm_notebook_accept_async (tdm_notebook_get_default (), accepted_cb, g_object_ref (self));
}

static void
seen_cb (TdmNotesNotice *self)
{
  tdm_notebook_forget_recovered (tdm_notebook_get_default ());
}

static void
tdm_notes_notice_class_init (TdmNotesNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/notes-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmNotesNotice, label);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesNotice, button);
  gtk_widget_class_bind_template_child (widget_class, TdmNotesNotice, seen_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, seen_cb);
}

static void
tdm_notes_notice_init (TdmNotesNotice *self)
{
  TdmNotebook *notebook = tdm_notebook_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (notebook, "notify::state", G_CALLBACK (notes_notice_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::trusted", G_CALLBACK (notes_notice_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::older", G_CALLBACK (notes_notice_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::read-only", G_CALLBACK (notes_notice_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::unsaved", G_CALLBACK (notes_notice_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::recovered", G_CALLBACK (notes_notice_update), self, G_CONNECT_SWAPPED);
  notes_notice_update (self);
}
