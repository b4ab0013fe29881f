/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "places.h"

#include "app/common/tdm-chooser-row.h"
#include "app/common/tdm-date-row.h"
#include "app/common/tdm-due-button.h"
#include "app/common/tdm-topic-row.h"
#include "app/common/tdm-zone-row.h"
#include "app/goals/tdm-goal-row.h"
#include "app/meetings/tdm-agenda-row.h"
#include "app/meetings/tdm-meeting-row.h"
#include "app/meetings/tdm-month-day.h"
#include "app/notes/tdm-note-row.h"
#include "app/pairs/tdm-pair-page.h"
#include "app/people/tdm-person-page.h"
#include "app/people/tdm-person-row.h"
#include "app/people/tdm-wish-row.h"
#include "app/round/tdm-catalogue-row.h"
#include "app/round/tdm-participant-row.h"
#include "app/round/tdm-topics-view.h"
#include "base/tdm-i18n.h"
#include "round-fixture.h"

#include <glib/gstdio.h>

#define TANDEM "Bönisch"
#define PERSON "Jörn Bönisch"
#define BACKED_UP "The notes were backed up. The copy opens with your passphrase."

/* --- ways that several have in common ------------------------------------------------------ */

static gpointer
find_question (void)
{
  return eye_find (NULL, ADW_TYPE_MESSAGE_DIALOG, NULL);
}

/* The dialog that is over the window */
static gboolean
is_over (gpointer data)
{
  g_autoptr (GPtrArray) windows = eye_windows ();
  GtkWidget **found = data;

  for (guint i = 0; i < windows->len; i++)
    if (gtk_window_get_transient_for (windows->pdata[i]))
      *found = windows->pdata[i];
  return *found != NULL;
}

static gpointer
find_dialog (void)
{
  GtkWidget *found = NULL;

  eye_wait (is_over, &found, "a dialog");
  return found;
}

static gpointer
run (WindowFixture *self, GType type, const char *action)
{
  GtkWidget *widget = type ? eye_find (self->window, type, NULL) : GTK_WIDGET (self->window);

  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  eye_settle ();
  return NULL;
}

static gpointer
open_by (WindowFixture *self, GType type, const char *action)
{
  run (self, type, action);
  return find_dialog ();
}

static gpointer
find_popover (gpointer root)
{
  return eye_find (root, GTK_TYPE_POPOVER, NULL);
}

/* The popover of the only, or first, widget of a type */
static gpointer
open_popover_of (gpointer root, GType type)
{
  GtkWidget *widget = eye_find (root, type, NULL);
  GtkWidget *button = GTK_IS_MENU_BUTTON (widget) ? widget : eye_find (widget, GTK_TYPE_MENU_BUTTON, NULL);

  return hand_open_menu (button);
}

static gpointer
open_menu (gpointer root, const char *english)
{
  return window_open_menu (root, english);
}

/* --- pages --------------------------------------------------------------------------------- */

static gpointer
stay (WindowFixture *self)
{
  return NULL;
}

static gpointer
go_sidebar (WindowFixture *self)
{
  return run (self, 0, "win.show-sidebar");
}

static gpointer
go_table (WindowFixture *self)
{
  window_choose (self->window, "Main Menu", "Tab_le");
  eye_find (self->window, GTK_TYPE_COLUMN_VIEW, NULL);
  return NULL;
}

static gpointer
go_pairs_selecting (WindowFixture *self)
{
  window_choose (self->window, "Main Menu", "Select Tan_dems");
  return NULL;
}

static gpointer
search_in_vain (WindowFixture *self, const char *key)
{
  window_press (self, key);
  window_press (self, "<Control>f");
  hand_fill (eye_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL), "Zzyzx");
  window_settle (self);
  return NULL;
}

static gpointer
go_pairs_in_vain (WindowFixture *self)
{
  return search_in_vain (self, "<Alt>1");
}

static gpointer
go_tandem (WindowFixture *self)
{
  window_open_tandem (self, TANDEM);
  return NULL;
}

static gpointer
go_tandem_below (WindowFixture *self)
{
  go_tandem (self);
  hand_reach (eye_find (self->window, TDM_TYPE_MEETING_ROW, NULL));
  return NULL;
}

static gpointer
go_people (WindowFixture *self)
{
  window_press (self, "<Alt>2");
  eye_find (self->window, TDM_TYPE_PERSON_ROW, NULL);
  return NULL;
}

static gpointer
go_people_in_vain (WindowFixture *self)
{
  return search_in_vain (self, "<Alt>2");
}

static gpointer
go_person (WindowFixture *self)
{
  window_open_person (self, PERSON);
  return NULL;
}

static gpointer
go_meetings (WindowFixture *self)
{
  window_press (self, "<Alt>3");
  eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL);
  return NULL;
}

static gpointer
go_month (WindowFixture *self)
{
  go_meetings (self);
  hand_click (window_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "Month"));
  eye_find (self->window, TDM_TYPE_MONTH_DAY, NULL);
  window_settle (self);
  return NULL;
}

