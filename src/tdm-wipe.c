/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-wipe.h"

#include "base/tdm-secrets.h"

#include <glib.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* Text that was on the screen stays in freed memory, in thousands of copies that GTK, Pango and others have made of it.
 * Here all memory that is freed anywhere in the process is overwritten first, from the moment on when a secret may
 * come: after the notes are locked nothing of them is left. The functions stand in the executable, so that they come
 * before those of the C library for every library. */

#ifdef TANDEM_WIPE

void  __libc_free    (void   *memory);
void *__libc_realloc (void   *memory,
                      size_t  size);

void
free (void *memory)
{
  if (memory && tdm_secrets_are_expected ())
    explicit_bzero (memory, malloc_usable_size (memory));
  __libc_free (memory);
}

void *
realloc (void *memory, size_t size)
{
  size_t before;
  void *moved;

  if (!memory)
    return malloc (size);
  if (!tdm_secrets_are_expected ())
    return __libc_realloc (memory, size);
  before = malloc_usable_size (memory);
  if (size > 0 && size <= before)
    {
      explicit_bzero ((char *) memory + size, before - size);
      return __libc_realloc (memory, size);
    }
  if (size == 0)
    {
      free (memory);
      return NULL;
    }

  moved = malloc (size);
  if (!moved)
    return NULL;
  memcpy (moved, memory, before);
  free (memory);
  return moved;
}

/* Before 2.76 GLib keeps small pieces to itself, where free() never sees them. It has to be told before it begins,
 * which is before main(). */
static void
pass_slices_on (void)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_slice_set_config (G_SLICE_CONFIG_ALWAYS_MALLOC, TRUE);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

__attribute__ ((section (".preinit_array"), used)) static void (*const preinit) (void) = pass_slices_on;

#endif

/* What GLib takes out of an array it only forgets, and GTK 4.8 keeps the arrays for ever through which other programs
 * get what was copied. */
void
tdm_wipe_arrays (void)
{
  g_mem_gc_friendly = TRUE;
}

/* A crash must not write what is in memory into a file. */
void
tdm_wipe_forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}
