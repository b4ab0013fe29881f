/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-agenda-dialog.h"

#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-dialog.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-plain-row.h"
#include "app/notes/tdm-note-clipboard.h"
#include "app/notes/tdm-note-filter.h"
#include "app/notes/tdm-unlock-box.h"
#include "app/words/tdm-meeting-words.h"
#include "app/words/tdm-note-words.h"
#include "base/tdm-i18n.h"
#include "edits/tdm-meeting-edits.h"
#include "notebook/tdm-notebook.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* What shall be asked at a meeting, for both to see. Questions from one's own notes get onto it only when they are
 * ticked here: what is ticked leaves the notes, and is private no longer. */

struct _TdmAgendaDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  TdmMeeting *meeting;
  guint n_reading;
  GArray *moved; /* notes that are on the agenda once it is saved */
  char *saving;

  TdmHeaderTitle *title;
  GtkWidget *save_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkTextBuffer *buffer;
  GtkWidget *text_view;
  GtkWidget *private_box;
  GtkStack *stack;
  TdmUnlockBox *unlock_box;
  GtkListBox *list;
  GtkFilterListModel *filtered;
  TdmNoteFilter *filter;
};

G_DEFINE_FINAL_TYPE (TdmAgendaDialog, tdm_agenda_dialog, ADW_TYPE_WINDOW)

#define NOTE "tdm-note"
#define CHECK "tdm-check"

/* A question and how it was put on the agenda */
typedef struct
{
  char *uid;
  char *text;
} Moved;

static void
moved_clear (gpointer data)
{
  Moved *moved = data;

  g_free (moved->uid);
  g_free (moved->text);
}

static char *
agenda_dialog_get_agenda (TdmAgendaDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

static void
agenda_dialog_say (TdmAgendaDialog *self, const char *text)
{
  gtk_label_set_text (self->notice_label, text);
  gtk_revealer_set_reveal_child (self->notice, *text != '\0');
}

static void
update (TdmAgendaDialog *self)
{
  g_autofree char *agenda = agenda_dialog_get_agenda (self);
  gboolean is_long = g_utf8_strlen (agenda, -1) > TDM_TEXT_MOST;

  agenda_dialog_say (self, is_long ? _ ("The agenda is too long. Please shorten it.") : "");
  gtk_widget_set_sensitive (self->save_button, !is_long && self->n_reading == 0 &&
                                                 !g_str_equal (agenda, tdm_record_get_text (TDM_RECORD (self->meeting),
                                                                                            TDM_MEETING_QUESTION)));
}

/* --- questions ---------------------------------------------------------- */

/* Returns: what was added */
static char *
agenda_dialog_append (TdmAgendaDialog *self, const char *title, const char *text)
{
  g_autofree char *agenda = agenda_dialog_get_agenda (self), *body = g_strstrip (g_strdup (text));
  char *item = g_strconcat ("• ", *title ? title : body, *title && *body ? "\n" : "", *title ? body : "", NULL);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (*agenda)
    gtk_text_buffer_insert (self->buffer, &end, "\n", -1);
  gtk_text_buffer_insert (self->buffer, &end, item, -1);
  return item;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmAgendaDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmNote) note = tdm_notebook_read_finish (TDM_NOTEBOOK (source), result, &error);

  if (!self->stack)
    return;
  self->n_reading--;
  if (note)
    {
      Moved moved = { g_strdup (tdm_note_get_uid (note)),
                      agenda_dialog_append (self, tdm_note_get_title (note), tdm_note_get_text (note)) };

      g_array_append_val (self->moved, moved);
      tdm_note_wipe (note);
    }
  update (self);
  if (error)
    agenda_dialog_say (self, error->message);
}

/* Once on the agenda it is text like any other there, and can be changed or taken out. */
static void
add_cb (TdmAgendaDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      GtkWidget *check = g_object_get_data (G_OBJECT (row), CHECK);
      TdmNote *note = g_object_get_data (G_OBJECT (check), NOTE);

      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) || !gtk_widget_get_sensitive (check))
        continue;
      gtk_widget_set_sensitive (check, FALSE);
      self->n_reading++;
      tdm_notebook_read_async (tdm_notebook_get_default (), tdm_note_get_uid (note), 0, read_cb, g_object_ref (self));
    }
  update (self);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  const char *subtitle = *tdm_note_get_title (item) ? tdm_note_get_excerpt (item) : "";
  AdwActionRow *row = tdm_plain_row_new (tdm_note_words_title (item), subtitle);
  GtkWidget *check = gtk_check_button_new ();

  adw_action_row_set_subtitle_lines (row, 2);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), NOTE, g_object_ref (item), g_object_unref);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
  g_object_set_data (G_OBJECT (row), CHECK, check);
  return GTK_WIDGET (row);
}

