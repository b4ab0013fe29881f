/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "bench.h"

#include <locale.h>

/* Times the layers below the window against the bare libraries that they use.
 *
 *   bench-core save|open|invitations|messages|replies|vault FILE ROUNDS
 *
 * prints milliseconds as JSON: { "save": { "tandem": [ … ], "baseline": [ … ] } }. The file is not changed. */

#define N_FIGURES 3

typedef struct
{
  const char *name;
  void (*measure) (BenchFigures *figures, const char *path, guint n_rounds);
  const char *figures[N_FIGURES];
} Subject;

static const Subject subjects[] = {
  { "save", bench_save, { "save" } },
  { "open", bench_open, { "open" } },
  { "invitations", bench_invitations, { "invitations", "building" } },
  { "messages", bench_messages, { "messages" } },
  { "replies", bench_replies, { "growth", "replies" } },
  { "vault", bench_vault, { "unlock", "search", "edit" } },
};

double
bench_now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

void
bench_add (GArray *times, double since)
{
  double passed = bench_now () - since;

  g_array_append_val (times, passed);
}

static void
print_times (const char *name, GArray *times)
{
  g_print ("\"%s\": [", name);
  for (guint i = 0; i < times->len; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_print ("%s%s", i > 0 ? ", " : "",
               g_ascii_formatd (number, sizeof number, "%.4f", g_array_index (times, double, i)));
    }
  g_print ("]");
}

static void
print_figures (BenchFigures *figures, gboolean is_first)
{
  g_print ("%s\"%s\": {", is_first ? "" : ",\n ", figures->name);
  print_times ("tandem", figures->tandem);
  g_print (", ");
  print_times ("baseline", figures->baseline);
  g_print ("}");
  g_array_unref (figures->tandem);
  g_array_unref (figures->baseline);
}

static void
run (const Subject *subject, const char *path, guint n_rounds)
{
  BenchFigures figures[N_FIGURES] = { 0 };

  for (guint i = 0; i < N_FIGURES; i++)
    {
      figures[i].name = subject->figures[i];
      figures[i].tandem = g_array_new (FALSE, FALSE, sizeof (double));
      figures[i].baseline = g_array_new (FALSE, FALSE, sizeof (double));
    }
  subject->measure (figures, path, n_rounds);

  g_print ("{");
  for (guint i = 0; i < N_FIGURES && figures[i].name; i++)
    print_figures (&figures[i], i == 0);
  g_print ("}\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  for (guint i = 0; argc == 4 && i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (argv[1], subjects[i].name))
      {
        run (&subjects[i], argv[2], g_ascii_strtoull (argv[3], NULL, 10));
        return 0;
      }
  g_printerr ("Usage: bench-core save|open|invitations|messages|replies|vault FILE ROUNDS\n");
  return 2;
}
