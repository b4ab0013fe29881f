/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-zip.h"

#include "base/tdm-i18n.h"

#include <gio/gio.h>

#include <string.h>

/**
 * TdmZip:
 *
 * An archive as spreadsheets are (APPNOTE.TXT of PKWARE), in memory: its parts are found by the directory at the end
 * and unpacked piece by piece. What is claimed in it is compared with what is there: parts that lie over each other,
 * unpack to more than they say, or to more than a list can have, are refused. Nothing is written anywhere, so names are
 * only names.
 */

/* As many as a workbook with hundreds of sheets and pictures has */
#define PARTS_MOST 4000

/* A small part may be as regular as it likes. */
#define RATIO_COUNTS_FROM (1024 * 1024)

enum
{
  METHOD_STORED = 0,
  METHOD_DEFLATED = 8,
};

typedef struct
{
  guint flags;
  guint method;
  guint32 crc;
  guint64 packed;
  guint64 unpacked;
  /* Of its local header, and of its data behind that */
  guint64 header;
  guint64 data;
} Part;

struct _TdmZip
{
  GBytes *bytes;
  const guchar *data;
  gsize size;
  /* All, and by name */
  GPtrArray *parts;
  GHashTable *by_name;
};

static guint
read_16 (const guchar *at)
{
  return at[0] | at[1] << 8;
}

static guint32
read_32 (const guchar *at)
{
  return read_16 (at) | (guint32) read_16 (at + 2) << 16;
}

static guint64
read_64 (const guchar *at)
{
  return read_32 (at) | (guint64) read_32 (at + 4) << 32;
}

/**
 * tdm_zip_fail:
 * @error: says that an archive, or what is in it, is damaged
 *
 * Returns: %FALSE
 */
gboolean
tdm_zip_fail (GError **error)
{
  g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_DAMAGED,
                       _ ("The file is damaged. Please ask for it again, or open it in a spreadsheet and save it "
                          "anew."));
  return FALSE;
}

static gboolean
zip_fail_size (GError **error)
{
  g_set_error_literal (error, TDM_TABLE_ERROR, TDM_TABLE_ERROR_TOO_LARGE,
                       _ ("The file unpacks to more than a list can have."));
  return FALSE;
}

/* Names of parts differ by more than capitals (ISO 29500-2 6.2.2); some programs write them as their system does. */
static char *
name_fold (const char *name)
{
  return g_strdelimit (g_ascii_strdown (name, -1), "\\", '/');
}

/* The last record of an archive, before which the directory stands (4.3.16) */
static const guchar *
zip_find_end (TdmZip *self)
{
  const gsize least = 22;
  const gsize longest_comment = 65535;

  for (gsize back = least; back <= self->size && back <= least + longest_comment; back++)
    {
      const guchar *at = self->data + self->size - back;

      if (read_32 (at) == 0x06054b50 && read_16 (at + 20) <= back - least)
        return at;
    }
  return NULL;
}

/* Where the directory begins and how long it is; large archives have the numbers in a record of their own (4.3.14). */
static gboolean
zip_find_directory (TdmZip *self, guint64 *offset, guint64 *length)
{
  const guchar *end = zip_find_end (self);
  guint64 large;

  if (!end)
    return FALSE;
  *length = read_32 (end + 12);
  *offset = read_32 (end + 16);
  if (end - self->data >= 20 && read_32 (end - 20) == 0x07064b50)
    {
      large = read_64 (end - 12);
      if (self->size < 56 || large > self->size - 56 || read_32 (self->data + large) != 0x06064b50)
        return FALSE;
      *length = read_64 (self->data + large + 40);
      *offset = read_64 (self->data + large + 48);
    }
  return *offset <= self->size && *length <= self->size - *offset;
}

/* Numbers with 32 bits set stand in a field behind the name, in this order (4.5.3). */
static gboolean
part_read_large (Part *self, const guchar *extra, gsize length)
{
  guint64 *numbers[] = { &self->unpacked, &self->packed, &self->header };

  while (length >= 4)
    {
      const guint id = read_16 (extra);
      const gsize size = read_16 (extra + 2);

      if (size > length - 4)
        return FALSE;
      if (id == 1)
        {
          gsize used = 0;

          for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
            if (*numbers[i] == G_MAXUINT32)
              {
                if (used + 8 > size)
                  return FALSE;
                *numbers[i] = read_64 (extra + 4 + used);
                used += 8;
              }
          return TRUE;
        }
      extra += 4 + size;
      length -= 4 + size;
    }
  return TRUE;
}

/* Reads an entry of the directory (4.3.12), and in front of the data what it says once more. */
static gboolean
zip_read_entry (TdmZip *self, const guchar *at, gsize left, gsize *used)
{
  Part *part = g_new0 (Part, 1);
  g_autofree char *name = NULL;
  gsize name_length;
  gsize extra_length;

  g_ptr_array_add (self->parts, part);
  if (left < 46 || read_32 (at) != 0x02014b50)
    return FALSE;
  part->flags = read_16 (at + 8);
  part->method = read_16 (at + 10);
  part->crc = read_32 (at + 16);
  part->packed = read_32 (at + 20);
  part->unpacked = read_32 (at + 24);
  name_length = read_16 (at + 28);
  extra_length = read_16 (at + 30);
  part->header = read_32 (at + 42);
  *used = 46 + name_length + extra_length + read_16 (at + 32);
  if (*used > left || !part_read_large (part, at + 46 + name_length, extra_length))
    return FALSE;

  if (self->size < 30 || part->header > self->size - 30 || read_32 (self->data + part->header) != 0x04034b50)
    return FALSE;
  part->data = part->header + 30 + read_16 (self->data + part->header + 26) + read_16 (self->data + part->header + 28);
  if (part->data > self->size || part->packed > self->size - part->data)
    return FALSE;
  name = g_utf8_make_valid ((const char *) at + 46, name_length);
  return g_hash_table_insert (self->by_name, name_fold (name), part);
}

