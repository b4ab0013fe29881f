/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-notes.h"

#include "app/common/tdm-template.h"
#include "app/notes/tdm-note-filter.h"
#include "app/words/tdm-note-words.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-notebook.h"

/* The private notes about a meeting, in the timeline: while their writer has them unlocked, and nothing at all
 * otherwise. */

struct _TdmMeetingNotes
{
  AdwBin parent_instance;

  GtkFilterListModel *filtered;
  GtkStringFilter *meeting_filter;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (TdmMeetingNotes, tdm_meeting_notes, ADW_TYPE_BIN)

static GtkWidget *
make_button (TdmNote *note)
{
  GtkWidget *button = gtk_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (tdm_note_words_title (note));
  /* Translators: %s is the title of a private note about a meeting */
  g_autofree char *description = g_strdup_printf (_ ("Private note: %s"), tdm_note_words_title (note));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("changes-allow-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Private note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-note");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tdm_note_get_uid (note));
  return button;
}

static void
update (TdmMeetingNotes *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdmNote) note = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      gtk_box_append (self->box, make_button (note));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
tdm_meeting_notes_class_init (TdmMeetingNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;

  g_type_ensure (TDM_TYPE_NOTE);
  g_type_ensure (TDM_TYPE_NOTE_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/meeting-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingNotes, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingNotes, meeting_filter);
  gtk_widget_class_bind_template_child (widget_class, TdmMeetingNotes, box);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
tdm_meeting_notes_init (TdmMeetingNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_filter_list_model_set_model (self->filtered, tdm_notebook_get_notes (tdm_notebook_get_default ()));
  update (self);
}

void
tdm_meeting_notes_set_meeting (TdmMeetingNotes *self, const char *uid)
{
  /* No note is about no meeting. */
  gtk_string_filter_set_search (self->meeting_filter, uid ? uid : "-");
}