static void
show_questions (TdmAgendaDialog *self)
{
  TdmNotebookState state = tdm_notebook_get_state (tdm_notebook_get_default ());
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_widget_set_visible (self->private_box, state == TDM_NOTEBOOK_UNLOCKED || state == TDM_NOTEBOOK_LOCKED);
  gtk_stack_set_visible_child_name (self->stack, state != TDM_NOTEBOOK_UNLOCKED ? "locked" : n > 0 ? "list" : "none");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmAgendaDialog) self = data;

  if (tdm_notebook_finish (TDM_NOTEBOOK (source), result, NULL) && self->stack)
    show_questions (self);
}

/* --- saving ------------------------------------------------------------- */

static void
put_away_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!tdm_notebook_finish (TDM_NOTEBOOK (source), result, &error))
    tdm_feedback_show_late_error (error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdmAgendaDialog) self = data;
  g_autoptr (TdmMeeting) meeting = self->meeting ? g_object_ref (self->meeting) : NULL;
  g_autoptr (GError) error = NULL;

  if (tdm_dialog_has_failed (self, source, result, &error))
    {
      agenda_dialog_say (self, error->message);
      gtk_widget_set_sensitive (self->save_button, TRUE);
      return;
    }
  if (!meeting || !g_str_equal (tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_QUESTION), self->saving))
    return;
  /* Questions that stand on the agenda now wait in the bin of the notes, should they be missed. */
  for (guint i = 0; i < self->moved->len; i++)
    {
      Moved *moved = &g_array_index (self->moved, Moved, i);

      if (strstr (self->saving, moved->text))
        tdm_notebook_remove_async (tdm_notebook_get_default (), moved->uid, TRUE, put_away_cb, NULL);
    }
}

static void
save_cb (TdmAgendaDialog *self)
{
  g_free (self->saving);
  self->saving = agenda_dialog_get_agenda (self);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  tdm_workspace_commit_async (self->workspace, tdm_meeting_edits_set_agenda (self->meeting, self->saving), saved_cb,
                              g_object_ref (self));
}

/* What was read from the notes and is not saved yet does not outlive them. */
static void
locking_cb (TdmAgendaDialog *self)
{
  if (self->moved->len > 0 || self->n_reading > 0)
    tdm_dialog_discard (GTK_WINDOW (self));
}

/* --- object ------------------------------------------------------------- */

static void
tdm_agenda_dialog_dispose (GObject *object)
{
  TdmAgendaDialog *self = TDM_AGENDA_DIALOG (object);

  /* After text was selected in it, GTK keeps the buffer. */
  if (self->buffer)
    gtk_text_buffer_set_text (self->buffer, "", -1);
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_AGENDA_DIALOG);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_agenda_dialog_parent_class)->dispose (object);
}

static void
tdm_agenda_dialog_finalize (GObject *object)
{
  TdmAgendaDialog *self = TDM_AGENDA_DIALOG (object);

  g_clear_object (&self->meeting);
  g_array_unref (self->moved);
  g_free (self->saving);
  G_OBJECT_CLASS (tdm_agenda_dialog_parent_class)->finalize (object);
}

static void
tdm_agenda_dialog_class_init (TdmAgendaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_agenda_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tdm_agenda_dialog_finalize;

  g_type_ensure (TDM_TYPE_NOTE);
  g_type_ensure (TDM_TYPE_NOTE_FILTER);
  g_type_ensure (TDM_TYPE_UNLOCK_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/agenda-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, private_box);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, unlock_box);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, TdmAgendaDialog, filter);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, tdm_dialog_discard);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_questions);
}

static void
tdm_agenda_dialog_init (TdmAgendaDialog *self)
{
  TdmNotebook *notebook = tdm_notebook_get_default ();

  self->moved = g_array_new (FALSE, FALSE, sizeof (Moved));
  g_array_set_clear_func (self->moved, moved_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_note_clipboard_attach (GTK_TEXT_VIEW (self->text_view));
  gtk_filter_list_model_set_model (self->filtered, tdm_notebook_get_notes (notebook));
  g_signal_connect_object (notebook, "notify::state", G_CALLBACK (show_questions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "locking", G_CALLBACK (locking_cb), self, G_CONNECT_SWAPPED);
}

void
tdm_agenda_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmMeeting *meeting)
{
  TdmAgendaDialog *self = g_object_new (TDM_TYPE_AGENDA_DIALOG, NULL);
  g_autofree char *day = tdm_meeting_words_day (tdm_meeting_get_start (meeting));

  self->workspace = g_object_ref (workspace);
  self->meeting = g_object_ref (meeting);
  tdm_header_title_set_subtitle (self->title, day);
  gtk_text_buffer_set_text (self->buffer, tdm_record_get_text (TDM_RECORD (meeting), TDM_MEETING_QUESTION), -1);
  tdm_note_filter_set_view (self->filter, TDM_NOTE_VIEW_QUESTIONS);
  tdm_note_filter_set_pair (self->filter, tdm_record_get_uid (TDM_RECORD (tdm_meeting_get_pair (meeting))));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->filtered), create_row, NULL, NULL);
  update (self);
  show_questions (self);
  tdm_dialog_open (self, over);
  tdm_dialog_guard (self->text_view);
  gtk_widget_grab_focus (self->text_view);
  tdm_notebook_look_async (tdm_notebook_get_default (), looked_cb, g_object_ref (self));
}
