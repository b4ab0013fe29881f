/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/outbox/tdm-organizer-dialog.h"
#include "app/pairs/tdm-pair-page.h"

#include <glib/gstdio.h>

/* What is opened of messages, and from everywhere */

#define PERSON "Jörn Bönisch"

/* --- messages ------------------------------------------------------------------------------ */

static gpointer
open_outbox_menu (WindowFixture *self)
{
  GtkWindow *outbox = place_open (self->window, "win.show-outbox");

  /* The menu is as wide as the dialog. */
  window_shrink (outbox, &(WindowLook) { .width = 360, .height = 560 });
  return place_open_popover_of (outbox, GTK_TYPE_MENU_BUTTON);
}

static gpointer
open_message (WindowFixture *self)
{
  GtkWindow *outbox = place_go (place_find ("outbox"), self);

  g_assert_true (gtk_widget_activate_action (window_find (outbox, GTK_TYPE_LIST_VIEW, "Messages to Send"),
                                             "list.activate-item", "u", 0));
  window_find (outbox, GTK_TYPE_LABEL, "Subject");
  return outbox;
}

static gpointer
open_mail (WindowFixture *self)
{
  GtkWidget *outbox = place_open (self->window, "win.show-outbox");
  GtkWindow *mail;

  g_assert_true (gtk_widget_activate_action (outbox, "outbox.account", NULL));
  mail = window_find_window ("E-Mail Account");
  return mail;
}

static gpointer
open_organizer (WindowFixture *self)
{
  tdm_organizer_dialog_present (GTK_WIDGET (self->window), tdm_window_get_workspace (self->window), NULL, NULL);
  return place_find_dialog ();
}

static void
take_file (WindowFixture *self, const char *text)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "received.ics");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  tdm_window_take_files (self->window, files);
}

static gpointer
open_inbox (WindowFixture *self)
{
  take_file (self, "This is no calendar.");
  return place_find_dialog ();
}

#define INVITATION                                                                                                     \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\n" \
  "DTSTAMP:20260710T080000Z\r\nSEQUENCE:0\r\nORGANIZER;CN=Kim Vogt:mailto:kim@example.org\r\n"                         \
  "ATTENDEE;CN=Anna Beck;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n%s"                                              \
  "DTSTART;TZID=Europe/Berlin:20260901T120000\r\nDURATION:PT1H\r\nSUMMARY:Tandem Anna and Bo\r\nLOCATION:Room 3\r\n"   \
  "RRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
#define BO "ATTENDEE;CN=Bo Chen;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org\r\n"

static gpointer
open_join (WindowFixture *self)
{
  g_autofree char *text = g_strdup_printf (INVITATION, BO);

  take_file (self, text);
  return place_find_dialog ();
}

static gpointer
open_join_question (WindowFixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.join-tandem", NULL));
  return place_find_question ();
}

static gpointer
open_no_tandem (WindowFixture *self)
{
  take_file (self, "Milk, bread");
  return place_find_question ();
}

static gpointer
go_my_tandem (WindowFixture *self)
{
  GtkWindow *dialog = open_join (self);

  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON,
                        window_is_german () ? "Bo Chen lernt von Anna Beck" : "Bo Chen learns from Anna Beck"));
  hand_click (eye_find (dialog, GTK_TYPE_CHECK_BUTTON, "Bo Chen"));
  window_click_on (dialog, "_Begin");
  eye_find (self->window, TDM_TYPE_PAIR_PAGE, NULL);
  window_settle (self);
  return NULL;
}

/* --- what is of all windows ---------------------------------------------------------------- */

static gpointer
open_about_program (WindowFixture *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self->window))), "about",
                                  NULL);
  return place_find_dialog ();
}

static gpointer
open_export_result (WindowFixture *self)
{
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "invitations");

  window_change_person (self, PERSON, TDM_PERSON_EMAIL, "");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.export-round", NULL));
  hand_choose_file (window_find_window ("Folder for the Invitations"), folder);
  return place_find_question ();
}

const Place places_messages[] = {
  { "page-my-tandem", PLACE_FIRST, go_my_tandem },
  { "outbox", PLACE_SAMPLE, NULL, "win.show-outbox", .of = "outbox/tdm-outbox-dialog.c" },
  { "outbox-message", PLACE_SAMPLE, open_message },
  { "outbox-menu", PLACE_SAMPLE, open_outbox_menu },
  { "organizer", PLACE_SAMPLE, open_organizer, .of = "outbox/tdm-organizer-dialog.c" },
  { "mail", PLACE_SAMPLE, open_mail, .of = "outbox/tdm-mail-dialog.c" },
  { "inbox", PLACE_SAMPLE, open_inbox, .of = "outbox/tdm-inbox-dialog.c" },
  { "join", PLACE_FIRST, open_join, .of = "shell/tdm-join-dialog.c" },
  { "join-question", PLACE_FIRST, open_join_question, .of = "shell/tdm-window-join.c" },
  { "no-tandem", PLACE_FIRST, open_no_tandem, .of = "shell/tdm-window-join.c" },
  { "export-result", PLACE_SAMPLE, open_export_result, .of = "shell/tdm-window-export.c" },
  { "shortcuts", PLACE_SAMPLE, NULL, "win.show-help-overlay", .of = "help-overlay.ui", .is_foreign = TRUE },
  { "about", PLACE_SAMPLE, open_about_program, .is_foreign = TRUE },
  { NULL },
};
