/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-passphrase-group.h"

#include "app/common/tdm-secret-buffer.h"
#include "base/tdm-i18n.h"
#include "workspace/tdm-notebook.h"

/* A new passphrase, entered twice, with advice and no rules. */

struct _TdmPassphraseGroup
{
  AdwBin parent_instance;

  GtkEditable *first;
  GtkEditable *second;
  GtkLabel *advice;
};

G_DEFINE_FINAL_TYPE (TdmPassphraseGroup, tdm_passphrase_group, ADW_TYPE_BIN)

enum
{
  PROP_PASSPHRASE = 1,
  N_PROPS,
};

static GParamSpec *specs[N_PROPS];

static gboolean
is_same (TdmPassphraseGroup *self)
{
  return g_str_equal (tdm_secret_buffer_get_text (self->first), tdm_secret_buffer_get_text (self->second));
}

static const char *
advise (TdmPassphraseGroup *self)
{
  TdmPassphraseStrength strength = tdm_passphrase_rate (tdm_secret_buffer_get_text (self->first));

  if (strength == TDM_PASSPHRASE_EMPTY)
    return "";
  if (*tdm_secret_buffer_get_text (self->second) && !is_same (self))
    return _ ("The two are not the same yet.");
  if (strength == TDM_PASSPHRASE_WEAK)
    return _ ("Easy to guess for whoever gets the file. One or two more words make it much better.");
  if (strength == TDM_PASSPHRASE_FAIR)
    return _ ("Good. One more word makes it better still.");
  return _ ("Very hard to guess.");
}

static void
changed_cb (TdmPassphraseGroup *self)
{
  gtk_label_set_text (self->advice, advise (self));
  g_object_notify_by_pspec (G_OBJECT (self), specs[PROP_PASSPHRASE]);
}

static gboolean
tdm_passphrase_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TDM_PASSPHRASE_GROUP (widget)->first));
}

/* Whether there is one; nobody may read it as a property. */
static void
tdm_passphrase_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, tdm_passphrase_group_get_passphrase (TDM_PASSPHRASE_GROUP (object)) != NULL);
}

static void
tdm_passphrase_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TDM_TYPE_PASSPHRASE_GROUP);
  G_OBJECT_CLASS (tdm_passphrase_group_parent_class)->dispose (object);
}

static void
tdm_passphrase_group_class_init (TdmPassphraseGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = tdm_passphrase_group_get_property;
  G_OBJECT_CLASS (klass)->dispose = tdm_passphrase_group_dispose;
  widget_class->grab_focus = tdm_passphrase_group_grab_focus;

  specs[PROP_PASSPHRASE] = g_param_spec_boolean ("passphrase", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, specs);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/notes/passphrase-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseGroup, first);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseGroup, second);
  gtk_widget_class_bind_template_child (widget_class, TdmPassphraseGroup, advice);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tdm_passphrase_group_init (TdmPassphraseGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tdm_secret_buffer_attach (self->first);
  tdm_secret_buffer_attach (self->second);
}

/* NULL until it was entered twice in the same way */
const char *
tdm_passphrase_group_get_passphrase (TdmPassphraseGroup *self)
{
  const char *first = self->first ? tdm_secret_buffer_get_text (self->first) : "";

  return *first && is_same (self) ? first : NULL;
}

void
tdm_passphrase_group_clear (TdmPassphraseGroup *self)
{
  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}
