/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-needed-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-plain-row.h"
#include "app/words/tdm-pair-words.h"
#include "base/tdm-i18n.h"

/* Why something cannot be removed: tandems need it, and each of them is one click away. */

static void
needed_dialog_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkWindow *dialog)
{
  GtkWindow *over = gtk_window_get_transient_for (dialog);
  g_autofree char *uid = g_strdup (g_object_get_data (G_OBJECT (row), "uid"));

  g_object_ref (over);
  gtk_window_destroy (dialog);
  gtk_widget_activate_action (GTK_WIDGET (over), "win.show-pair", "s", uid);
  g_object_unref (over);
}

static GtkWidget *
needed_dialog_make_list (GPtrArray *pairs)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tandems"), -1);
  for (guint i = 0; i < pairs->len; i++)
    {
      g_autofree char *title = tdm_pair_words_title (pairs->pdata[i]);
      TdmRound *round = tdm_pair_get_round (pairs->pdata[i]);
      g_autofree char *detail = g_strjoin (" · ", round ? tdm_round_get_title (round) : "",
                                           tdm_pair_words_state (pairs->pdata[i]), NULL);
      AdwActionRow *row = tdm_plain_row_new (title, detail);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "uid", g_strdup (tdm_record_get_uid (pairs->pdata[i])), g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
    }
  return list;
}

/* @why: it was refused, in words
 * @pairs: (element-type TdmPair): that need it */
void
tdm_needed_dialog_present (GtkWidget *over, const GError *why, GPtrArray *pairs)
{
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), _ ("Still Needed"), why->message);
  GtkWidget *list = needed_dialog_make_list (pairs);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  tdm_dialog_add_extra (dialog, list);
  gtk_widget_grab_focus (gtk_widget_get_first_child (list));
  g_signal_connect (list, "row-activated", G_CALLBACK (needed_dialog_row_activated_cb), dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