static gpointer
go_round (WindowFixture *self)
{
  round_go (self);
  return NULL;
}

static gpointer
go_round_selecting (WindowFixture *self)
{
  round_go (self);
  round_choose (self, "Se_lect People");
  window_click_on (self->window, "Select All or None");
  return NULL;
}

static gpointer
go_topics (WindowFixture *self)
{
  g_autofree char *topics = window_word ("Topics");

  window_press (self, "<Alt>5");
  hand_click (eye_find (self->window, g_type_from_name ("AdwViewSwitcherButton"), topics));
  eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL);
  return NULL;
}

static gpointer
go_topics_selecting (WindowFixture *self)
{
  go_topics (self);
  window_choose (eye_find (self->window, TDM_TYPE_TOPICS_VIEW, NULL), "Menu of the Catalogue", "Se_lect Topics");
  eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL);
  return NULL;
}

static gpointer
go_new_programme (WindowFixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "new.tandem");

  run (self, 0, "win.new-programme");
  hand_choose_file (window_find_window ("New Programme"), path);
  window_find_window ("Programme");
  window_close_others (self, NULL);
  window_settle (self);
  return NULL;
}

static gpointer
go_no_people (WindowFixture *self)
{
  go_new_programme (self);
  window_press (self, "<Alt>2");
  return NULL;
}

static gpointer
go_no_meetings (WindowFixture *self)
{
  go_new_programme (self);
  window_press (self, "<Alt>3");
  return NULL;
}

static gpointer
go_no_round (WindowFixture *self)
{
  go_new_programme (self);
  window_press (self, "<Alt>5");
  return NULL;
}

static gpointer
go_no_topics (WindowFixture *self)
{
  g_autofree char *topics = window_word ("Topics");

  go_no_round (self);
  hand_click (eye_find (self->window, g_type_from_name ("AdwViewSwitcherButton"), topics));
  return NULL;
}

static gpointer
go_new_person (WindowFixture *self)
{
  TdmPerson *person = tdm_record_new (TDM_TYPE_PERSON);
  g_autofree char *uid = g_uuid_string_random ();
  TdmEdit *edit = NULL;

  tdm_record_set_uid (TDM_RECORD (person), uid);
  tdm_record_set_text (TDM_RECORD (person), TDM_PERSON_NAME, "Zoe Zett");
  edit = tdm_edit_new_save (person);
  window_commit (self, edit);
  g_object_unref (person);
  window_open_person (self, "Zoe Zett");
  return NULL;
}

/* --- the programme and its rounds ---------------------------------------------------------- */

static gpointer
open_programme (WindowFixture *self)
{
  return open_by (self, 0, "win.edit-programme");
}

static gpointer
open_copy_programme (WindowFixture *self)
{
  return open_by (self, 0, "win.copy-programme");
}

static gpointer
open_new_round (WindowFixture *self)
{
  return open_by (self, 0, "win.new-round");
}

static gpointer
open_copy_round (WindowFixture *self)
{
  return open_by (self, 0, "win.copy-round");
}

static gpointer
open_round (WindowFixture *self)
{
  round_go (self);
  round_choose (self, "E_dit Round…");
  return find_dialog ();
}

static gpointer
open_add_people (WindowFixture *self)
{
  round_go (self);
  window_choose (self->window, "Add People", "People of the _Programme…");
  return find_dialog ();
}

static gpointer
open_new_participant (WindowFixture *self)
{
  round_go (self);
  hand_click_on (open_menu (self->window, "Add People"), WINDOW_TYPE_ITEM,
                 window_is_german () ? "Neue Person als Mentor:in …" : "New Person as Mentor…");
  return find_dialog ();
}

static gpointer
open_participation (WindowFixture *self)
{
  round_go (self);
  window_click_on (eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL), "Edit Participation…");
  return find_dialog ();
}

static gpointer
open_people_state (WindowFixture *self)
{
  go_round_selecting (self);
  window_choose (self->window, "Change…", "_State…");
  return find_question ();
}

static gpointer
open_switcher (WindowFixture *self)
{
  run (self, 0, "win.show-sidebar");
  return round_open_switcher (self);
}

static gpointer
open_people_filter (WindowFixture *self)
{
  round_go (self);
  return hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
}

static gpointer
open_participant_menu (WindowFixture *self)
{
  GtkWidget *row;

  round_go (self);
  row = eye_find (self->window, TDM_TYPE_PARTICIPANT_ROW, NULL);
  hand_reach (row);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  window_press (self, "<Shift>F10");
  return find_popover (row);
}

static gpointer
open_states_menu (WindowFixture *self)
{
  round_go (self);
  return open_menu (self->window, "Other States");
}

static gpointer
open_add_people_menu (WindowFixture *self)
{
  round_go (self);
  return open_menu (self->window, "Add People");
}

