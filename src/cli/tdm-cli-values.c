/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-cli-values.h"

#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "calendar/tdm-local-time.h"
#include "calendar/tdm-zone.h"
#include "model/tdm-meeting.h"
#include "model/tdm-model-error.h"
#include "model/tdm-motives.h"
#include "model/tdm-pair-event.h"
#include "tdm-cli-records.h"
#include "workspace/tdm-workspace.h"

#include <string.h>

/* What is being read: one word, and the record that shows whether its value can be kept */
typedef struct
{
  TdmWorkspace *workspace;
  TdmRecord *scratch;
  const TdmField *about;
  TdmCliValue value;
} TdmCliReading;

static void
value_clear (gpointer data)
{
  TdmCliValue *self = data;

  g_free (self->text);
  g_clear_object (&self->link);
}

/**
 * tdm_cli_fail_key:
 * @message: what is wrong with a value, in the language of the program
 *
 * Returns: %FALSE, and an error that names the key
 */
gboolean
tdm_cli_fail_key (GType type, guint field, const char *message, GError **error)
{
  g_autofree char *key = tdm_cli_make_key (&((TdmRecordClass *) g_type_class_peek (type))->fields[field]);

  g_set_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID, "%s: %s", key, message);
  return FALSE;
}

static gboolean
type_fail_empty (GType type, guint field, GError **error)
{
  g_autoptr (TdmRecord) empty = tdm_record_new (type);
  g_autoptr (GError) wrong = NULL;

  return tdm_record_check_field (empty, field, &wrong) || tdm_cli_fail_key (type, field, wrong->message, error);
}

static gboolean
reading_fail (TdmCliReading *self, GError **error, const char *message)
{
  return tdm_cli_fail_key (G_OBJECT_TYPE (self->scratch), self->value.field, message, error);
}

static gboolean
reading_ask_for (TdmCliReading *self, GError **error, const char *format, const char *words)
{
  g_autofree char *message = g_strdup_printf (format, words);

  return reading_fail (self, error, message);
}

/* --- one value ----------------------------------------------------------------- */

static gboolean
reading_ask_codes (TdmCliReading *self, GError **error, GType type)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (type);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < codes->n_values; i++)
    if (*codes->values[i].value_nick)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", codes->values[i].value_nick);
  /* Translators: %s are words of the file such as "draft, call, selection" */
  return reading_ask_for (self, error, _ ("please choose one of %s."), words->str);
}

static gboolean
reading_take_code (TdmCliReading *self, const char *text, GError **error)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (self->about->type ());
  const GEnumValue *value = g_enum_get_value_by_nick (codes, text);

  if (value)
    self->value.number = value->value;
  return value || reading_ask_codes (self, error, self->about->type ());
}

static gboolean
reading_take_integer (TdmCliReading *self, const char *text, GError **error)
{
  const TdmField *about = self->about;
  g_autofree char *message = NULL;
  gboolean is_number = g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &self->value.number, NULL);

  if (is_number && (about->most == 0 || (self->value.number >= about->least && self->value.number <= about->most)))
    return TRUE;
  if (about->most == 0)
    return reading_fail (self, error, _ ("please enter a whole number."));
  /* Translators: the least and the greatest number that is possible */
  message = g_strdup_printf (_ ("please enter a whole number from %d to %d."), (int) about->least, (int) about->most);
  return reading_fail (self, error, message);
}

static gboolean
reading_take_boolean (TdmCliReading *self, const char *text, GError **error)
{
  const char *const yes[] = { "yes", "true", "1", C_ ("value", "yes"), NULL };
  const char *const no[] = { "no", "false", "0", C_ ("value", "no"), NULL };

  self->value.number = g_strv_contains (yes, text);
  if (self->value.number || g_strv_contains (no, text))
    return TRUE;
  return reading_ask_for (self, error, _ ("please choose one of %s."), "yes, no, true, false, 1, 0");
}

