/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-message-letter.h"

#include "mail/tdm-letter.h"
#include "messages/tdm-message-text.h"
#include "model/tdm-programme.h"
#include "workspace/tdm-workspace.h"

/**
 * tdm_message_letter_get_language:
 *
 * Returns: (transfer none): the language in which it is written: that of the recipient, or else of the programme, or
 *   else of the program
 */
const char *
tdm_message_letter_get_language (TdmWorkspace *workspace, TdmOutboxMessage *message)
{
  TdmProgramme *programme = tdm_workspace_get_programme (workspace);
  const char *usual = programme ? tdm_record_get_code (TDM_RECORD (programme), TDM_PROGRAMME_LANGUAGE) : "";

  return tdm_message_text_get_language (message, *usual ? usual : g_get_language_names ()[0]);
}

static const struct
{
  const char *method;
  const char *file_name;
} words[] = {
  [TDM_METHOD_REQUEST] = { "REQUEST", "invite.ics" },
  [TDM_METHOD_CANCEL] = { "CANCEL", "cancel.ics" },
  [TDM_METHOD_REPLY] = { "REPLY", "reply.ics" },
};

/**
 * tdm_message_letter_write:
 * @message: a message that can go
 * @error: an error of tdm_outbox_message_write() or tdm_letter_write()
 *
 * Returns: (transfer full): the whole mail (RFC 6047), in the language of its recipient; the same bytes each time
 */
GBytes *
tdm_message_letter_write (TdmWorkspace *workspace, TdmOutboxMessage *message, GError **error)
{
  const char *language = tdm_message_letter_get_language (workspace, message);
  g_autofree char *subject = tdm_message_text_make_subject (message, language);
  g_autofree char *text = tdm_message_text_make (message, language);
  g_autoptr (GBytes) calendar = tdm_outbox_message_write (message, error);
  TdmMethod method = tdm_outbox_message_get_method (message);
  TdmLetter letter = {
    .message_id = tdm_outbox_message_get_id (message),
    .date = tdm_outbox_message_get_stamp (message),
    .from_name = tdm_outbox_message_get_from_name (message),
    .from_email = tdm_outbox_message_get_from_email (message),
    .to_name = tdm_outbox_message_get_name (message),
    .to_email = tdm_outbox_message_get_email (message),
    .subject = subject,
    .text = text,
    .method = words[method].method,
    .file_name = words[method].file_name,
    .calendar = calendar,
  };

  return calendar ? tdm_letter_write (&letter, error) : NULL;
}
