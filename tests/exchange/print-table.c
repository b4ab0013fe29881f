/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "exchange/tdm-table-file.h"

#include <json-glib/json-glib.h>

#include <locale.h>

/* Prints what is read from a list as JSON, with how it was read: FILE [SHEET] */

static void
print_row (JsonBuilder *builder, TdmTable *table, guint row)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "row");
  json_builder_add_int_value (builder, tdm_table_get_number (table, row));
  json_builder_set_member_name (builder, "hidden");
  json_builder_add_boolean_value (builder, tdm_table_is_hidden (table, row));
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint column = 0; column < tdm_table_get_n_columns (table); column++)
    json_builder_add_string_value (builder, tdm_table_get_cell (table, row, column));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_file (JsonBuilder *builder, TdmTableFile *file)
{
  static const char *const charsets[] = { "guess", "utf-8", "utf-16", "windows-1252", "mac-roman" };
  const char separator[] = { file->choice.separator, '\0' };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "charset");
  json_builder_add_string_value (builder, charsets[file->choice.charset]);
  json_builder_set_member_name (builder, "separator");
  json_builder_add_string_value (builder, separator);
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (guint i = 0; file->sheets && file->sheets[i]; i++)
    json_builder_add_string_value (builder, file->sheets[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint row = 0; row < tdm_table_get_n_rows (file->table); row++)
    print_row (builder, file->table, row);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

int
main (int argc, char **argv)
{
  const TdmTableChoice choice = { .sheet = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : 0 };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmTableFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  char *content;
  gsize size;

  setlocale (LC_ALL, "");
  if (argc < 2 || !g_file_get_contents (argv[1], &content, &size, &error))
    g_error ("%s", error ? error->message : "FILE [SHEET]");
  bytes = g_bytes_new_take (content, size);
  file = tdm_table_file_read (bytes, &choice, &error);
  if (!file)
    {
      g_printerr ("%d %s\n", error->code, error->message);
      return 1;
    }
  print_file (builder, file);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
  return 0;
}