/* A topic may be typed; all else has a uid. */
static gboolean
reading_take_link (TdmCliReading *self, const char *text, GError **error)
{
  GType type = self->about->type ();
  g_autofree char *message = NULL;
  gpointer found;

  if (*text == '\0')
    return !self->about->required || type_fail_empty (G_OBJECT_TYPE (self->scratch), self->value.field, error);
  if (type == TDM_TYPE_TOPIC && !g_uuid_string_is_valid (text))
    {
      g_autoptr (TdmRecord) topic = tdm_record_new (TDM_TYPE_TOPIC);
      g_autoptr (GError) wrong = NULL;

      tdm_record_set_text (topic, TDM_TOPIC_TITLE, text);
      if (!tdm_record_check_field (topic, TDM_TOPIC_TITLE, &wrong))
        return reading_fail (self, error, wrong->message);
      self->value.text = g_strdup (tdm_record_get_text (topic, TDM_TOPIC_TITLE));
      return TRUE;
    }
  found = tdm_cli_find_record (self->workspace, text, NULL);
  if (found && G_OBJECT_TYPE (found) == type)
    {
      self->value.link = g_object_ref (found);
      return TRUE;
    }
  if (!found)
    /* Translators: %s is what "tandem-cli list" calls a kind of thing, such as "people" */
    return reading_ask_for (self, error, _ ("please enter a uid that “list %s --json” prints."),
                            tdm_cli_name_type (type));
  /* Translators: %s is what "tandem-cli list" calls a kind of thing, such as "people" */
  message = g_strdup_printf (_ ("this uid is one of “list %s”; please enter one of “list %s”."),
                             tdm_cli_name_type (G_OBJECT_TYPE (found)), tdm_cli_name_type (type));
  return reading_fail (self, error, message);
}

/* A day and an hour, as a person writes them, with a blank and without seconds, or as the file has them */
static char *
text_make_local (const char *text)
{
  gboolean is_short = strlen (text) == strlen ("YYYY-MM-DDTHH:MM");
  g_autofree char *local = g_strconcat (text, is_short ? ":00" : "", NULL);
  gint64 seconds;

  if (strlen (local) == strlen ("YYYY-MM-DDTHH:MM:SS") && local[10] == ' ')
    local[10] = 'T';
  return tdm_local_time_parse (local, &seconds) && seconds % 60 == 0 ? g_steal_pointer (&local) : NULL;
}

/* The words that a person may have for a motive, in the way in which these are kept */
static char *
text_make_motives (const char *text)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (tdm_motive_get_type ());
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autofree char *motives = g_strdup ("");

  for (char **word = words; *word; word++)
    {
      const GEnumValue *value = g_enum_get_value_by_nick (codes, g_strstrip (*word));
      g_autofree char *before = g_steal_pointer (&motives);

      if (!value)
        return NULL;
      motives = tdm_motives_set (before, value->value, TRUE);
    }
  return g_steal_pointer (&motives);
}

/* Texts that are more than texts: they are no words of one's own. */
static gboolean
reading_check_special (TdmCliReading *self, const char *text, char **special, GError **error)
{
  const char *name = self->about->name;

  if (*text == '\0')
    return TRUE;
  if (self->about->kind == TDM_FIELD_DATE && !tdm_text_is_date (text))
    return reading_ask_for (self, error, _ ("please enter a day such as %s."), "2027-03-31");
  if (g_str_equal (name, "local-start") && !(*special = text_make_local (text)))
    return reading_ask_for (self, error, _ ("please enter a day and an hour such as %s."), "2027-03-31T10:00");
  if (g_str_equal (name, "zone") && !tdm_zone_exists (text))
    return reading_ask_for (self, error, _ ("please enter a time zone such as %s."), "Europe/Berlin");
  if (g_str_equal (name, "zone"))
    *special = g_strdup (tdm_zone_get_current_name (text));
  if (g_str_equal (name, "motives") && !(*special = text_make_motives (text)))
    return reading_ask_codes (self, error, tdm_motive_get_type ());
  return TRUE;
}

