/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "window-fixture.h"

#include "app/people/tdm-person-page.h"
#include "app/round/tdm-catalogue-row.h"
#include "app/round/tdm-participant-row.h"
#include "edits/tdm-programme-edits.h"
#include "model/tdm-need.h"
#include "model/tdm-offer.h"
#include "model/tdm-participation.h"

/* How long pages take to open that have much to show, and the same pages with little, in turns: milliseconds from the
 * click to the last frame, as JSON in the file that TANDEM_BENCH_FIGURES names. TANDEM_BENCH_ROUNDS says how often. */

/* What there is in a file */
typedef struct
{
  guint n_topics;
  guint n_people;
  guint n_needs; /* of the first person */
} Size;

static const Size sizes[] = { { 20, 20, 20 }, { 2000, 1000, 200 } };

static const char *const pages[] = { "participants", "topics", "needs" };

static void
add_wish (TdmEdit *edit, gboolean is_need, gpointer person, gpointer topic)
{
  TdmRecord *wish = tdm_edit_insert (edit, is_need ? TDM_TYPE_NEED : TDM_TYPE_OFFER);

  tdm_record_set_link (wish, is_need ? (guint) TDM_NEED_PERSON : TDM_OFFER_PERSON, person);
  tdm_record_set_link (wish, is_need ? (guint) TDM_NEED_TOPIC : TDM_OFFER_TOPIC, topic);
  tdm_record_set_integer (wish, is_need ? (guint) TDM_NEED_STRENGTH : TDM_OFFER_STRENGTH, 2);
}

static void
add_person (TdmEdit *edit, const Size *size, guint number, gpointer round, GPtrArray *topics)
{
  TdmRecord *person = tdm_edit_insert (edit, TDM_TYPE_PERSON);
  TdmRecord *participation = tdm_edit_insert (edit, TDM_TYPE_PARTICIPATION);
  g_autofree char *name = g_strdup_printf ("Person %04u", number);

  tdm_record_set_text (person, TDM_PERSON_NAME, name);
  tdm_record_set_link (participation, TDM_PARTICIPATION_ROUND, round);
  tdm_record_set_link (participation, TDM_PARTICIPATION_PERSON, person);
  tdm_record_set_integer (participation, TDM_PARTICIPATION_CAPACITY, 1);
  for (guint i = 0; i < (number == 0 ? size->n_needs : 3); i++)
    add_wish (edit, TRUE, person, topics->pdata[(7 * number + i) % size->n_topics]);
  for (guint i = 0; i < 3; i++)
    add_wish (edit, FALSE, person, topics->pdata[(5 * number + 3 * i) % size->n_topics]);
}

/* A programme with one round */
static void
make_file (const char *path, const Size *size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TdmWorkspace) workspace = tdm_test_open (path, TDM_OPEN_CREATE, &error);
  TdmEdit *edit = tdm_programme_edits_start ("Benchmark");
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  TdmEditAction action;
  TdmRecord *round = tdm_edit_get_step (edit, 1, &action);

  g_assert_no_error (error);
  g_assert_true (TDM_IS_ROUND (round));
  for (guint i = 0; i < size->n_topics; i++)
    {
      TdmRecord *topic = tdm_edit_insert (edit, TDM_TYPE_TOPIC);
      g_autofree char *title = g_strdup_printf ("Übung %04u für Große", i), *area = g_strdup_printf ("Area %u", i % 30);

      tdm_record_set_text (topic, TDM_TOPIC_TITLE, title);
      tdm_record_set_text (topic, TDM_TOPIC_AREA, area);
      g_ptr_array_add (topics, topic);
    }
  for (guint i = 0; i < size->n_people; i++)
    add_person (edit, size, i, round, topics);
  tdm_workspace_import_async (workspace, edit, tdm_test_result_cb, &result);
  g_assert_true (tdm_workspace_import_finish (workspace, tdm_test_wait (&result), &error));
  g_assert_no_error (error);
  tdm_workspace_close (workspace);
}

typedef struct
{
  GtkWidget *window;
  GType type;
} Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *self = data;
  GtkWidget *widget = eye_look (self->window, self->type, NULL);

  return widget && gtk_widget_get_width (widget) > 0;
}

/* In the order of the pages */
static void
open_page (WindowFixture *self, guint page)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  const GType types[] = { TDM_TYPE_PARTICIPANT_ROW, TDM_TYPE_CATALOGUE_ROW, TDM_TYPE_PERSON_PAGE };
  GListModel *people = tdm_workspace_get_people (tdm_window_get_workspace (self->window));
  g_autoptr (TdmRecord) person = g_list_model_get_item (people, 0);

  switch (page)
    {
    case 0:
      gtk_widget_activate_action (window, "win.show-page", "s", "round");
      break;
    case 1:
      g_signal_emit_by_name (eye_find (window, g_type_from_name ("AdwViewSwitcherButton"), "Topics"), "clicked");
      break;
    default:
      gtk_widget_activate_action (window, "win.show-person", "s", tdm_record_get_uid (person));
    }
  eye_wait (is_shown, &(Shown) { window, types[page] }, pages[page]);
  eye_settle ();
}

static void
bench_open_pages (WindowFixture *self, GArray *times[])
{
  window_open_again (self, NULL);
  for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
    {
      gint64 since;
      double passed;

      window_settle (self);
      since = g_get_monotonic_time ();
      open_page (self, page);
      passed = (g_get_monotonic_time () - since) / 1000.0;
      g_array_append_val (times[page], passed);
    }
  /* A window opens on the page that was left. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", "pairs");
  window_close (self);
}

static void
write_times (GString *out, const char *name, GArray *times)
{
  g_string_append_printf (out, "\"%s\": [", name);
  for (guint i = 0; i < times->len; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.4f", g_array_index (times, double, i));
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", number);
    }
  g_string_append (out, "]");
}

static void
bench_pages (void)
{
  const char *rounds = g_getenv ("TANDEM_BENCH_ROUNDS");
  GArray *times[G_N_ELEMENTS (sizes)][G_N_ELEMENTS (pages)];
  WindowFixture files[G_N_ELEMENTS (sizes)] = { 0 };
  g_autoptr (GString) out = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      tdm_test_folder_init (&files[i].folder);
      make_file (files[i].folder.path, &sizes[i]);
      for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
        times[i][page] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  for (int round = 0; round < (rounds ? atoi (rounds) : 3); round++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      bench_open_pages (&files[i], times[i]);
  for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
    {
      g_string_append_printf (out, "%s\"%s\": {", page > 0 ? ",\n " : "", pages[page]);
      write_times (out, "baseline", times[0][page]);
      g_string_append (out, ", ");
      write_times (out, "tandem", times[1][page]);
      g_string_append (out, "}");
    }
  g_string_append (out, "}\n");
  g_file_set_contents (g_getenv ("TANDEM_BENCH_FIGURES"), out->str, -1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      tdm_test_folder_clear (&files[i].folder);
      for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
        g_array_unref (times[i][page]);
    }
}

static void
add_bench (void)
{
  g_test_add_func ("/bench/pages", bench_pages);
}

int
main (int argc, char **argv)
{
  return window_tests_run (&argc, &argv, add_bench);
}
