/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-private.h"

#include "tdm-sample-resources.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* Reading the plan, data/sample/programme.ini, and the words beside it, and making records of them. What is wrong in
 * these files is a mistake that the tests find. */

static GKeyFile *
tdm_sample_load_file (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/tandemapp/Tandem/sample/", name, ".ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  /* The linker drops the resource of a static library that nothing asks for. */
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

/* What a key of the plan says, NULL where it is missing */
char *
tdm_sample_get_text (TdmSample *self, const char *group, const char *key)
{
  return g_key_file_get_string (self->plan, group, key, NULL);
}

/* 0 where the key is missing */
int
tdm_sample_get_number (TdmSample *self, const char *group, const char *key)
{
  return g_key_file_get_integer (self->plan, group, key, NULL);
}

/* Lists are read once and stay as long as the sample. */
static char **
tdm_sample_read_list (TdmSample *self, GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *name = g_strconcat (file == self->plan ? "plan/" : "words/", group, "/", key, NULL);
  char **list = g_hash_table_lookup (self->lists, name);

  if (!list)
    {
      list = g_key_file_get_string_list (file, group, key, NULL, NULL);
      list = list ? list : g_new0 (char *, 1);
      g_hash_table_insert (self->lists, g_steal_pointer (&name), list);
    }
  return list;
}

/* Empty where the key is missing */
char **
tdm_sample_get_list (TdmSample *self, const char *group, const char *key)
{
  return tdm_sample_read_list (self, self->plan, group, key);
}

/* The group that a key names, such as "round r3" for round=r3 */
char *
tdm_sample_get_group (TdmSample *self, const char *group, const char *key)
{
  g_autofree char *name = tdm_sample_get_text (self, group, key);

  return g_strconcat (key, " ", name, NULL);
}

/* A list of the words, with at least one text */
char **
tdm_sample_get_words (TdmSample *self, const char *group, const char *key)
{
  static char *missing[] = { (char *) "?", NULL };
  char **list = tdm_sample_read_list (self, self->words, group, key);

  if (list[0])
    return list;
  g_critical ("there are no words [%s] %s", group, key);
  return missing;
}

/* @reference: group/key of the words and, for a list, which text it is: a number, counted round and round; "?" for any;
 * "#" for the number of the tandem */
static char *
tdm_sample_look_up (TdmSample *self, const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", 3);
  char **list = tdm_sample_get_words (self, parts[0], parts[1]);
  const char *which = parts[2] ? parts[2] : "0";
  guint n_texts = g_strv_length (list);
  guint number = *which == '?' ? tdm_sample_chance_below (&self->chance, n_texts)
               : *which == '#' ? self->n_pairs - 1
                               : (guint) atoi (which);

  return g_strdup (list[number % n_texts]);
}

/* @text: days from the start or, behind "end", from the end; with ~30 any of so many days from there on */
static GDate
tdm_sample_read_day (TdmSample *self, const char *text)
{
  gboolean from_end = g_str_has_prefix (text, "end");
  char *rest;
  long days = strtol (from_end ? text + strlen ("end") : text, &rest, 10);
  GDate day = tdm_sample_days_add (from_end ? self->end : self->start, days);

  return *rest == '~' ? tdm_sample_pick_day (self, day, atoi (rest + 1)) : day;
}

/**
 * tdm_sample_set:
 * @record: a draft
 * @field: which field
 * @value: what the plan says: a text, "$" and a text of the words, a code, a number, a day, or a group; where "|" is
 *   between several, chance takes one
 */
void
tdm_sample_set (TdmSample *self, gpointer record, guint field, const char *value)
{
  guint n_fields;
  const TdmField *about = &tdm_record_get_fields (record, &n_fields)[field];
  g_auto (GStrv) choices = g_strsplit (value, "|", -1);
  guint n_choices = g_strv_length (choices);
  const char *choice = n_choices > 1 ? choices[tdm_sample_chance_below (&self->chance, n_choices)] : value;
  g_autofree char *word = *choice == '$' ? tdm_sample_look_up (self, choice + 1) : NULL;

  switch (about->kind)
    {
    case TDM_FIELD_LINK:
      tdm_record_set_link (record, field, tdm_sample_find (self, choice));
      break;
    case TDM_FIELD_DATE:
      tdm_sample_set_day (record, field, tdm_sample_read_day (self, choice));
      break;
    case TDM_FIELD_CODE:
      if (!tdm_record_set_code (record, field, word ? word : choice))
        g_critical ("%s is no %s", choice, about->name);
      break;
    case TDM_FIELD_INTEGER:
    case TDM_FIELD_BOOLEAN:
      tdm_record_set_integer (record, field, atoi (choice));
      break;
    default:
      tdm_record_set_text (record, field, word ? word : choice);
    }
}

/* Sets as many fields as there are words in @values. */
void
tdm_sample_set_parts (TdmSample *self, gpointer record, guint first_field, const char *values)
{
  g_auto (GStrv) parts = g_strsplit (values, " ", -1);

  for (guint i = 0; parts[i]; i++)
    tdm_sample_set (self, record, first_field + i, parts[i]);
}

/* Sets a field to a text of the words. */
void
tdm_sample_set_word (TdmSample *self, gpointer record, guint field, const char *reference, ...)
{
  g_autofree char *path = NULL, *word = NULL;
  va_list args;

  va_start (args, reference);
  path = g_strdup_vprintf (reference, args);
  va_end (args);
  word = tdm_sample_look_up (self, path);
  tdm_record_set_text (record, field, word);
}

/* Sets the fields that a group of the plan has, itself or in the groups that it "is". */
void
tdm_sample_fill (TdmSample *self, gpointer record, const char *group)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (record, &n_fields);
  char **common = tdm_sample_get_list (self, group, "is");

  for (guint i = 0; common[i]; i++)
    tdm_sample_fill (self, record, common[i]);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = tdm_sample_get_text (self, group, fields[i].name);

      if (value)
        tdm_sample_set (self, record, i, value);
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
  g_autofree char *text = tdm_day_format (day);

  tdm_record_set_text (record, field, text);
}

/* Any of @days days that is not in a weekend, or the Friday before it */
GDate
tdm_sample_pick_day (TdmSample *self, GDate from, guint days)
{
  GDate day = tdm_sample_days_add (from, tdm_sample_chance_below (&self->chance, days));
  int over = (int) g_date_get_weekday (&day) - G_DATE_FRIDAY;

  return over > 0 ? tdm_sample_days_add (day, -over) : day;
}

gboolean
tdm_sample_is_past (TdmSample *self, GDate day)
{
  return g_date_compare (&day, &self->today) < 0;
}
