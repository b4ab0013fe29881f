/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-reply-marks.h"

#include "app/common/tdm-css.h"
#include "app/common/tdm-label.h"
#include "app/common/tdm-template.h"
#include "app/common/tdm-wrap-layout.h"
#include "base/tdm-i18n.h"
#include "messages/tdm-answers.h"

/* What the two people of a tandem answered about a meeting: a sign and a name each, and what they wrote with it. */

struct _TdmReplyMarks
{
  AdwBin parent_instance;

  GtkLabel *mentee_label;
  GtkLabel *mentor_label;
  GtkLabel *comments_label;
};

G_DEFINE_FINAL_TYPE (TdmReplyMarks, tdm_reply_marks, ADW_TYPE_BIN)

static const char *
reply_get_sign (TdmReply reply)
{
  switch (reply)
    {
    case TDM_REPLY_ACCEPTED:
      return "✓";
    case TDM_REPLY_DECLINED:
      return "✗";
    case TDM_REPLY_TENTATIVE:
      return "?";
    case TDM_REPLY_NEEDS_ACTION:
      break;
    }
  return "○";
}

static void
label_show_reply (GtkLabel *label, TdmMeeting *meeting, TdmPerson *person, gboolean is_open)
{
  g_autofree char *answer = is_open && person ? tdm_answers_describe_date (meeting, person) : NULL;
  TdmReply reply = person ? tdm_meeting_get_reply (meeting, person) : TDM_REPLY_NEEDS_ACTION;
  gboolean is_old = answer && tdm_answers_is_to_old_time (meeting, person);
  g_autofree char *name = NULL, *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), answer != NULL);
  if (!answer)
    return;
  name = tdm_person_get_first_name (person);
  /* Translators: a sign for an answer, then a first name, as in "✓ Anna, to the old time" */
  text = g_strdup_printf (is_old ? _ ("%s %s, to the old time") : "%s %s", reply_get_sign (reply), name);
  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, answer, -1);
  tdm_css_set_class (label, "good", reply == TDM_REPLY_ACCEPTED && !is_old);
  tdm_css_set_class (label, "attention", reply == TDM_REPLY_DECLINED && !is_old);
}

static void
tdm_reply_marks_class_init (TdmReplyMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tdm_template_dispose;
  g_type_ensure (TDM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tandemapp/Tandem/ui/meetings/reply-marks.ui");
  gtk_widget_class_bind_template_child (widget_class, TdmReplyMarks, mentee_label);
  gtk_widget_class_bind_template_child (widget_class, TdmReplyMarks, mentor_label);
  gtk_widget_class_bind_template_child (widget_class, TdmReplyMarks, comments_label);
}

static void
tdm_reply_marks_init (TdmReplyMarks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Who had accepted a meeting does not matter any more when it is over. Without a meeting there is nothing to show. */
void
tdm_reply_marks_show (TdmReplyMarks *self, TdmMeeting *meeting)
{
  gboolean is_open = meeting && tdm_meeting_is_open (meeting);
  g_autofree char *comments = is_open ? tdm_answers_describe_comments (meeting) : g_strdup ("");

  tdm_label_show_text (self->comments_label, comments);
  label_show_reply (self->mentee_label, meeting, meeting ? tdm_meeting_get_mentee (meeting) : NULL, is_open);
  label_show_reply (self->mentor_label, meeting, meeting ? tdm_meeting_get_mentor (meeting) : NULL, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (GTK_WIDGET (self->mentee_label)) ||
                                                 gtk_widget_get_visible (GTK_WIDGET (self->mentor_label)));
}
