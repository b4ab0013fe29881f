/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-passphrase-group.h"

#include "app/common/tdm-secret-buffer.h"
#include "app/common/tdm-template.h"
#include "base/tdm-i18n.h"
#include "notebook/tdm-passphrase.h"

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
passphrase_group_is_same (TdmPassphraseGroup *self)
{
  return g_str_equal (tdm_secret_buffer_get_text (self->first), tdm_secret_buffer_get_text (self->second));
}

static void
changed_cb (TdmPassphraseGroup *self)
{
  TdmPassphraseStrength strength = tdm_passphrase_rate (tdm_secret_buffer_get_text (self->first));
  const char *advice;

  if (strength == TDM_PASSPHRASE_EMPTY)
    advice = "";
  else if (*tdm_secret_buffer_get_text (self->second) && !passphrase_group_is_same (self))
    advice = _ ("The two are not the same yet.");
  else if (strength <= TDM_PASSPHRASE_WEAK)
    advice = _ ("Easy to guess for whoever gets the file. One or two more words make it much better.");
  else if (strength == TDM_PASSPHRASE_FAIR)
    advice = _ ("Good. One more word makes it better still.");
  else
    advice = _ ("Very hard to guess.");
  gtk_label_set_text (self->advice, advice);
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
tdm_passphrase_group_class_init (TdmPassphraseGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = tdm_passphrase_group_get_property;
  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;
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

  return *first && passphrase_group_is_same (self) ? first : NULL;
}

typedef struct
{
  TdmPassphraseChosen chosen;
  gpointer data;
} Choice;

static void
response_cb (TdmPassphraseGroup *self, const char *response, GtkWidget *dialog)
{
  const Choice *choice = g_object_get_data (G_OBJECT (dialog), "choice");

  if (g_str_equal (response, "go-on"))
    choice->chosen (choice->data);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Goes on with @chosen at once, or if the passphrase is found in no time once more was asked. The widgets of @data live
 * as long as the group. */
void
tdm_passphrase_group_make_sure (TdmPassphraseGroup *self, TdmPassphraseChosen chosen, gpointer data)
{
  Choice choice = { chosen, data };
  GtkWidget *dialog;

  if (tdm_passphrase_rate (tdm_secret_buffer_get_text (self->first)) > TDM_PASSPHRASE_VERY_WEAK)
    {
      chosen (data);
      return;
    }
  dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Use Such a Short Passphrase?"),
    _ ("Whoever gets the file with your notes, or a backup, finds it by trying in hours or days. "
       "With one or two more words it takes years."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Choose Another"), "go-on",
                                    _ ("_Use It Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go-on", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "choice", g_memdup2 (&choice, sizeof choice), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tdm_passphrase_group_clear (TdmPassphraseGroup *self)
{
  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}
