/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-smtp-failure.h"

#include "base/tdm-i18n.h"
#include "tdm-curl.h"
#include "tdm-mail-error.h"

#include <gio/gio.h>

static TdmMailError
failure_find_code (const TdmSmtpFailure *failure)
{
  gboolean is_temporary = failure->code >= 400 && failure->code < 500;

  /* 530: log in first; 534, 535, 538: not in this way (RFC 4954) */
  if ((failure->result == CURLE_LOGIN_DENIED && !is_temporary) || failure->code == 530 || failure->code == 534 ||
      failure->code == 535 || failure->code == 538)
    return TDM_MAIL_ERROR_LOGIN;
  if (is_temporary)
    return TDM_MAIL_ERROR_TEMPORARY;
  /* What the server said about a letter, but not what it said instead of a greeting */
  if (failure->to && failure->code >= 500 && failure->code < 600 &&
      (failure->handed_over || failure->result == CURLE_SEND_ERROR))
    return TDM_MAIL_ERROR_REFUSED;
  if (failure->handed_over)
    return TDM_MAIL_ERROR_UNKNOWN;

  switch (failure->result)
    {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return TDM_MAIL_ERROR_CERTIFICATE;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
      return TDM_MAIL_ERROR_ENCRYPTION;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_REMOTE_ACCESS_DENIED:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
      return TDM_MAIL_ERROR_CONNECT;
    default:
      return TDM_MAIL_ERROR_FAILED;
    }
}

static char *
failure_explain_no_connection (const TdmSmtpFailure *failure)
{
  switch (failure->result)
    {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return g_strdup_printf (
        _ ("The e-mail server “%s” was not found. Please check its name, and whether this computer is online."),
        failure->server);
    case CURLE_COULDNT_CONNECT:
      return g_strdup_printf (_ ("The e-mail server “%s” does not answer at port %u. Please check both."),
                              failure->server, failure->port);
    case CURLE_OPERATION_TIMEDOUT:
      return g_strdup_printf (_ ("The e-mail server “%s” took too long to answer. Please try again later."),
                              failure->server);
    default:
      return g_strdup_printf (_ ("The connection to the e-mail server “%s” was lost before the e-mail was handed over. "
                                 "Please try again."),
                              failure->server);
    }
}

static char *
failure_explain (const TdmSmtpFailure *failure, TdmMailError code)
{
  switch (code)
    {
    case TDM_MAIL_ERROR_LOGIN:
      return g_strdup_printf (_ ("The e-mail server “%s” does not accept this user name and password."),
                              failure->server);
    case TDM_MAIL_ERROR_TEMPORARY:
      return g_strdup_printf (_ ("The e-mail server “%s” does not accept this now. Please try again later."),
                              failure->server);
    case TDM_MAIL_ERROR_REFUSED:
      return g_strdup_printf (_ ("The e-mail server does not accept the e-mail to “%s”."), failure->to);
    case TDM_MAIL_ERROR_UNKNOWN:
      return g_strdup_printf (
        _ ("The connection was lost while the e-mail to “%s” was handed over. Whether it arrives is not known."),
        failure->to);
    case TDM_MAIL_ERROR_CERTIFICATE:
      return g_strdup_printf (_ ("The certificate of the e-mail server “%s” is not trusted. Nothing was sent to it."),
                              failure->server);
    case TDM_MAIL_ERROR_ENCRYPTION:
      return g_strdup_printf (
        _ ("The e-mail server “%s” does not offer this encryption at port %u. Nothing was sent to it."),
        failure->server, failure->port);
    case TDM_MAIL_ERROR_CONNECT:
      return failure_explain_no_connection (failure);
    default:
      return g_strdup_printf (_ ("The e-mail could not be sent (%s)."),
                              tdm_curl_get (NULL)->easy_strerror (failure->result));
    }
}

/**
 * tdm_smtp_failure_set_error:
 * @error: (out): where to put the error
 * @failure: what happened
 *
 * Says in the language of the program what a failure means, and above all whether the letter may have arrived. After
 * the letter was handed over a stop on request is no answer to that, so it counts as %TDM_MAIL_ERROR_UNKNOWN.
 */
void
tdm_smtp_failure_set_error (GError **error, const TdmSmtpFailure *failure)
{
  TdmMailError code = failure_find_code (failure);
  g_autofree char *message = NULL;

  g_debug ("libcurl %d, SMTP %ld: %s", failure->result, failure->code, failure->reply);
  if (failure->cancelled && failure->result == CURLE_ABORTED_BY_CALLBACK && !failure->handed_over)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
      return;
    }
  message = failure_explain (failure, code);
  if (failure->code < 400 || *failure->reply == '\0')
    g_set_error_literal (error, TDM_MAIL_ERROR, code, message);
  else
    /* Translators: what happened, then what the mail server says about it in its own words */
    g_set_error (error, TDM_MAIL_ERROR, code, _ ("%s The server says: %s"), message, failure->reply);
}
