/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#pragma once

#include <curl/curl.h>
#include <glib.h>

G_BEGIN_DECLS

/* The functions of libcurl that are used, each under its own name without "curl_". */
#define TDM_CURL_FUNCTIONS(X) \
  X (global_init) X (easy_init) X (easy_cleanup) X (easy_reset) X (easy_setopt) X (easy_getinfo) X (easy_strerror) \
  X (multi_init) X (multi_cleanup) X (multi_add_handle) X (multi_remove_handle) X (multi_perform) X (multi_poll) \
  X (multi_wakeup) X (multi_info_read) X (slist_append) X (slist_free_all)

/* GCC and clang check setopt by a macro, which is not the function that is meant here. */
#undef curl_easy_setopt
#undef curl_easy_getinfo
#define TDM_CURL_MEMBER(name) __typeof__ (curl_##name) *name;

typedef struct
{
  TDM_CURL_FUNCTIONS (TDM_CURL_MEMBER)
} TdmCurl;

const TdmCurl *tdm_curl_get (GError **error);

G_END_DECLS
