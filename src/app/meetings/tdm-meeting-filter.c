/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-meeting-filter.h"

#include "app/common/tdm-search.h"
#include "base/tdm-compat.h"
#include "base/tdm-text.h"
#include "workspace/tdm-agenda-view.h"

#include <string.h>

/* Which meetings of an agenda are looked for: by words that are typed, and by what is chosen. It looks at what the
 * agenda knows of each, so that no record is read for a meeting that is not shown. */

struct _TdmMeetingFilter
{
  GObject parent_instance;

  char *search;
  GStrv words;
  GHashTable *folded; /* texts that very many meetings share */
  char *state;
  char *topic;
  char *place;
};

G_DEFINE_FINAL_TYPE (TdmMeetingFilter, tdm_meeting_filter, G_TYPE_OBJECT)

static guint changed_signal;

static void
tdm_meeting_filter_finalize (GObject *object)
{
  TdmMeetingFilter *self = TDM_MEETING_FILTER (object);

  g_free (self->search);
  g_strfreev (self->words);
  g_hash_table_unref (self->folded);
  g_free (self->state);
  g_free (self->topic);
  g_free (self->place);
  G_OBJECT_CLASS (tdm_meeting_filter_parent_class)->finalize (object);
}

static void
tdm_meeting_filter_class_init (TdmMeetingFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tdm_meeting_filter_finalize;

  /* Others are let through. */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tdm_meeting_filter_init (TdmMeetingFilter *self)
{
  self->search = g_strdup ("");
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static const char *
meeting_filter_fold (TdmMeetingFilter *self, const char *text)
{
  const char *folded = g_hash_table_lookup (self->folded, text);
  char *fresh;

  if (folded)
    return folded;
  fresh = tdm_text_fold (text);
  g_hash_table_insert (self->folded, g_strdup (text), fresh);
  return fresh;
}

/* A word stands in one of the texts of a meeting; those of its tandem are its people, their departments and its topic.
 * A meeting that others took part in, before the tandem changed hands, is found by their names. */
static gboolean
meeting_filter_has_word (TdmMeetingFilter *self, const TdmMeetingBrief *brief, const char *word)
{
  gboolean has_own_people = brief->mentee || brief->mentor;
  const char *texts[] = {
    has_own_people ? tdm_person_get_name (tdm_meeting_brief_get_mentee (brief)) : "",
    has_own_people ? tdm_person_get_name (tdm_meeting_brief_get_mentor (brief)) : "",
    tdm_meeting_brief_get_topic (brief),
    brief->place ? brief->place : "",
    tdm_code_get_title (tdm_meeting_kind_get_type (), brief->kind),
    tdm_meeting_brief_describe_state (brief),
  };

  if (!has_own_people && strstr (tdm_pair_get_search_text (brief->pair), word))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] && strstr (meeting_filter_fold (self, texts[i]), word))
      return TRUE;
  return FALSE;
}

static gboolean
meeting_filter_match (gpointer data, const TdmMeetingBrief *brief)
{
  TdmMeetingFilter *self = data;

  if ((self->state && !g_str_equal (tdm_meeting_brief_describe_state (brief), self->state)) ||
      (self->topic && !g_str_equal (tdm_meeting_brief_get_topic (brief), self->topic)) ||
      (self->place && g_strcmp0 (brief->place, self->place) != 0))
    return FALSE;
  for (char **word = self->words; word && *word; word++)
    if (!meeting_filter_has_word (self, brief, *word))
      return FALSE;
  return TRUE;
}

void
tdm_meeting_filter_set_search (TdmMeetingFilter *self, const char *search)
{
  g_autofree char *folded = tdm_text_fold (search);

  if (!tdm_set_str (&self->search, folded))
    return;
  g_strfreev (self->words);
  self->words = tdm_search_split (folded);
  /* Names change, too. */
  if (!self->words)
    g_hash_table_remove_all (self->folded);
  g_signal_emit (self, changed_signal, 0);
}

/* @state: as the window says it; what is NULL lets all through */
void
tdm_meeting_filter_narrow (TdmMeetingFilter *self, const char *state, const char *topic, const char *place)
{
  gboolean is_other_state = tdm_set_str (&self->state, state);
  gboolean is_other_topic = tdm_set_str (&self->topic, topic);
  gboolean is_other_place = tdm_set_str (&self->place, place);

  if (is_other_state || is_other_topic || is_other_place)
    g_signal_emit (self, changed_signal, 0);
}

/* Whether any meeting is left out */
gboolean
tdm_meeting_filter_is_narrow (TdmMeetingFilter *self)
{
  return self->words || self->state || self->topic || self->place;
}

/* From now on, a view shows what is looked for. */
void
tdm_meeting_filter_attach (TdmMeetingFilter *self, TdmAgendaView *view)
{
  g_object_set_data_full (G_OBJECT (view), "tdm-meeting-filter", g_object_ref (self), g_object_unref);
  g_signal_connect_object (self, "changed", G_CALLBACK (tdm_agenda_view_refresh), view, G_CONNECT_SWAPPED);
  tdm_agenda_view_set_match (view, meeting_filter_match, self);
}
