/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-month-meeting.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-format.h"
#include "app/words/tdm-meeting-words.h"
#include "base/tdm-i18n.h"
#include "calendar/tdm-when.h"
#include "messages/tdm-answers.h"
#include "method/tdm-conflicts.h"
#include "workspace/tdm-agenda-item.h"

/* A meeting in a day of the month, which leads to it in its tandem. With room for two lines each of the people has
 * one. */

struct _TdmMonthMeeting
{
  GtkButton parent_instance;

  TdmMeeting *meeting; /* weak */

  GtkImage *mark;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TdmMonthMeeting, tdm_month_meeting, GTK_TYPE_BUTTON)

/* What is in the way, or what a meeting ahead waits for, or how it went; nothing where all is well, or no person was
 * asked. */
static const char *
meeting_choose_mark (TdmMeeting *meeting, const char *conflict)
{
  TdmPerson *mentee = tdm_meeting_get_mentee (meeting), *mentor = tdm_meeting_get_mentor (meeting);
  TdmMeetingState state = tdm_meeting_get_state (meeting);

  if (conflict)
    return "dialog-warning-symbolic";
  if (tdm_meeting_waits (meeting))
    return "media-playback-pause-symbolic";
  if (state == TDM_MEETING_STATE_HELD)
    return "object-select-symbolic";
  if (state == TDM_MEETING_STATE_MISSED)
    return "window-close-symbolic";
  if (!tdm_meeting_is_open (meeting))
    return NULL;
  if (tdm_meeting_get_reply (meeting, mentee) == TDM_REPLY_DECLINED ||
      tdm_meeting_get_reply (meeting, mentor) == TDM_REPLY_DECLINED)
    return "action-unavailable-symbolic";
  return tdm_answers_is_accepted (meeting) || !tdm_meeting_get_answer (meeting, mentee) ? NULL : "mail-unread-symbolic";
}

static void
tdm_month_meeting_dispose (GObject *object)
{
  TdmMonthMeeting *self = TDM_MONTH_MEETING (object);

  g_clear_weak_pointer (&self->meeting);
  gtk_widget_dispose_template (GTK_WIDGET (self), TDM_TYPE_MONTH_MEETING);
  G_OBJECT_CLASS (tdm_month_meeting_parent_class)->dispose (object);
}

static void
tdm_month_meeting_class_init (TdmMonthMeetingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_month_meeting_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/month-meeting.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmMonthMeeting, mark);
  gtk_widget_class_bind_template_child (widget_class, TdmMonthMeeting, label);
}

static void
tdm_month_meeting_init (TdmMonthMeeting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Before the record is there, only who meets is said. */
static char *
brief_describe (const TdmMeetingBrief *brief, TdmMeeting *meeting, const char *conflict)
{
  g_autofree char *words = meeting ? tdm_meeting_words_describe (meeting) : tdm_meeting_words_names (brief);
  g_autofree char *answers = meeting ? tdm_answers_describe_meeting (meeting) : g_strdup ("");
  g_autofree char *said = *answers ? g_strdup_printf ("%s. %s", words, answers) : g_strdup (words);

  return conflict ? g_strdup_printf ("%s. %s.", said, conflict) : g_steal_pointer (&said);
}

void
tdm_month_meeting_show (TdmMonthMeeting *self, TdmAgendaItem *item, TdmConflicts *conflicts, guint n_lines)
{
  const TdmMeetingBrief *brief = tdm_agenda_item_get_brief (item);
  TdmMeeting *meeting = tdm_agenda_item_get_meeting (item);
  g_autofree char *conflict = conflicts ? tdm_conflicts_describe (conflicts, brief, meeting) : NULL;
  g_autofree char *start = tdm_when_here (brief->start), *time = tdm_format_time (start);
  g_autofree char *names = tdm_meeting_words_last_names (brief);
  g_autofree char *description = brief_describe (brief, meeting, conflict);
  const char *mark = meeting ? meeting_choose_mark (meeting, conflict) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: when a meeting starts, then the last names of its two people */
  g_string_printf (text, C_ ("month", "%s %s"), time, names);
  if (n_lines > 1)
    g_string_replace (text, " · ", "\n", 0);
  gtk_label_set_text (self->label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != NULL);
  gtk_image_set_from_icon_name (self->mark, mark);
  tdm_css_set_class (self, "conflict", conflict != NULL);
  tdm_css_set_class (self, "cancelled", tdm_meeting_brief_is_off (brief));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_set_weak_pointer (&self->meeting, meeting);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(sx)", tdm_record_get_uid (TDM_RECORD (brief->pair)),
                                    brief->id);
}

/* NULL until its record is there. */
TdmMeeting *
tdm_month_meeting_get_meeting (TdmMonthMeeting *self)
{
  g_return_val_if_fail (TDM_IS_MONTH_MEETING (self), NULL);

  return self->meeting;
}