static gpointer
open_change_people_menu (WindowFixture *self)
{
  go_round_selecting (self);
  return open_menu (self->window, "Change…");
}

static gpointer
open_round_menu (WindowFixture *self)
{
  round_go (self);
  return open_menu (self->window, "Main Menu");
}

/* --- topics -------------------------------------------------------------------------------- */

static gpointer
open_topic_people (WindowFixture *self)
{
  go_topics (self);
  hand_click (gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL)));
  return find_dialog ();
}

static void
change_topic (WindowFixture *self, const char *action)
{
  g_autofree char *uid = NULL;

  go_topics (self);
  uid = window_ask (self, "SELECT uid FROM topic ORDER BY length (title) DESC");
  g_assert_true (gtk_widget_activate_action (eye_find (self->window, TDM_TYPE_TOPICS_VIEW, NULL), action, "s", uid));
}

static gpointer
open_topic (WindowFixture *self)
{
  change_topic (self, "topics.edit");
  return find_question ();
}

static gpointer
open_merge (WindowFixture *self)
{
  change_topic (self, "topics.merge");
  return find_question ();
}

static gpointer
open_area (WindowFixture *self)
{
  change_topic (self, "topics.move");
  return find_question ();
}

static gpointer
open_topic_menu (WindowFixture *self)
{
  GtkWidget *row;

  go_topics (self);
  row = gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_CATALOGUE_ROW, NULL));
  gtk_widget_grab_focus (row);
  window_press (self, "<Shift>F10");
  return find_popover (eye_find (self->window, TDM_TYPE_TOPICS_VIEW, NULL));
}

static gpointer
open_catalogue_menu (WindowFixture *self)
{
  go_topics (self);
  return open_menu (self->window, "Menu of the Catalogue");
}

/* --- people -------------------------------------------------------------------------------- */

static gpointer
open_new_person (WindowFixture *self)
{
  return open_by (self, 0, "win.new-person");
}

static gpointer
open_person (WindowFixture *self)
{
  go_person (self);
  return open_by (self, TDM_TYPE_PERSON_PAGE, "person.edit");
}

static gpointer
open_chooser (WindowFixture *self)
{
  GtkWidget *row = eye_find (open_person (self), TDM_TYPE_CHOOSER_ROW, NULL);

  hand_click (row);
  return find_popover (row);
}

static gpointer
open_zone (WindowFixture *self)
{
  GtkWidget *row = eye_find (open_person (self), TDM_TYPE_ZONE_ROW, NULL);

  hand_click (row);
  return find_popover (row);
}

static gpointer
open_wish (WindowFixture *self)
{
  go_person (self);
  return open_by (self, TDM_TYPE_WISH_ROW, "wish.edit");
}

static gpointer
open_wish_menu (WindowFixture *self)
{
  go_person (self);
  return open_popover_of (self->window, TDM_TYPE_WISH_ROW);
}

static gpointer
open_person_menu (WindowFixture *self)
{
  go_person (self);
  return open_popover_of (eye_find (self->window, TDM_TYPE_PERSON_PAGE, NULL), GTK_TYPE_MENU_BUTTON);
}

static gpointer
open_department_filter (WindowFixture *self)
{
  go_people (self);
  return hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter"));
}

static gpointer
open_person_participation (WindowFixture *self)
{
  go_person (self);
  hand_click (eye_find (self->window, GTK_TYPE_BUTTON, window_is_german () ? "^„.*“ bearbeiten …" : "^Edit “.*”…"));
  return find_dialog ();
}

/* --- tandems ------------------------------------------------------------------------------- */

static gpointer
open_new_pair (WindowFixture *self)
{
  return open_by (self, 0, "win.new-pair");
}

static gpointer
open_new_pair_topic (WindowFixture *self)
{
  GtkWindow *dialog = open_new_pair (self);
  GtkWidget *row = eye_find (dialog, TDM_TYPE_TOPIC_ROW, NULL);

  /* The topics are as wide as the row. */
  window_shrink (dialog, &(WindowLook) { .width = 360, .height = 560 });
  hand_fill (row, "Co");
  return find_popover (row);
}

static gpointer
open_pairs_filter (WindowFixture *self)
{
  return hand_open_menu (window_find (self->window, GTK_TYPE_MENU_BUTTON, "Filter and Sort"));
}

static gpointer
open_pairs_menu (WindowFixture *self)
{
  return open_menu (self->window, "Main Menu");
}

static gpointer
open_pair_menu (WindowFixture *self)
{
  go_tandem (self);
  return open_menu (self->window, "Menu of the Tandem");
}

static gpointer
open_of_pair (WindowFixture *self, const char *action)
{
  go_tandem (self);
  return open_by (self, TDM_TYPE_PAIR_PAGE, action);
}

static gpointer
open_change_people (WindowFixture *self)
{
  return open_of_pair (self, "pair.change-people");
}