static gboolean
reading_take_text (TdmCliReading *self, const char *text, GError **error)
{
  guint field = self->value.field;
  g_autofree char *special = NULL;
  g_autoptr (GError) wrong = NULL;

  if (!reading_check_special (self, text, &special, error))
    return FALSE;
  tdm_record_set_text (self->scratch, field, special ? special : text);
  if (!tdm_record_check_field (self->scratch, field, &wrong))
    {
      int most = (int) self->about->most;
      g_autofree char *message = g_strdup_printf (ngettext ("at most %d character is possible.",
                                                            "at most %d characters are possible.", most), most);

      return reading_fail (self, error,
                           g_error_matches (wrong, TDM_MODEL_ERROR, TDM_MODEL_ERROR_TOO_LONG) ? message
                                                                                              : wrong->message);
    }
  self->value.text = g_strdup (tdm_record_get_text (self->scratch, field));
  return TRUE;
}

static gboolean
reading_take (TdmCliReading *self, const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return reading_fail (self, error, _ ("this is no text in UTF-8."));
  switch (self->about->kind)
    {
    case TDM_FIELD_CODE:
      return reading_take_code (self, text, error);
    case TDM_FIELD_INTEGER:
      return reading_take_integer (self, text, error);
    case TDM_FIELD_BOOLEAN:
      return reading_take_boolean (self, text, error);
    case TDM_FIELD_LINK:
      return reading_take_link (self, text, error);
    default:
      return reading_take_text (self, text, error);
    }
}

/* --- all of a command ----------------------------------------------------------- */

/* What happens to a tandem has a place in its history, and these keys of that go with it. */
static const char *const event_keys[] = { "happened_on", "until", "note", NULL };

static gboolean
type_fail_unknown (GType type, gboolean is_new, const char *word, gsize length, GError **error)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  g_autofree char *typed = g_strndup (word, length);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *key = tdm_cli_make_key (&klass->fields[i]);

      if (tdm_field_check_hand (&klass->fields[i], is_new, NULL))
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "", key);
    }
  for (guint i = 0; type == TDM_TYPE_PAIR && event_keys[i]; i++)
    g_string_append_printf (keys, ", %s", event_keys[i]);
  /* Translators: a word that was typed, and names of columns such as "title, state, kickoff" */
  g_set_error (error, TDM_MODEL_ERROR, TDM_MODEL_ERROR_INVALID,
               _ ("There is no key “%s”. Those that can be set are %s."), typed, keys->str);
  return FALSE;
}

/* @length: of the key in @word */
static int
type_find_key (GType type, const char *word, gsize length)
{
  TdmRecordClass *klass = g_type_class_peek (type);
  g_autofree char *name = g_strdelimit (g_strndup (word, length), "_", '-');

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return i;
  return -1;
}

static gboolean
word_is_of_event (const char *word, gsize length)
{
  g_autofree char *key = g_strdelimit (g_strndup (word, length), "-", '_');

  return g_strv_contains (event_keys, key);
}

static gboolean
values_add_word (TdmCliValues *self, TdmWorkspace *workspace, gboolean is_new, const char *word, GError **error)
{
  gsize length = strcspn (word, "=");
  gboolean is_of_event = self->event && word_is_of_event (word, length);
  g_autoptr (TdmRecord) scratch = NULL;
  TdmCliReading reading = { workspace };
  g_autoptr (GError) refused = NULL;
  int field;

  if (is_of_event)
    self = self->event;
  field = type_find_key (self->type, word, length);
  if (field < 0)
    return type_fail_unknown (self->type, is_new, word, length, error);
  scratch = tdm_record_new (self->type);
  reading.scratch = scratch;
  reading.about = &TDM_RECORD_GET_CLASS (scratch)->fields[field];
  reading.value.field = field;
  if (!is_of_event && !tdm_field_check_hand (reading.about, is_new, &refused))
    return reading_fail (&reading, error, refused->message);
  if (!reading_take (&reading, word + length + 1, error))
    return FALSE;
  g_array_append_val (self->list, reading.value);
  return TRUE;
}

static TdmCliValues *
values_new (GType type)
{
  TdmCliValues *self = g_new0 (TdmCliValues, 1);

  self->type = type;
  self->list = g_array_new (FALSE, FALSE, sizeof (TdmCliValue));
  g_array_set_clear_func (self->list, value_clear);
  return self;
}

