/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-language-row.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "model/tdm-languages.h"

/* Which of their languages the messages to a person are written in. What else was noted of their languages stays. */

struct _TdmLanguageRow
{
  AdwComboRow parent_instance;

  char *filled; /* as the row was given it, NULL before that */
  char *languages;
};

G_DEFINE_FINAL_TYPE (TdmLanguageRow, tdm_language_row, ADW_TYPE_COMBO_ROW)

static GParamSpec *languages_spec;

/* Whoever comes back to what was there has changed nothing. */
static void
language_row_selected_cb (TdmLanguageRow *self)
{
  TdmLanguage language = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autofree char *languages = NULL;

  if (!self->filled)
    return;
  languages = language == tdm_languages_get_first (self->filled) ? g_strdup (self->filled)
                                                                 : tdm_languages_set_first (self->filled, language);
  if (tdm_set_str (&self->languages, languages))
    g_object_notify_by_pspec (G_OBJECT (self), languages_spec);
}

static void
tdm_language_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_string (value, TDM_LANGUAGE_ROW (object)->languages);
}

static void
tdm_language_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmLanguageRow *self = TDM_LANGUAGE_ROW (object);
  const char *languages = g_value_get_string (value);

  if (!languages)
    return;
  tdm_set_str (&self->filled, languages);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), tdm_languages_get_first (languages));
  if (tdm_set_str (&self->languages, languages))
    g_object_notify_by_pspec (object, spec);
}

static void
tdm_language_row_finalize (GObject *object)
{
  g_free (TDM_LANGUAGE_ROW (object)->filled);
  g_free (TDM_LANGUAGE_ROW (object)->languages);
  G_OBJECT_CLASS (tdm_language_row_parent_class)->finalize (object);
}

static void
tdm_language_row_class_init (TdmLanguageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tdm_language_row_get_property;
  object_class->set_property = tdm_language_row_set_property;
  object_class->finalize = tdm_language_row_finalize;
  languages_spec = g_param_spec_string ("languages", NULL, NULL, NULL,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, languages_spec);
}

static void
tdm_language_row_init (TdmLanguageRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  tdm_language_row_set_usual (self, TDM_LANGUAGE_OF_COMPUTER);
  g_signal_connect (self, "notify::selected", G_CALLBACK (language_row_selected_cb), NULL);
}

/* @usual: that of the programme, which those get who have none of their own */
void
tdm_language_row_set_usual (TdmLanguageRow *self, TdmLanguage usual)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (tdm_language_get_type ());
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  g_return_if_fail (TDM_IS_LANGUAGE_ROW (self));

  if (usual == TDM_LANGUAGE_OF_COMPUTER)
    usual = tdm_languages_get_of_computer ();
  /* Translators: %s is a time zone or a language */
  gtk_string_list_take (titles, g_strdup_printf (_ ("As the programme: %s"),
                                                 tdm_code_get_title (tdm_language_get_type (), usual)));
  for (guint i = 0; i < codes->n_values; i++)
    if (codes->values[i].value != TDM_LANGUAGE_OF_COMPUTER)
      gtk_string_list_append (titles, tdm_code_get_title (tdm_language_get_type (), codes->values[i].value));
  /* A new model selects its first item. */
  g_object_freeze_notify (G_OBJECT (self));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
  g_object_thaw_notify (G_OBJECT (self));
}