static gpointer
open_pause (WindowFixture *self)
{
  return open_of_pair (self, "pair.pause");
}

static gpointer
open_extend (WindowFixture *self)
{
  return open_of_pair (self, "pair.extend");
}

static gpointer
open_end (WindowFixture *self)
{
  return open_of_pair (self, "pair.end");
}

static gpointer
open_remove (WindowFixture *self)
{
  return open_of_pair (self, "pair.remove");
}

/* As a tandem is that somebody has only thought of */
static gpointer
open_of_proposed (WindowFixture *self, const char *action)
{
  g_autofree char *uid =
    window_ask (self, "SELECT pair.uid FROM pair JOIN person ON person.id = mentee WHERE name = '" PERSON "' AND state = 'active'");
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  TdmRecord *pair = tdm_workspace_find_uid (workspace, tdm_workspace_get_pairs (workspace), uid);
  TdmEdit *edit = tdm_edit_new ("Proposed");

  tdm_record_set_code (tdm_edit_update (edit, pair), TDM_PAIR_STATE, "proposed");
  window_commit (self, edit);
  return open_of_pair (self, action);
}

static gpointer
open_activate (WindowFixture *self)
{
  return open_of_proposed (self, "pair.activate");
}

static gpointer
open_decline (WindowFixture *self)
{
  return open_of_proposed (self, "pair.decline");
}

static gpointer
open_terms_date (WindowFixture *self)
{
  go_tandem (self);
  return open_popover_of (self->window, TDM_TYPE_DATE_ROW);
}

static gpointer
open_event (WindowFixture *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  go_tandem (self);
  rows = eye_look_all (self->window, ADW_TYPE_ACTION_ROW, NULL);
  for (guint i = rows->len; i > 0; i--)
    if (g_object_get_data (rows->pdata[i - 1], "event"))
      {
        hand_click (rows->pdata[i - 1]);
        return find_dialog ();
      }
  g_assert_not_reached ();
}

/* --- goals --------------------------------------------------------------------------------- */

static gpointer
open_goal (WindowFixture *self)
{
  go_tandem (self);
  return open_by (self, TDM_TYPE_GOAL_ROW, "item.details");
}

static gpointer
open_sharing (WindowFixture *self)
{
  return open_of_pair (self, "pair.share-goals");
}

static gpointer
open_due (WindowFixture *self)
{
  go_tandem (self);
  return open_popover_of (self->window, TDM_TYPE_DUE_BUTTON);
}

static gpointer
open_goal_menu (WindowFixture *self)
{
  go_tandem (self);
  return open_menu (self->window, "More");
}

static gpointer
open_goal_state (WindowFixture *self)
{
  go_tandem (self);
  return open_popover_of (self->window, TDM_TYPE_GOAL_ROW);
}

/* --- meetings ------------------------------------------------------------------------------ */

static gpointer
open_plan (WindowFixture *self)
{
  return open_of_pair (self, "pair.plan");
}

static gpointer
open_kinds (WindowFixture *self)
{
  return open_of_pair (self, "pair.kinds");
}

static GtkWidget *
find_next_meeting (WindowFixture *self)
{
  go_tandem (self);
  return eye_find (self->window, TDM_TYPE_MEETING_ROW, "^.*September 2026");
}

static gpointer
open_of_meeting (WindowFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (find_next_meeting (self), action, NULL));
  return find_dialog ();
}

static gpointer
open_meeting (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.details");
}

static gpointer
open_held_meeting (WindowFixture *self)
{
  go_tandem (self);
  hand_click (eye_find (self->window, TDM_TYPE_MEETING_ROW, window_is_german () ? "^Donnerstag, 18. Juni 2026"
                                                                              : "^Thursday, 18 June 2026"));
  return find_dialog ();
}

static gpointer
open_move (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.move");
}

static gpointer
open_follow (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.follow");
}

static gpointer
open_agenda (WindowFixture *self)
{
  return open_of_meeting (self, "meeting.agenda");
}

static gpointer
open_meeting_menu (WindowFixture *self)
{
  return open_menu (find_next_meeting (self), "More About This Meeting");
}

static gpointer
open_agenda_row_menu (WindowFixture *self)
{
  GtkWidget *row;

  go_meetings (self);
  row = gtk_widget_get_parent (eye_find (self->window, TDM_TYPE_AGENDA_ROW, NULL));
  gtk_widget_grab_focus (row);
  window_press (self, "<Shift>F10");
  return find_popover (self->window);
}

static gpointer
open_day (WindowFixture *self)
{
  g_autoptr (GPtrArray) days = NULL;

  go_month (self);
  days = eye_look_all (self->window, TDM_TYPE_MONTH_DAY, NULL);
  hand_click (days->pdata[15]);
  /* Where the text is large, what a day has stands below the month. */
  return eye_look (self->window, GTK_TYPE_POPOVER, NULL);
}

/* --- messages ------------------------------------------------------------------------------ */

