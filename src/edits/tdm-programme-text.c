/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-text.h"

/* What people have written of how the method is used, such as a topic or the test question of a round. It may name whom
 * it was written for. */

struct _TdmProgrammeText
{
  GObject parent_instance;

  TdmRecord *record;
  const guint *fields;
  guint n_fields;
};

G_DEFINE_FINAL_TYPE (TdmProgrammeText, tdm_programme_text, G_TYPE_OBJECT)

static void
tdm_programme_text_finalize (GObject *object)
{
  g_object_unref (TDM_PROGRAMME_TEXT (object)->record);
  G_OBJECT_CLASS (tdm_programme_text_parent_class)->finalize (object);
}

static void
tdm_programme_text_class_init (TdmProgrammeTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_programme_text_finalize;
}

static void
tdm_programme_text_init (TdmProgrammeText *self)
{
}

/**
 * tdm_programme_text_new:
 * @record: whose text it is
 * @fields: (transfer none): the text fields that only make sense together; they live as long as the program
 *
 * Returns: (transfer full): the text
 */
TdmProgrammeText *
tdm_programme_text_new (TdmRecord *record, const guint *fields, guint n_fields)
{
  TdmProgrammeText *self = g_object_new (TDM_TYPE_PROGRAMME_TEXT, NULL);

  self->record = g_object_ref (record);
  self->fields = fields;
  self->n_fields = n_fields;
  return self;
}

TdmRecord *
tdm_programme_text_get_record (TdmProgrammeText *self)
{
  g_return_val_if_fail (TDM_IS_PROGRAMME_TEXT (self), NULL);

  return self->record;
}

/**
 * tdm_programme_text_get_field:
 *
 * Returns: the first of its fields
 */
guint
tdm_programme_text_get_field (TdmProgrammeText *self)
{
  g_return_val_if_fail (TDM_IS_PROGRAMME_TEXT (self), 0);

  return self->fields[0];
}

/**
 * tdm_programme_text_dup_text:
 *
 * Returns: (transfer full): all that is written there, a line for each field; "" if that is nothing
 */
char *
tdm_programme_text_dup_text (TdmProgrammeText *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (TDM_IS_PROGRAMME_TEXT (self), NULL);

  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *line = tdm_record_get_text (self->record, self->fields[i]);

      if (*line)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tdm_programme_text_copy:
 * @into: a draft of the same type
 */
void
tdm_programme_text_copy (TdmProgrammeText *self, TdmRecord *into)
{
  g_return_if_fail (TDM_IS_PROGRAMME_TEXT (self));
  g_return_if_fail (G_OBJECT_TYPE (into) == G_OBJECT_TYPE (self->record));

  tdm_record_copy_fields (into, self->record, self->fields, self->n_fields);
}