static gint
part_compare (gconstpointer a, gconstpointer b)
{
  const Part *first = *(const Part *const *) a;
  const Part *second = *(const Part *const *) b;

  return first->header < second->header ? -1 : first->header > second->header;
}

/* A few bytes can stand for any number of parts that share them. */
static gboolean
zip_has_overlaps (TdmZip *self, guint64 directory)
{
  g_ptr_array_sort (self->parts, part_compare);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];
      const guint64 next = i + 1 < self->parts->len ? ((const Part *) self->parts->pdata[i + 1])->header : directory;

      if (part->data + part->packed > next)
        return TRUE;
    }
  return FALSE;
}

static gboolean
zip_read_directory (TdmZip *self, GError **error)
{
  guint64 offset;
  guint64 length;
  gsize used;

  if (!zip_find_directory (self, &offset, &length))
    return tdm_zip_fail (error);
  for (guint64 done = 0; done < length; done += used)
    {
      if (self->parts->len == PARTS_MOST)
        return zip_fail_size (error);
      if (!zip_read_entry (self, self->data + offset + done, length - done, &used))
        return tdm_zip_fail (error);
    }
  return !zip_has_overlaps (self, offset) || tdm_zip_fail (error);
}

gboolean
tdm_zip_is (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && memcmp (data, "PK\003\004", 4) == 0;
}

/**
 * tdm_zip_new:
 * @bytes: an archive
 * @error: why it is none that can be trusted
 *
 * Returns: (transfer full) (nullable): its parts
 */
TdmZip *
tdm_zip_new (GBytes *bytes, GError **error)
{
  g_autoptr (TdmZip) self = g_new0 (TdmZip, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return zip_read_directory (self, error) ? g_steal_pointer (&self) : NULL;
}

void
tdm_zip_free (TdmZip *self)
{
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

gboolean
tdm_zip_has (TdmZip *self, const char *name)
{
  g_autofree char *key = name_fold (name);

  return g_hash_table_contains (self->by_name, key);
}

/* What the archive says about the content of a part (4.4.7), so that a damaged list gives no wrong names. */
static guint32
crc_go_on (guint32 crc, const guchar *data, gsize size)
{
  static guint32 table[256];
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (table); i++)
        {
          table[i] = i;
          for (guint bit = 0; bit < 8; bit++)
            table[i] = (table[i] & 1) != 0 ? table[i] >> 1 ^ 0xEDB88320 : table[i] >> 1;
        }
      g_once_init_leave (&is_made, 1);
    }
  for (gsize i = 0; i < size; i++)
    crc = table[(crc ^ data[i]) & 0xFF] ^ crc >> 8;
  return crc;
}

static gboolean
part_is_whole (const Part *self, guint64 size, guint32 crc)
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  return TRUE;
#else
  return size == self->unpacked && ~crc == self->crc;
#endif
}

/* What unpacks to more than it says, or to far more than text does, is made to fill the memory. */
static gboolean
part_may_be (const Part *self, guint64 size)
{
  return size <= TDM_ZIP_PART_MOST && size <= self->unpacked &&
         (size <= RATIO_COUNTS_FROM || size / TDM_ZIP_RATIO_MOST <= self->packed);
}

static gboolean
zip_inflate (TdmZip *self, const Part *part, TdmZipFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  const guchar *packed = self->data + part->data;
  gsize left = part->packed;
  guint64 size = 0;
  guint32 crc = G_MAXUINT32;
  GConverterResult result = G_CONVERTER_CONVERTED;
  char piece[16384];

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (converter, packed, left, piece, sizeof piece, G_CONVERTER_INPUT_AT_END, &n_read,
                                    &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return tdm_zip_fail (error);
      packed += n_read;
      left -= n_read;
      size += n_written;
      crc = crc_go_on (crc, (const guchar *) piece, n_written);
      if (!part_may_be (part, size))
        return zip_fail_size (error);
      if (n_written > 0 && !func (piece, n_written, user_data, error))
        return FALSE;
    }
  return part_is_whole (part, size, crc) || tdm_zip_fail (error);
}

/**
 * tdm_zip_unpack:
 * @self: an archive
 * @name: of a part
 * @func: is given what is in it, piece by piece
 * @user_data: for @func
 * @error: why it cannot be unpacked, or what @func said
 *
 * Whether it was whole is only known at the end, so nothing may come of its pieces before.
 *
 * Returns: whether all of it was given to @func
 */
gboolean
tdm_zip_unpack (TdmZip *self, const char *name, TdmZipFunc func, gpointer user_data, GError **error)
{
  g_autofree char *key = name_fold (name);
  const Part *part = g_hash_table_lookup (self->by_name, key);

  if (!part)
    return tdm_zip_fail (error);
  if ((part->flags & 1) != 0)
    return tdm_table_error_set_locked (error);
  if (part->unpacked > TDM_ZIP_PART_MOST)
    return zip_fail_size (error);
  if (part->method == METHOD_DEFLATED)
    return zip_inflate (self, part, func, user_data, error);
  if (part->method != METHOD_STORED || part->packed != part->unpacked)
    return tdm_zip_fail (error);
  if (!part_is_whole (part, part->packed, crc_go_on (G_MAXUINT32, self->data + part->data, part->packed)))
    return tdm_zip_fail (error);
  return func ((const char *) self->data + part->data, part->packed, user_data, error);
}
