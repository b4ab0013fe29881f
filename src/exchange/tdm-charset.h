/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdmCharset:
 * @TDM_CHARSET_GUESS: the one it looks like
 * @TDM_CHARSET_UTF_8: what nearly all programs write today
 * @TDM_CHARSET_UTF_16: “Unicode text” of Excel, in either order of bytes
 * @TDM_CHARSET_WINDOWS: Windows-1252, “CSV” of Excel in Western Europe
 * @TDM_CHARSET_MAC: Mac Roman, “CSV” of Excel for Mac
 *
 * How the letters of a text file are written down.
 */
typedef enum
{
  TDM_CHARSET_GUESS,
  TDM_CHARSET_UTF_8,
  TDM_CHARSET_UTF_16,
  TDM_CHARSET_WINDOWS,
  TDM_CHARSET_MAC,
} TdmCharset;

char *tdm_charset_decode (GBytes     *bytes,
                          TdmCharset *charset);

G_END_DECLS