static gpointer
open_outbox (WindowFixture *self)
{
  return open_by (self, 0, "win.show-outbox");
}

static gpointer
open_outbox_menu (WindowFixture *self)
{
  GtkWindow *outbox = open_outbox (self);

  /* The menu is as wide as the dialog. */
  window_shrink (outbox, &(WindowLook) { .width = 360, .height = 560 });
  return open_popover_of (outbox, GTK_TYPE_MENU_BUTTON);
}

static gpointer
open_mail (WindowFixture *self)
{
  GtkWidget *outbox = open_outbox (self);
  GtkWindow *mail;

  g_assert_true (gtk_widget_activate_action (outbox, "outbox.account", NULL));
  mail = window_find_window ("Mail Account");
  return mail;
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
  return find_dialog ();
}

#define INVITATION                                                                                                             \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\n"        \
  "DTSTAMP:20260710T080000Z\r\nSEQUENCE:0\r\nORGANIZER;CN=Kim Vogt:mailto:kim@example.org\r\n"                                \
  "ATTENDEE;CN=Anna Beck;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n%s"                                                      \
  "DTSTART;TZID=Europe/Berlin:20260901T120000\r\nDURATION:PT1H\r\nSUMMARY:Tandem Anna and Bo\r\nLOCATION:Room 3\r\n"          \
  "RRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
#define BO "ATTENDEE;CN=Bo Chen;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org\r\n"

static gpointer
open_join (WindowFixture *self)
{
  g_autofree char *text = g_strdup_printf (INVITATION, BO);

  take_file (self, text);
  return find_dialog ();
}

static gpointer
open_no_tandem (WindowFixture *self)
{
  take_file (self, "Milk, bread");
  return find_question ();
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

/* --- private notes ------------------------------------------------------------------------- */

static gpointer
go_notes_first (WindowFixture *self)
{
  window_press (self, "<Alt>4");
  window_find (self->window, GTK_TYPE_BUTTON, "_Set Up…");
  return NULL;
}

static gpointer
open_set_up (WindowFixture *self)
{
  go_notes_first (self);
  window_click_on (self->window, "_Set Up…");
  return find_dialog ();
}

static gpointer
open_set_up_code (WindowFixture *self)
{
  GtkWindow *dialog = open_set_up (self);

  window_fill (dialog, "New Passphrase", NOTES_PASSPHRASE);
  window_fill (dialog, "Once More", NOTES_PASSPHRASE);
  window_click_on (dialog, "_Next");
  eye_find (dialog, GTK_TYPE_LABEL, "^[0-9A-Z]{4}-");
  return dialog;
}

static gpointer
open_set_up_typing (WindowFixture *self)
{
  GtkWindow *dialog = open_set_up_code (self);

  window_click_on (dialog, "_Next");
  eye_find (dialog, ADW_TYPE_ENTRY_ROW, window_is_german () ? "^Gruppe" : "^Group");
  return dialog;
}

static gpointer
open_short_passphrase (WindowFixture *self)
{
  GtkWindow *dialog = open_set_up (self);

  window_fill (dialog, "New Passphrase", "abc");
  window_fill (dialog, "Once More", "abc");
  window_click_on (dialog, "_Next");
  return find_question ();
}

static gpointer
go_notes (WindowFixture *self)
{
  notes_write (self, "First talk", "We spoke about trust, and about who speaks first.");
  return NULL;
}

static gpointer
go_notes_locked (WindowFixture *self)
{
  notes_lock (self);
  return NULL;
}

static gpointer
open_notes_menu (WindowFixture *self)
{
  return open_menu (self->window, "Menu of the Notes");
}

static GtkWindow *
open_keys_dialog (WindowFixture *self)
{
  window_choose (self->window, "Menu of the Notes", "_Keys and Protection…");
  return window_find_window ("Keys and Protection");
}

static gpointer
open_keys (WindowFixture *self)
{
  return open_keys_dialog (self);
}

static gpointer
open_keyring (WindowFixture *self)
{
  hand_click (window_find (open_keys_dialog (self), GTK_TYPE_SWITCH, "Login Keyring"));
  return find_question ();
}

static gpointer
open_passphrase (WindowFixture *self)
{
  hand_click (window_find (open_keys_dialog (self), GTK_TYPE_LIST_BOX_ROW, "Change the Passphrase"));
  return window_find_window ("Change Passphrase");
}

static gpointer
open_new_code (WindowFixture *self)
{
  hand_click (window_find (open_keys_dialog (self), GTK_TYPE_LIST_BOX_ROW, "New Recovery Code"));
  return window_find_window ("New Recovery Code");
}

static gpointer
open_restore (WindowFixture *self)
{
  g_autofree char *path = tdm_test_folder_join (&self->folder, "notes.vault");

  window_choose (self->window, "Menu of the Notes", "Back _Up the Notes…");
  hand_choose_file (window_find_window ("Back Up the Notes"), path);
  window_wait_toast (self, BACKED_UP);
  window_choose (self->window, "Menu of the Notes", "_Restore a Backup…");
  hand_choose_file (window_find_window ("Restore a Backup"), path);
  return window_find_window ("Restore a Backup");
}

static gpointer
open_earlier (WindowFixture *self)
{
  go_notes (self);
  window_click_on (self->window, "Earlier Versions");
  return window_find_window ("Earlier Versions");
}

static gpointer
open_about (WindowFixture *self)
{
  go_notes (self);
  window_click_on (self->window, "Which tandem?");
  return window_find_window ("What the Note Is About");
}

static gpointer
open_notes_agenda (WindowFixture *self)
{
  notes_write (self, "What do you call success?", "In numbers, or otherwise?");
  window_click_on (self->window, "Question to Ask");
  notes_wait_saved (self);
  return open_agenda (self);
}

static gpointer
open_delete (WindowFixture *self)
{
  go_notes (self);
  window_click_on (self->window, "Move to the Bin");
  window_choose (self->window, "Menu of the Notes", "_Bin");
  notes_open (self, "First talk");
  window_click_on (self->window, "Delete for Ever");
  return find_question ();
}

static gpointer
open_destroy (WindowFixture *self)
{
  window_choose (self->window, "Menu of the Notes", "_Destroy All Notes…");
  return find_question ();
}

static gpointer
open_notes_export (WindowFixture *self)
{
  window_choose (self->window, "Menu of the Notes", "_Export as Text…");
  return find_question ();
}

static gpointer
open_farewell (WindowFixture *self)
{
  go_tandem (self);
  window_click_on (self->window, "New Private Note…");
  window_fill (self->window, "Title", "Between us");
  notes_wait_saved (self);
  window_click_on (open_of_pair (self, "pair.end"), "_End");
  eye_find_label (NULL, window_is_german () ? "Was wird aus Ihrer privaten Notiz?" : "What About Your Private Note?");
  return find_question ();
}

/* --- what is of all windows ---------------------------------------------------------------- */

static gpointer
open_shortcuts (WindowFixture *self)
{
  return open_by (self, 0, "win.show-help-overlay");
}

static gpointer
open_about_program (WindowFixture *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self->window))), "about", NULL);
  return find_dialog ();
}

