/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-programme-copy-dialog.h"

#include "app/common/tdm-dialog.h"
#include "app/common/tdm-record-tick.h"
#include "app/common/tdm-record-view.h"
#include "app/common/tdm-wrap-layout.h"
#include "base/tdm-i18n.h"
#include "base/tdm-text.h"
#include "edits/tdm-programme-edits.h"
#include "edits/tdm-programme-text.h"
#include "sample/tdm-sample.h"
#include "workspace/tdm-workspace.h"

#include <adwaita.h>

#define TDM_TYPE_PROGRAMME_COPY_DIALOG (tdm_programme_copy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdmProgrammeCopyDialog, tdm_programme_copy_dialog, TDM, PROGRAMME_COPY_DIALOG, AdwWindow)

/* A programme for another company, from this one. What was written for the first may name it: all of that is shown, and
 * goes along where it is ticked. At first only topics are that everybody gets from the starter list. */

struct _TdmProgrammeCopyDialog
{
  AdwWindow parent_instance;

  TdmWorkspace *workspace;
  GListModel *texts;
  GHashTable *known; /* topics, as topic_fold() writes them */
  TdmProgrammeCopyDone done;

  TdmRecordView *view;
};

G_DEFINE_FINAL_TYPE (TdmProgrammeCopyDialog, tdm_programme_copy_dialog, ADW_TYPE_WINDOW)

/* Called from the templates. */
char *tdm_programme_copy_text  (GtkListItem *item, TdmProgrammeText *text);
char *tdm_programme_copy_place (GtkListItem *item, TdmProgrammeText *text);
char *tdm_programme_copy_name  (GtkListItem *item, TdmProgrammeText *text);
char *tdm_programme_copy_search (TdmProgrammeText *text);

char *
tdm_programme_copy_text (GtkListItem *item, TdmProgrammeText *text)
{
  return text ? tdm_programme_text_dup_text (text) : g_strdup ("");
}

/* Where it is written */
char *
tdm_programme_copy_place (GtkListItem *item, TdmProgrammeText *text)
{
  TdmRecord *record = text ? tdm_programme_text_get_record (text) : NULL;

  if (!record)
    return g_strdup ("");
  if (TDM_IS_TOPIC (record))
    return g_strdup (_ ("Topic"));
  if (TDM_IS_PROGRAMME (record))
    return g_strdup (_ ("Words for the roles"));
  return g_strjoin (" · ", tdm_round_get_title (TDM_ROUND (record)),
                    tdm_programme_text_get_field (text) == TDM_ROUND_QUESTION ? _ ("Test question")
                                                                             : _ ("Criterion and justification"),
                    NULL);
}

char *
tdm_programme_copy_name (GtkListItem *item, TdmProgrammeText *text)
{
  g_autofree char *place = tdm_programme_copy_place (item, text), *written = tdm_programme_copy_text (item, text);

  return g_strjoin (": ", place, written, NULL);
}

char *
tdm_programme_copy_search (TdmProgrammeText *text)
{
  return tdm_programme_copy_name (NULL, text);
}

/* --- what is ticked ------------------------------------------------------------------- */

static char *
topic_fold (TdmRecord *topic)
{
  g_autofree char *title = tdm_text_fold (tdm_record_get_text (topic, TDM_TOPIC_TITLE));
  g_autofree char *area = tdm_text_fold (tdm_record_get_text (topic, TDM_TOPIC_AREA));

  return g_strjoin ("\n", title, area, NULL);
}

/* Topics with their areas as the starter lists of both languages have them; what of these cannot be read is unknown. */
static GHashTable *
collect_starter_topics (void)
{
  static const char *const languages[] = { "de", "en" };
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GPtrArray) topics = tdm_sample_make_topics (languages[i], NULL);

      for (guint j = 0; topics && j < topics->len; j++)
        g_hash_table_add (known, topic_fold (topics->pdata[j]));
    }
  return known;
}

typedef gboolean (*TdmCopyTakes) (gpointer text, GHashTable *known);

static gboolean
takes_known (gpointer text, GHashTable *known)
{
  TdmRecord *record = tdm_programme_text_get_record (text);
  g_autofree char *key = TDM_IS_TOPIC (record) ? topic_fold (record) : NULL;

  return key && g_hash_table_contains (known, key);
}

