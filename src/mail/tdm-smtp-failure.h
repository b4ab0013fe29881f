/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <curl/curl.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmSmtpFailure:
 * @result: what libcurl says
 * @code: the code of the server's last answer (RFC 5321, 4.2), 0 if there was none
 * @reply: what the server said, a clean line, perhaps empty
 * @server: the name of the server
 * @port: its port
 * @to: (nullable): who should have got the letter; %NULL if none was to be sent
 * @handed_over: whether the whole letter may have gone, with the dot at its end
 * @cancelled: whether somebody asked to stop
 *
 * All that is known about why something did not work.
 */
typedef struct
{
  CURLcode result;
  long code;
  const char *reply;
  const char *server;
  guint port;
  const char *to;
  gboolean handed_over;
  gboolean cancelled;
} TdmSmtpFailure;

void tdm_smtp_failure_set_error (GError              **error,
                                 const TdmSmtpFailure *failure);

G_END_DECLS