static gpointer
open_export_result (WindowFixture *self)
{
  g_autofree char *uid = window_ask (self, "SELECT uid FROM person WHERE name = '" PERSON "'");
  g_autofree char *folder = tdm_test_folder_join (&self->folder, "invitations");
  TdmWorkspace *workspace = tdm_window_get_workspace (self->window);
  TdmEdit *edit = tdm_edit_new ("No address");

  tdm_record_set_text (tdm_edit_update (edit, tdm_workspace_find_uid (workspace, tdm_workspace_get_people (workspace), uid)),
                       TDM_PERSON_EMAIL, "");
  window_commit (self, edit);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  run (self, 0, "win.export-round");
  hand_choose_file (window_find_window ("Folder for the Invitations"), folder);
  return find_question ();
}

const Place places[] = {
  { "page-tandems", PLACE_SAMPLE, stay, NULL },
  { "page-sidebar", PLACE_SAMPLE, go_sidebar, NULL },
  { "page-table", PLACE_SAMPLE, go_table, NULL },
  { "page-tandems-selecting", PLACE_SAMPLE, go_pairs_selecting, NULL },
  { "page-tandems-nothing-found", PLACE_SAMPLE, go_pairs_in_vain, NULL },
  { "page-tandem", PLACE_SAMPLE, go_tandem, NULL },
  { "page-tandem-meetings", PLACE_SAMPLE, go_tandem_below, NULL },
  { "page-people", PLACE_SAMPLE, go_people, NULL },
  { "page-people-nothing-found", PLACE_SAMPLE, go_people_in_vain, NULL },
  { "page-person", PLACE_SAMPLE, go_person, NULL },
  { "page-person-new", PLACE_SAMPLE, go_new_person, NULL },
  { "page-meetings", PLACE_SAMPLE, go_meetings, NULL },
  { "page-month", PLACE_SAMPLE, go_month, NULL },
  { "page-round", PLACE_SAMPLE, go_round, NULL },
  { "page-round-selecting", PLACE_SAMPLE, go_round_selecting, NULL },
  { "page-topics", PLACE_SAMPLE, go_topics, NULL },
  { "page-topics-selecting", PLACE_SAMPLE, go_topics_selecting, NULL },
  { "page-notes-first", PLACE_SAMPLE, go_notes_first, NULL },
  { "page-notes", PLACE_NOTES, go_notes, NULL },
  { "page-notes-locked", PLACE_NOTES, go_notes_locked, NULL },
  { "page-welcome", PLACE_FIRST, stay, NULL },
  { "page-my-tandem", PLACE_FIRST, go_my_tandem, NULL },
  { "page-no-tandems", PLACE_FIRST, go_new_programme, NULL },
  { "page-no-people", PLACE_FIRST, go_no_people, NULL },
  { "page-no-meetings", PLACE_FIRST, go_no_meetings, NULL },
  { "page-no-round", PLACE_FIRST, go_no_round, NULL },
  { "page-no-topics", PLACE_FIRST, go_no_topics, NULL },

  { "programme", PLACE_SAMPLE, open_programme, "shell/tdm-programme-dialog.c" },
  { "copy-programme", PLACE_SAMPLE, open_copy_programme, "shell/tdm-programme-copy-dialog.c" },
  { "new-round", PLACE_SAMPLE, open_new_round, "round/tdm-round-dialogs.c" },
  { "round", PLACE_SAMPLE, open_round, "round/tdm-round-dialogs.c" },
  { "copy-round", PLACE_SAMPLE, open_copy_round, "round/tdm-round-copy-dialog.c" },
  { "add-people", PLACE_SAMPLE, open_add_people, "round/tdm-round-people-dialog.c" },
  { "new-participant", PLACE_SAMPLE, open_new_participant, "round/tdm-round-dialogs.c" },
  { "participation", PLACE_SAMPLE, open_participation, "round/tdm-round-dialogs.c" },
  { "people-state", PLACE_SAMPLE, open_people_state, "round/tdm-round-dialogs.c" },
  { "round-switcher", PLACE_SAMPLE, open_switcher, "round-switcher.ui" },
  { "people-filter", PLACE_SAMPLE, open_people_filter, "people-filters.ui" },
  { "participant-menu", PLACE_SAMPLE, open_participant_menu, "round/tdm-participant-row.c" },
  { "states-menu", PLACE_SAMPLE, open_states_menu, NULL },
  { "add-people-menu", PLACE_SAMPLE, open_add_people_menu, NULL },
  { "change-people-menu", PLACE_SAMPLE, open_change_people_menu, NULL },
  { "round-menu", PLACE_SAMPLE, open_round_menu, NULL },

  { "topic-people", PLACE_SAMPLE, open_topic_people, "round/tdm-topic-people-dialog.c" },
  { "topic", PLACE_SAMPLE, open_topic, "round/tdm-topic-dialogs.c" },
  { "topic-merge", PLACE_SAMPLE, open_merge, "round/tdm-topic-dialogs.c" },
  { "topic-area", PLACE_SAMPLE, open_area, "round/tdm-topic-dialogs.c" },
  { "topic-menu", PLACE_SAMPLE, open_topic_menu, "round/tdm-topics-view.c" },
  { "catalogue-menu", PLACE_SAMPLE, open_catalogue_menu, NULL },

  { "new-person", PLACE_SAMPLE, open_new_person, "people/tdm-person-dialog.c" },
  { "person", PLACE_SAMPLE, open_person, "people/tdm-person-dialog.c" },
  { "person-chooser", PLACE_SAMPLE, open_chooser, "chooser-row.ui" },
  { "person-zone", PLACE_SAMPLE, open_zone, "zone-row.ui" },
  { "person-participation", PLACE_SAMPLE, open_person_participation, NULL },
  { "person-menu", PLACE_SAMPLE, open_person_menu, NULL },
  { "wish", PLACE_SAMPLE, open_wish, "people/tdm-wish-dialog.c" },
  { "wish-menu", PLACE_SAMPLE, open_wish_menu, NULL },
  { "department-filter", PLACE_SAMPLE, open_department_filter, "people-page.ui" },

  { "new-tandem", PLACE_SAMPLE, open_new_pair, "pairs/tdm-pair-dialog.c" },
  { "new-tandem-topic", PLACE_SAMPLE, open_new_pair_topic, "topic-row.ui" },
  { "change-people", PLACE_SAMPLE, open_change_people, "pairs/tdm-pair-dialog.c" },
  { "pause", PLACE_SAMPLE, open_pause, "pairs/tdm-pair-change.c" },
  { "extend", PLACE_SAMPLE, open_extend, NULL },
  { "end", PLACE_SAMPLE, open_end, NULL },
  { "remove", PLACE_SAMPLE, open_remove, NULL },
  { "activate", PLACE_SAMPLE, open_activate, NULL },
  { "decline", PLACE_SAMPLE, open_decline, NULL },
  { "event", PLACE_SAMPLE, open_event, "pairs/tdm-event-dialog.c" },
  { "tandems-filter", PLACE_SAMPLE, open_pairs_filter, "pair-filters.ui" },
  { "tandems-menu", PLACE_SAMPLE, open_pairs_menu, NULL },
  { "tandem-menu", PLACE_SAMPLE, open_pair_menu, NULL },
  { "tandem-date", PLACE_SAMPLE, open_terms_date, "date-row.ui" },

  { "goal", PLACE_SAMPLE, open_goal, "goals/tdm-goal-dialog.c" },
  { "goal-sharing", PLACE_SAMPLE, open_sharing, "goals/tdm-goal-sharing-dialog.c" },
  { "goal-due", PLACE_SAMPLE, open_due, "due-button.ui" },
  { "goal-menu", PLACE_SAMPLE, open_goal_menu, NULL },
  { "goal-state", PLACE_SAMPLE, open_goal_state, NULL },

  { "plan", PLACE_SAMPLE, open_plan, "meetings/tdm-series-dialog.c" },
  { "follow", PLACE_SAMPLE, open_follow, "meetings/tdm-series-dialog.c" },
  { "kinds", PLACE_SAMPLE, open_kinds, "meetings/tdm-kinds-dialog.c" },
  { "meeting", PLACE_SAMPLE, open_meeting, "meetings/tdm-meeting-dialog.c" },
  { "meeting-held", PLACE_SAMPLE, open_held_meeting, NULL },
  { "move", PLACE_SAMPLE, open_move, "meetings/tdm-move-dialog.c" },
  { "meeting-menu", PLACE_SAMPLE, open_meeting_menu, NULL },
  { "agenda-row-menu", PLACE_SAMPLE, open_agenda_row_menu, "meetings/tdm-meeting-menu.c" },
  { "day", PLACE_SAMPLE, open_day, "month.ui" },
  { "agenda", PLACE_SAMPLE, open_agenda, "notes/tdm-agenda-dialog.c" },
  { "agenda-with-questions", PLACE_NOTES, open_notes_agenda, NULL },

  { "outbox", PLACE_SAMPLE, open_outbox, "outbox/tdm-outbox-dialog.c" },
  { "outbox-menu", PLACE_SAMPLE, open_outbox_menu, NULL },
  { "mail", PLACE_SAMPLE, open_mail, "outbox/tdm-mail-dialog.c" },
  { "inbox", PLACE_SAMPLE, open_inbox, "outbox/tdm-inbox-dialog.c" },
  { "join", PLACE_FIRST, open_join, "shell/tdm-join-dialog.c" },
  { "no-tandem", PLACE_FIRST, open_no_tandem, "shell/tdm-window-join.c" },
  { "export-result", PLACE_SAMPLE, open_export_result, "shell/tdm-window-export.c" },

  { "notes-set-up", PLACE_SAMPLE, open_set_up, "notes/tdm-setup-dialog.c" },
  { "notes-set-up-code", PLACE_SAMPLE, open_set_up_code, NULL },
  { "notes-set-up-typing", PLACE_SAMPLE, open_set_up_typing, NULL },
  { "notes-short-passphrase", PLACE_SAMPLE, open_short_passphrase, "notes/tdm-passphrase-group.c" },
  { "notes-menu", PLACE_NOTES, open_notes_menu, NULL },
  { "notes-keys", PLACE_NOTES, open_keys, "notes/tdm-keys-dialog.c" },
  { "notes-keyring", PLACE_NOTES, open_keyring, "notes/tdm-passphrase-question.c" },
  { "notes-passphrase", PLACE_NOTES, open_passphrase, "notes/tdm-passphrase-dialog.c" },
  { "notes-new-code", PLACE_NOTES, open_new_code, NULL },
  { "notes-restore", PLACE_NOTES, open_restore, "notes/tdm-restore-dialog.c" },
  { "notes-earlier", PLACE_NOTES, open_earlier, "notes/tdm-earlier-dialog.c" },
  { "notes-about", PLACE_NOTES, open_about, "notes/tdm-note-about-dialog.c" },
  { "notes-delete", PLACE_NOTES, open_delete, "notes/tdm-note-actions.c" },
  { "notes-destroy", PLACE_NOTES, open_destroy, "notes/tdm-notes-files.c" },
  { "notes-export", PLACE_NOTES, open_notes_export, NULL },
  { "notes-farewell", PLACE_NOTES, open_farewell, "notes/tdm-notes-farewell.c" },

  { "shortcuts", PLACE_SAMPLE, open_shortcuts, "help-overlay.ui", .is_foreign = TRUE },
  { "about", PLACE_SAMPLE, open_about_program, NULL, .is_foreign = TRUE },
};
const guint n_places = G_N_ELEMENTS (places);

void
place_set_up (WindowFixture *self, gconstpointer place, const WindowLook *look)
{
  const Place *wanted = place;

  if (wanted->start == PLACE_FIRST)
    window_set_up_without (self, look);
  else if (wanted->start == PLACE_NOTES)
    notes_set_up (self, look);
  else
    window_set_up (self, look);
}

/* An entry in a popover has the focus even when the popover is closed, where no window manager gives it to the window. */
void
place_tear_down (WindowFixture *self, gconstpointer place)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "tandem", "my-tandem.tandem", NULL);
  g_autoptr (GPtrArray) windows = eye_windows ();

  for (guint i = 0; i < windows->len; i++)
    gtk_window_set_focus (windows->pdata[i], NULL);
  notes_tear_down (self, NULL);
  g_unlink (own);
}
