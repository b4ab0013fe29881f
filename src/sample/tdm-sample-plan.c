/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "tdm-sample-resources.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* Reading the plan, data/sample/programme.ini, and the words beside it. What is missing in them is a mistake that the
 * tests find. */

static GKeyFile *
tdm_sample_load_file (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/tandemapp/Tandem/sample/", name, ".ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  /* The linker drops the resource of a static library that nobody asks for. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tdm_sample_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     error);

  if (!bytes || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error))
    return NULL;
  return g_steal_pointer (&file);
}

gboolean
tdm_sample_load (TdmSample *self, const char *language, GError **error)
{
  g_autofree char *words = g_strconcat ("words-", language, NULL);

  self->plan = tdm_sample_load_file ("programme", error);
  self->words = self->plan ? tdm_sample_load_file (words, error) : NULL;
  return self->words != NULL;
}

/* A list of the plan, empty where there is none */
char **
tdm_sample_get_list (TdmSample *self, const char *group, const char *key)
{
  char **list = g_key_file_get_string_list (self->plan, group, key, NULL, NULL);

  return list ? list : g_new0 (char *, 1);
}

/* The group that a key names, such as "round r3" for round=r3 */
char *
tdm_sample_get_group (TdmSample *self, const char *group, const char *key)
{
  g_autofree char *name = g_key_file_get_string (self->plan, group, key, NULL);

  return g_strconcat (key, " ", name, NULL);
}

/* A list of the words, with at least one text */
char **
tdm_sample_get_words (TdmSample *self, const char *group, const char *key)
{
  g_autoptr (GError) error = NULL;
  char **list = g_key_file_get_string_list (self->words, group, key, NULL, &error);

  if (list && list[0])
    return list;
  g_critical ("[%s] %s: %s", group, key, error ? error->message : "no words");
  g_strfreev (list);
  return g_strsplit ("?", ";", -1);
}

/* One text of a list, counted round and round */
char *
tdm_sample_get_word (TdmSample *self, const char *group, const char *key, guint number)
{
  g_auto (GStrv) list = tdm_sample_get_words (self, group, key);

  return g_strdup (list[number % g_strv_length (list)]);
}

/* Any text of a list */
char *
tdm_sample_pick_word (TdmSample *self, const char *group, const char *key)
{
  g_auto (GStrv) list = tdm_sample_get_words (self, group, key);

  return g_strdup (list[tdm_sample_chance_below (&self->chance, g_strv_length (list))]);
}

static void
tdm_sample_fill_text (TdmSample *self, gpointer record, guint field, const char *value)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *word = NULL;

  if (value[0] != '$')
    {
      tdm_record_set_text (record, field, value);
      return;
    }
  parts = g_strsplit (value + 1, "/", 3);
  word = tdm_sample_get_word (self, parts[0], parts[1], parts[2] ? atoi (parts[2]) : 0);
  tdm_record_set_text (record, field, word);
}

/* Sets the fields that a group of the plan has, itself or in the groups that it "is". */
void
tdm_sample_fill (TdmSample *self, gpointer record, const char *group)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);
  g_auto (GStrv) common = tdm_sample_get_list (self, group, "is");

  for (guint i = 0; common[i]; i++)
    tdm_sample_fill (self, record, common[i]);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = g_key_file_get_string (self->plan, group, fields[i].name, NULL);

      if (!value)
        continue;
      if (fields[i].kind == TDM_FIELD_LINK)
        tdm_record_set_link (record, i, tdm_sample_find (self, value));
      else if (fields[i].kind == TDM_FIELD_CODE)
        tdm_record_set_code (record, i, value);
      else if (fields[i].kind == TDM_FIELD_INTEGER)
        tdm_record_set_integer (record, i, atoi (value));
      else if (fields[i].kind == TDM_FIELD_BOOLEAN)
        tdm_record_set_integer (record, i, g_str_equal (value, "true"));
      else
        tdm_sample_fill_text (self, record, i, value);
    }
}

/* A new record, whose uid is the same whenever the sample is made */
gpointer
tdm_sample_insert (TdmSample *self, GType type)
{
  gpointer record = tdm_edit_insert (self->edit, type);
  g_autofree char *uid = tdm_sample_chance_make_uid (&self->uids);

  tdm_record_set_uid (record, uid);
  return record;
}

/* The part of the name of a group that says which it is */
static const char *
tdm_sample_get_name (const char *group)
{
  const char *space = strrchr (group, ' ');

  return space ? space + 1 : group;
}

/* A new record with the fields of a group; others find it by the name of the group. */
gpointer
tdm_sample_add (TdmSample *self, GType type, const char *group)
{
  gpointer record = tdm_sample_insert (self, type);

  tdm_sample_fill (self, record, group);
  g_hash_table_insert (self->records, g_strdup (tdm_sample_get_name (group)), record);
  return record;
}

/* The record that a group has made */
gpointer
tdm_sample_find (TdmSample *self, const char *group)
{
  gpointer record = g_hash_table_lookup (self->records, tdm_sample_get_name (group));

  if (!record)
    g_critical ("%s is not there yet", group);
  return record;
}

void
tdm_sample_set_day (gpointer record, guint field, GDate day)
{
  char text[TDM_SAMPLE_LOCAL_SIZE];

  tdm_sample_dates_format_local (day, NULL, text);
  tdm_record_set_text (record, field, text);
}

/* Any of @days days that is not in a weekend, or the Friday before it */
GDate
tdm_sample_pick_day (TdmSample *self, GDate from, guint days)
{
  GDate day = tdm_sample_dates_add_days (from, tdm_sample_chance_below (&self->chance, days));
  int over = (int) g_date_get_weekday (&day) - G_DATE_FRIDAY;

  return over > 0 ? tdm_sample_dates_add_days (day, -over) : day;
}

gboolean
tdm_sample_is_past (TdmSample *self, GDate day)
{
  return g_date_compare (&day, &self->today) < 0;
}
