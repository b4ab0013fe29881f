/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-words.h"

#include "base/tdm-text.h"
#include "tdm-sample-resources.h"

#include <gio/gio.h>

#define RESOURCE "/org/tandemapp/Tandem/sample/perspektivwechsel.ini"

/**
 * TdmSampleWords:
 *
 * The words of the sample programme in one language. Texts are cleaned once here and stay as long as the words do.
 */
struct _TdmSampleWords
{
  GKeyFile *file;
  char *language;
  GHashTable *lists;
};

static GKeyFile *
load_file (GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;

  /* The linker drops the resource of a static library that nobody asks for. */
  bytes = g_resource_lookup_data (tdm_sample_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (!bytes || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * tdm_sample_words_new:
 * @language: which language, such as "de"; English where there are no words in it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the words
 */
TdmSampleWords *
tdm_sample_words_new (const char *language, GError **error)
{
  GKeyFile *file = load_file (error);
  TdmSampleWords *self;

  if (!file)
    return NULL;

  self = g_new0 (TdmSampleWords, 1);
  self->file = file;
  self->language = g_strdup (language);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  return self;
}

void
tdm_sample_words_free (TdmSampleWords *self)
{
  g_key_file_unref (self->file);
  g_free (self->language);
  g_hash_table_unref (self->lists);
  g_free (self);
}

typedef char **(*TdmReadWords) (TdmSampleWords *self, const char *group, const char *key, GError **error);

static char **
read_text (TdmSampleWords *self, const char *group, const char *key, GError **error)
{
  char *text = g_key_file_get_locale_string (self->file, group, key, self->language, error);
  char **list = text ? g_new0 (char *, 2) : NULL;

  if (list)
    list[0] = text;
  return list;
}

static char **
read_list (TdmSampleWords *self, const char *group, const char *key, GError **error)
{
  return g_key_file_get_locale_string_list (self->file, group, key, self->language, NULL, error);
}

static char **
read_codes (TdmSampleWords *self, const char *group, const char *key, GError **error)
{
  return g_key_file_get_string_list (self->file, group, key, NULL, error);
}

static void
clean_list (char **list)
{
  for (; *list; list++)
    {
      char *text = tdm_text_clean_line (*list);

      g_free (*list);
      *list = text;
    }
}

/* A word that is missing is a mistake in the resource, which the tests find. */
static const char *const *
look_up (TdmSampleWords *self, TdmReadWords read, const char *group, const char *key)
{
  g_autofree char *name = g_strconcat (group, "/", key, NULL);
  char **list = g_hash_table_lookup (self->lists, name);

  if (!list)
    {
      g_autoptr (GError) error = NULL;

      list = read (self, group, key, &error);
      if (!list)
        {
          g_critical ("%s", error->message);
          list = g_strsplit ("?", ";", -1);
        }
      clean_list (list);
      g_hash_table_insert (self->lists, g_steal_pointer (&name), list);
    }
  return (const char *const *) list;
}

/**
 * tdm_sample_words_get_text:
 * @self: words
 * @group: a group of the file
 * @key: a key with one text
 *
 * Returns: (transfer none): the text in the language of the words
 */
const char *
tdm_sample_words_get_text (TdmSampleWords *self, const char *group, const char *key)
{
  return look_up (self, read_text, group, key)[0];
}

/**
 * tdm_sample_words_get_list:
 * @self: words
 * @group: a group of the file
 * @key: a key with a list of texts
 *
 * Returns: (transfer none) (array zero-terminated=1): the texts in the language of the words, at least one
 */
const char *const *
tdm_sample_words_get_list (TdmSampleWords *self, const char *group, const char *key)
{
  return look_up (self, read_list, group, key);
}

/**
 * tdm_sample_words_get_codes:
 * @self: words
 * @group: a group of the file
 * @key: a key with a list of codes
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes, which are the same in all languages, at least one
 */
const char *const *
tdm_sample_words_get_codes (TdmSampleWords *self, const char *group, const char *key)
{
  return look_up (self, read_codes, group, key);
}

/**
 * tdm_sample_words_pick:
 * @self: words
 * @group: a group of the file
 * @key: a key with a list of texts
 * @index: any number
 *
 * Returns: (transfer none): the text at that place, counted round and round
 */
const char *
tdm_sample_words_pick (TdmSampleWords *self, const char *group, const char *key, guint index)
{
  const char *const *list = tdm_sample_words_get_list (self, group, key);

  return list[index % g_strv_length ((char **) list)];
}
