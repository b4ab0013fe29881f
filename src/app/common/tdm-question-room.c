/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-question-room.h"

#include <adwaita.h>

/* A question of libadwaita has its heading twice, in large letters and, where these have no room, in smaller ones that
 * take more lines. It measures both with the room that the smaller ones need, and newer versions of GTK complain each
 * time that the large ones need more: in width, or in height where the smaller ones take one line, too. So neither
 * needs more than the other. */

/* In pixels: more than either needs for its widest letter, and less than any question has */
#define LEAST_WIDTH 100

static GtkWidget *
question_find_heading (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-2"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = question_find_heading (child);

      if (found)
        return found;
    }
  return NULL;
}

static void (*question_show) (GtkWidget *question);

static void
question_even_show (GtkWidget *question)
{
  GtkWidget *heading = question_find_heading (question);

  if (heading)
    {
      GtkWidget *smaller = gtk_widget_get_next_sibling (heading);
      int height;

      /* It is only shown where it needs no dots. */
      gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
      gtk_widget_set_size_request (heading, LEAST_WIDTH, -1);
      gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      if (smaller)
        gtk_widget_set_size_request (smaller, LEAST_WIDTH, height);
    }
  question_show (question);
}

/* For all questions of the program, and for all times */
void
tdm_question_room_keep (void)
{
  GtkWidgetClass *questions = g_type_class_ref (ADW_TYPE_MESSAGE_DIALOG);

  if (questions->show == question_even_show)
    return;
  question_show = questions->show;
  questions->show = question_even_show;
}
