/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-part.h"

G_DEFINE_BOXED_TYPE (TdmMailPart, tdm_mail_part, tdm_mail_part_ref, tdm_mail_part_unref)

static void
part_clear (gpointer data)
{
  TdmMailPart *self = data;

  g_bytes_unref (self->calendar);
  g_free (self->method);
  g_free (self->from_name);
  g_free (self->from_email);
  g_free (self->subject);
  g_free (self->problem);
}

/**
 * tdm_mail_part_new:
 * @calendar: (transfer none): the bytes of a calendar
 *
 * Returns: (transfer full): a part that nobody sent
 */
TdmMailPart *
tdm_mail_part_new (GBytes *calendar)
{
  TdmMailPart *self = g_atomic_rc_box_new0 (TdmMailPart);

  self->calendar = g_bytes_ref (calendar);
  self->method = g_strdup ("");
  self->from_name = g_strdup ("");
  self->from_email = g_strdup ("");
  self->subject = g_strdup ("");
  self->problem = g_strdup ("");
  return self;
}

TdmMailPart *
tdm_mail_part_ref (TdmMailPart *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tdm_mail_part_unref (TdmMailPart *self)
{
  g_atomic_rc_box_release_full (self, part_clear);
}
