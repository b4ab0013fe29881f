/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-application.h"

#include "app/common/tdm-dialog-guard.h"
#include "app/common/tdm-feedback.h"
#include "app/common/tdm-header-title.h"
#include "app/common/tdm-menu-names.h"
#include "app/common/tdm-menu-room.h"
#include "app/common/tdm-question-room.h"
#include "app/common/tdm-text-button.h"
#include "app/notes/tdm-notes-guard.h"
#include "app/shell/tdm-window.h"
#include "base/tdm-i18n.h"
#include "tdm-app-resources.h"

/* The program: one process for all its windows, each with a programme file of its own. */

struct _TdmApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmApplication, tdm_application, ADW_TYPE_APPLICATION)

static void
tdm_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!window)
    {
      window = GTK_WINDOW (tdm_window_new (ADW_APPLICATION (application)));
      tdm_window_open_last (TDM_WINDOW (window));
    }
  gtk_window_present (window);
}

/* Mails and calendars go to the programme that is open, or was open last. */
static gboolean
is_answer (GFile *file)
{
  static const char *const suffixes[] = { ".eml", ".ics", ".ical", ".ifb", ".mbox" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      return TRUE;
  return FALSE;
}

static void
take_answers (GApplication *application, GPtrArray *files)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window)
    window = tdm_feedback_find_window (window);
  if (!TDM_IS_WINDOW (window))
    {
      window = GTK_WINDOW (tdm_window_new (ADW_APPLICATION (application)));
      tdm_window_open_last (TDM_WINDOW (window));
    }
  tdm_window_take_files (TDM_WINDOW (window), files);
  gtk_window_present (window);
}

static void
tdm_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    {
      TdmWindow *window = is_answer (files[i]) ? NULL : tdm_window_find (GTK_APPLICATION (application), files[i]);

      if (is_answer (files[i]))
        {
          g_ptr_array_add (answers, g_object_ref (files[i]));
          continue;
        }

      if (!window)
        {
          window = tdm_window_new (ADW_APPLICATION (application));
          tdm_window_open_file (window, files[i]);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
  if (answers->len > 0)
    take_answers (application, answers);
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", "Tandem",
                         "application-icon", TANDEM_APP_ID,
                         "version", TANDEM_VERSION,
                         "developer-name", _ ("The Tandem authors"),
                         "comments", _ ("Run rounds of reverse mentoring: people, tandems, goals and meetings."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your name here, it is shown in the window about the program */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* Closing a window may take its dialogs with it. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (data), (GCopyFunc) (GCallback) g_object_ref, NULL);

  /* What stays for what was entered in a dialog stays as it is. */
  for (GList *l = windows; l; l = l->next)
    if (!tdm_dialog_guard_keeps (tdm_feedback_find_window (l->data)))
      gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

/* All shortcuts of the program and its windows. What only works on one row is bound in the class of that row. */
static void
set_shortcuts (GtkApplication *application)
{
  static const struct { const char *action; const char *keys[3]; } shortcuts[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.search", { "<Control>f" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.open", { "<Control>o" } },
    { "win.new-pair", { "<Control>n" } },
    { "win.new-person", { "<Control><Shift>n" } },
    { "win.back", { "<Alt>Left" } },
    { "win.next-part", { "F6" } },
    { "win.previous-part", { "<Shift>F6" } },
    { "win.show-page::pairs", { "<Alt>1" } },
    { "win.show-page::people", { "<Alt>2" } },
    { "win.show-page::meetings", { "<Alt>3" } },
    { "win.show-page::notes", { "<Alt>4" } },
    { "win.show-page::round", { "<Alt>5" } },
    { "win.new-note", { "<Control><Alt>n" } },
    { "win.lock-notes", { "<Control>l" } },
    { "win.tandems-view::cards", { "<Control>1" } },
    { "win.tandems-view::table", { "<Control>2" } },
    { "win.plan-meetings", { "<Control>m" } },
    { "win.export-invitation", { "<Control>e" } },
    { "win.show-outbox", { "<Control><Shift>m" } },
    { "win.open-answers", { "<Control><Shift>o" } },
    { "win.paste-answers", { "<Control><Shift>v" } },
    { "win.show-help-overlay", { "<Control>question", "F1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

static void
show_icon_cb (gpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  /* The default does not reach windows that are shown already. */
  gtk_window_set_default_icon_name (TANDEM_APP_ID);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      gtk_window_set_icon_name (window, TANDEM_APP_ID);
    }
}

static void
tdm_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = show_about },
    { .name = "quit", .activate = quit },
  };

  G_APPLICATION_CLASS (tdm_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_shortcuts (GTK_APPLICATION (application));
  /* In the headers of all dialogs */
  g_type_ensure (TDM_TYPE_HEADER_TITLE);
  g_type_ensure (TDM_TYPE_TEXT_BUTTON);
  tdm_menu_names_keep ();
  tdm_menu_room_keep ();
  tdm_question_room_keep ();
  /* Task lists of an X server get a picture. To draw it takes as long as to fill a window: that comes first. */
  g_timeout_add_once (1000, show_icon_cb, NULL);
  tdm_notes_guard_start (GTK_APPLICATION (application));
}

static void
tdm_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (tdm_application_parent_class)->shutdown (application);
  /* The windows are gone: what they had to save is on its way. */
  tdm_notes_guard_stop ();
}

static void
tdm_application_class_init (TdmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = tdm_application_startup;
  application_class->activate = tdm_application_activate;
  application_class->open = tdm_application_open;
  application_class->shutdown = tdm_application_shutdown;
}

static void
tdm_application_init (TdmApplication *self)
{
}

/* The first one in a process makes ready what all windows need: language and resources. */
TdmApplication *
tdm_application_new (GApplicationFlags flags)
{
  tdm_i18n_init ();
  g_resources_register (tdm_app_get_resource ());
  g_set_application_name ("Tandem");
  return g_object_new (TDM_TYPE_APPLICATION,
                       "application-id", TANDEM_APP_ID,
                       "flags", flags,
                       "resource-base-path", "/org/tandemapp/Tandem",
                       NULL);
}

int
tdm_application_main (int argc, char **argv)
{
  g_autoptr (TdmApplication) application = tdm_application_new (G_APPLICATION_HANDLES_OPEN);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
