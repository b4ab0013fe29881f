/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-content-line.h"

#include <string.h>

static gsize
span_name (const char *text, const char *end)
{
  const char *p = text;

  while (p < end && (g_ascii_isalnum (*p) || *p == '-'))
    p++;
  return p - text;
}

/* Behind `;NAME=value`, of which a part may be in quotation marks, or NULL. */
static const char *
skip_parameter (const char *text, const char *end)
{
  gsize name = span_name (text + 1, end);
  const char *p = text + 1 + name;

  if (name == 0 || p >= end || *p != '=')
    return NULL;
  for (; p < end && *p != ';' && *p != ':'; p++)
    {
      if (*p != '"')
        continue;
      p = memchr (p + 1, '"', end - p - 1);
      if (!p)
        return NULL;
    }
  return p;
}

/**
 * tdm_content_line_read:
 * @self: (out): what is found
 * @text: an unfolded line, which @self points into
 * @length: its bytes, without the line end
 *
 * Finds name, parameters and value of a line (RFC 5545 3.1).
 */
void
tdm_content_line_read (TdmContentLine *self, const char *text, gsize length)
{
  const char *end = text + length;
  const char *p;

  *self = (TdmContentLine) { .text = text, .length = length, .name_length = span_name (text, end) };
  if (self->name_length == 0)
    return;

  p = text + self->name_length;
  while (p && p < end && *p == ';')
    {
      p = skip_parameter (p, end);
      self->n_parameters++;
    }
  if (!p || p >= end || *p != ':')
    return;
  self->value = p + 1;
  self->value_length = end - self->value;
}

/**
 * tdm_content_line_is:
 * @self: a line
 * @name: the name of a property
 *
 * Returns: whether the line has that name, in upper or lower case
 */
gboolean
tdm_content_line_is (const TdmContentLine *self, const char *name)
{
  return strlen (name) == self->name_length && g_ascii_strncasecmp (self->text, name, self->name_length) == 0;
}

/**
 * tdm_content_line_is_value:
 * @self: a line
 * @value: a value
 *
 * Returns: whether the line has that value, in upper or lower case and with blanks around it
 */
gboolean
tdm_content_line_is_value (const TdmContentLine *self, const char *value)
{
  g_autofree char *mine = self->value ? g_strstrip (g_strndup (self->value, self->value_length)) : NULL;

  return mine && g_ascii_strcasecmp (mine, value) == 0;
}

/**
 * tdm_content_line_get_part:
 * @self: a line with a rule
 * @name: the name of a part of it, such as `FREQ`
 *
 * Returns: (transfer full) (nullable): what that part of the rule says (RFC 5545 3.3.10); of several the last one
 */
char *
tdm_content_line_get_part (const TdmContentLine *self, const char *name)
{
  g_autofree char *value = self->value ? g_strndup (self->value, self->value_length) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  char *found = NULL;

  for (char **part = parts; *part; part++)
    {
      char *equals = strchr (*part, '=');

      if (!equals)
        continue;
      *equals = '\0';
      if (g_ascii_strcasecmp (g_strstrip (*part), name) != 0)
        continue;
      g_free (found);
      found = g_strstrip (g_strdup (equals + 1));
    }
  return found;
}
