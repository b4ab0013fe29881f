/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "cli/tdm-cli-records.h"
#include "model/tdm-codes.h"
#include "model/tdm-record-types.h"
#include "model/tdm-topic.h"

#include <stdio.h>
#include <string.h>

/* The manual lists every key of every type with what it takes, as the tables of fields have them. After a change that
 * is wanted, `build/tests/test-manual --keys` prints what stands between the two marks of data/tandem-cli.1. */

#define BEGIN ".\\\" Begin of what test-manual --keys prints\n"
#define END ".\\\" End of what test-manual --keys prints\n"

static void
append_codes (GString *out, GType type)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (type);
  const char *separator = "";

  g_string_append (out, ".Cm");
  for (guint i = 0; i < codes->n_values; i++)
    if (*codes->values[i].value_nick)
      {
        g_string_append_printf (out, "%s %s", separator, codes->values[i].value_nick);
        separator = " |";
      }
  g_string_append_c (out, '\n');
}

/* Texts that are more than texts have their words, too. */
static void
append_line (GString *out, const TdmField *field)
{
  if (g_str_equal (field->name, "local-start"))
    g_string_append (out, "Day and hour.\n");
  else if (g_str_equal (field->name, "zone"))
    g_string_append (out, "Time zone.\n");
  else if (g_str_equal (field->name, "motives"))
    {
      append_codes (out, tdm_motive_get_type ());
      g_string_append (out, "or several of them with commas.\n");
    }
  else
    g_string_append_printf (out, "Text, %d characters.\n", (int) field->most);
}

static void
append_kind (GString *out, const TdmField *field)
{
  switch (field->kind)
    {
    case TDM_FIELD_CODE:
      append_codes (out, field->type ());
      break;
    case TDM_FIELD_BOOLEAN:
      g_string_append (out, ".Cm yes | no\n");
      break;
    case TDM_FIELD_INTEGER:
      if (field->most > 0)
        g_string_append_printf (out, "Number from %d to %d.\n", (int) field->least, (int) field->most);
      else
        g_string_append (out, "Number.\n");
      break;
    case TDM_FIELD_DATE:
      g_string_append (out, "Day.\n");
      break;
    case TDM_FIELD_LINK:
      g_string_append_printf (out, "Uid of\n.Cm %s%s\n", tdm_cli_name_type (field->type ()),
                              field->type () == TDM_TYPE_TOPIC ? " ,\nor the title of one." : " .");
      break;
    case TDM_FIELD_EMAIL:
      g_string_append (out, "Address.\n");
      break;
    case TDM_FIELD_BLOCK:
      g_string_append_printf (out, "Lines, %d characters.\n", (int) field->most);
      break;
    case TDM_FIELD_LINE:
      append_line (out, field);
      break;
    }
}

/* What cannot be set is listed by name alone. */
static void
append_unset (GString *out, TdmRecordClass *klass, TdmFieldHand hand, const char *words)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *key = tdm_cli_make_key (&klass->fields[i]);

      if (klass->fields[i].hand == hand)
        g_string_append_printf (keys, "%s.Va %s", keys->len > 0 ? " ,\n" : "", key);
    }
  if (keys->len > 0)
    g_string_append_printf (out, ".Pp\n%s\n%s .\n", words, keys->str);
}

static gboolean
class_has_settable (TdmRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].hand <= TDM_FIELD_AT_FIRST)
      return TRUE;
  return FALSE;
}

static void
append_type (GString *out, GType type)
{
  TdmRecordClass *klass = g_type_class_peek (type);

  g_string_append_printf (out, ".Ss %s\n", tdm_cli_name_type (type));
  if (class_has_settable (klass))
    g_string_append (out, ".Bl -tag -width mentee_agreed_on -compact\n");
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdmField *field = &klass->fields[i];
      g_autofree char *key = tdm_cli_make_key (field);

      if (field->hand > TDM_FIELD_AT_FIRST)
        continue;
      g_string_append_printf (out, ".It Va %s\n", key);
      append_kind (out, field);
      if (field->required)
        g_string_append (out, "Must not be empty.\n");
      if (field->hand == TDM_FIELD_AT_FIRST)
        g_string_append (out, "Only with\n.Cm add .\n");
    }
  if (class_has_settable (klass))
    g_string_append (out, ".El\n");
  append_unset (out, klass, TDM_FIELD_FOLLOWS, "Follows from what happens:");
  append_unset (out, klass, TDM_FIELD_KEPT, "Kept by Tandem:");
}

static char *
make_keys (void)
{
  GString *out = g_string_new (NULL);
  guint n_types;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    append_type (out, types[i]);
  return g_string_free (out, FALSE);
}

static void
test_every_key_is_in_the_manual (gconstpointer path)
{
  g_autofree char *manual = NULL, *keys = make_keys (), *listed = NULL;
  const char *begin, *end;

  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  begin = strstr (manual, BEGIN);
  end = strstr (manual, END);
  g_assert_true (begin && end);
  listed = g_strndup (begin + strlen (BEGIN), end - begin - strlen (BEGIN));
  g_assert_cmpstr (listed, ==, keys);
}

int
main (int argc, char *argv[])
{
  if (argc == 2 && g_str_equal (argv[1], "--keys"))
    {
      g_autofree char *keys = make_keys ();

      fputs (keys, stdout);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add_data_func ("/manual/every-key-is-in-it", argv[1], test_every_key_is_in_the_manual);
  return g_test_run ();
}