static gboolean
takes_topics (gpointer text, GHashTable *known)
{
  return TDM_IS_TOPIC (tdm_programme_text_get_record (text));
}

static gboolean
takes_nothing (gpointer text, GHashTable *known)
{
  return FALSE;
}

static void
copy_dialog_tick (TdmProgrammeCopyDialog *self, TdmCopyTakes takes)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->texts); i++)
    {
      g_autoptr (TdmProgrammeText) text = g_list_model_get_item (self->texts, i);

      if (takes (text, self->known))
        g_ptr_array_add (taken, g_steal_pointer (&text));
    }
  tdm_record_view_set_ticked (self->view, taken);
}

/* What has to be looked at comes first. */
static GListModel *
texts_sort (GListModel *texts, GHashTable *known)
{
  GListStore *sorted = g_list_store_new (TDM_TYPE_PROGRAMME_TEXT);

  for (gboolean is_known = FALSE; is_known <= TRUE; is_known++)
    for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
      {
        g_autoptr (TdmProgrammeText) text = g_list_model_get_item (texts, i);

        if (takes_known (text, known) == is_known)
          g_list_store_append (sorted, text);
      }
  return G_LIST_MODEL (sorted);
}

static void
known_cb (TdmProgrammeCopyDialog *self)
{
  copy_dialog_tick (self, takes_known);
}

static void
topics_cb (TdmProgrammeCopyDialog *self)
{
  copy_dialog_tick (self, takes_topics);
}

static void
nothing_cb (TdmProgrammeCopyDialog *self)
{
  copy_dialog_tick (self, takes_nothing);
}

/* --- object --------------------------------------------------------------------------- */

static void
continue_cb (TdmProgrammeCopyDialog *self)
{
  g_autoptr (GPtrArray) ticked = tdm_record_view_get_ticked (self->view);
  TdmProgramme *programme =
    tdm_workspace_is_open (self->workspace) ? tdm_workspace_get_programme (self->workspace) : NULL;
  GtkWidget *over = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  TdmProgrammeCopyDone done = self->done;
  TdmEdit *edit = programme
                    ? tdm_programme_edits_start_from (programme, tdm_workspace_get_rounds (self->workspace), ticked, "")
                    : NULL;

  gtk_window_destroy (GTK_WINDOW (self));
  if (edit)
    done (over, edit);
}

static void
tdm_programme_copy_dialog_dispose (GObject *object)
{
  TdmProgrammeCopyDialog *self = TDM_PROGRAMME_COPY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_PROGRAMME_COPY_DIALOG);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (tdm_programme_copy_dialog_parent_class)->dispose (object);
}

static void
tdm_programme_copy_dialog_class_init (TdmProgrammeCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_programme_copy_dialog_dispose;

  g_type_ensure (TDM_TYPE_RECORD_TICK);
  g_type_ensure (TDM_TYPE_RECORD_VIEW);
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tandemapp/Tandem/ui/shell/programme-copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmProgrammeCopyDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, known_cb);
  gtk_widget_class_bind_template_callback (widget_class, topics_cb);
  gtk_widget_class_bind_template_callback (widget_class, nothing_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tdm_programme_copy_dialog_init (TdmProgrammeCopyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* For a file that has a programme */
void
tdm_programme_copy_dialog_present (GtkWidget *over, TdmWorkspace *workspace, TdmProgrammeCopyDone done)
{
  TdmProgrammeCopyDialog *self = g_object_new (TDM_TYPE_PROGRAMME_COPY_DIALOG, NULL);
  g_autoptr (GListModel) texts = tdm_programme_edits_list_texts (tdm_workspace_get_programme (workspace),
                                                                 tdm_workspace_get_rounds (workspace),
                                                                 tdm_workspace_get_topics (workspace));

  self->workspace = g_object_ref (workspace);
  self->done = done;
  self->known = collect_starter_topics ();
  self->texts = texts_sort (texts, self->known);
  g_object_set (self->view, "model", self->texts, NULL);
  copy_dialog_tick (self, takes_known);
  tdm_dialog_open (self, over);
}
