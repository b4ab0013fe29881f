/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-curl.h"

#include "base/tdm-i18n.h"
#include "tdm-mail-error.h"

#include <gmodule.h>

/* libcurl and the thirty libraries behind it take as long to load as a window takes to open a list, and most people
 * never send mail: so it is loaded when the first connection is made. */

#define GNUTLS "libcurl-gnutls.so.4"
#define OPENSSL "libcurl.so.4"

static const char *const names[] = { GNUTLS, OPENSSL };

#define NEEDS \
  "[{\"feature\":\"mail\",\"description\":\"Send mail\",\"priority\":\"recommended\"," \
  "\"soname\":[\"" GNUTLS "\",\"" OPENSSL "\"]}]"

/* For the tools of packagers, which see no other sign of it (UAPI specification "ELF dlopen metadata") */
__attribute__ ((section (".note.dlopen"), used, aligned (4))) static const struct
{
  guint32 owner_size, needs_size, type;
  char owner[sizeof "FDO"];
  char needs[sizeof NEEDS];
} dlopen_note = { sizeof "FDO", sizeof NEEDS, 0x407c0c0a, "FDO", NEEDS };

static TdmCurl curl;
static gboolean is_loaded;

static gboolean
load (void)
{
  GModule *module = NULL;

  for (guint i = 0; !module && i < G_N_ELEMENTS (names); i++)
    module = g_module_open (names[i], G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (!module)
    return FALSE;
  g_module_make_resident (module);
#define FIND(name) \
  if (!g_module_symbol (module, "curl_" #name, (gpointer *) &curl.name)) \
    return FALSE;
  TDM_CURL_FUNCTIONS (FIND)
#undef FIND
  return curl.global_init (CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

/**
 * tdm_curl_get:
 * @error: TDM_MAIL_ERROR_FAILED where there is no libcurl
 *
 * Loads libcurl when it is needed first; fine in any thread.
 *
 * Returns: (transfer none) (nullable): its functions
 */
const TdmCurl *
tdm_curl_get (GError **error)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      is_loaded = load ();
      g_once_init_leave (&done, 1);
    }
  if (is_loaded)
    return &curl;
  g_set_error_literal (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_FAILED,
                       _ ("E-mails cannot be sent: the library for it (libcurl) is missing on this computer."));
  return NULL;
}