/**
 * tdm_cli_values_read:
 * @is_new: whether the record is being made
 * @words: (array zero-terminated=1): each with a `=`
 * @error: what is wrong with the first one that is, with its key
 *
 * Returns: (transfer full) (nullable): what they say
 */
TdmCliValues *
tdm_cli_values_read (TdmWorkspace *workspace, GType type, gboolean is_new, char **words, GError **error)
{
  g_autoptr (TdmCliValues) self = values_new (type);

  if (type == TDM_TYPE_PAIR)
    self->event = values_new (TDM_TYPE_PAIR_EVENT);
  for (; *words; words++)
    if (!values_add_word (self, workspace, is_new, *words, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
tdm_cli_values_free (TdmCliValues *self)
{
  g_clear_pointer (&self->event, tdm_cli_values_free);
  g_array_unref (self->list);
  g_free (self);
}

/**
 * tdm_cli_values_find:
 *
 * Returns: (transfer none) (nullable): what a field is to be: what was said of it last
 */
const TdmCliValue *
tdm_cli_values_find (TdmCliValues *self, guint field)
{
  const TdmCliValue *found = NULL;

  for (guint i = 0; i < self->list->len; i++)
    if (g_array_index (self->list, TdmCliValue, i).field == field)
      found = &g_array_index (self->list, TdmCliValue, i);
  return found;
}

gpointer
tdm_cli_values_get_link (TdmCliValues *values, guint field)
{
  const TdmCliValue *value = tdm_cli_values_find (values, field);

  return value ? value->link : NULL;
}

gint64
tdm_cli_values_get_number (TdmCliValues *values, guint field, gint64 otherwise)
{
  const TdmCliValue *value = tdm_cli_values_find (values, field);

  return value ? value->number : otherwise;
}

const char *
tdm_cli_values_get_text (TdmCliValues *values, guint field, const char *otherwise)
{
  const TdmCliValue *value = tdm_cli_values_find (values, field);

  return value ? value->text : otherwise;
}

/**
 * tdm_cli_values_get_topic:
 *
 * Returns: (transfer none) (nullable): what a topic is called that was typed or is there, empty for none; %NULL where
 *   nothing was said of it
 */
const char *
tdm_cli_values_get_topic (TdmCliValues *self, guint field)
{
  const TdmCliValue *value = tdm_cli_values_find (self, field);

  if (!value)
    return NULL;
  return value->link ? tdm_topic_get_title (TDM_TOPIC (value->link)) : value->text ? value->text : "";
}

/**
 * tdm_cli_values_get_fields:
 *
 * Returns: one bit for each field of which something was said
 */
guint64
tdm_cli_values_get_fields (TdmCliValues *self)
{
  guint64 fields = 0;

  for (guint i = 0; i < self->list->len; i++)
    fields |= G_GUINT64_CONSTANT (1) << g_array_index (self->list, TdmCliValue, i).field;
  return fields;
}

/**
 * tdm_cli_values_need:
 * @field: one that is required
 * @error: that it must not be empty, with the key
 *
 * Returns: whether a value was given
 */
gboolean
tdm_cli_values_need (TdmCliValues *self, guint field, GError **error)
{
  const TdmCliValue *value = tdm_cli_values_find (self, field);

  return (value && (value->link || (value->text && *value->text))) ||
         type_fail_empty (self->type, field, error);
}

/**
 * tdm_cli_values_fill:
 * @draft: what they are for
 * @besides: one bit for each field that is left out
 *
 * Sets all fields of @draft of which something was said.
 */
void
tdm_cli_values_fill (TdmCliValues *self, TdmRecord *draft, guint64 besides)
{
  guint n_fields;
  const TdmField *fields = tdm_record_get_fields (draft, &n_fields);

  for (guint i = 0; i < self->list->len; i++)
    {
      const TdmCliValue *value = &g_array_index (self->list, TdmCliValue, i);

      if (besides >> value->field & 1)
        continue;
      if (fields[value->field].kind == TDM_FIELD_LINK)
        tdm_record_set_link (draft, value->field, value->link);
      else if (value->text)
        tdm_record_set_text (draft, value->field, value->text);
      else
        tdm_record_set_integer (draft, value->field, value->number);
    }
}
