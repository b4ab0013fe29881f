/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "mail/tdm-mail-error.h"
#include "mail/tdm-mail-reader.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Sanitizers need time and memory of their own. */
#ifdef __SANITIZE_ADDRESS__
#define MOST_SECONDS 10.0
#define MOST_KILOBYTES (2000 * 1024)
#else
#define MOST_SECONDS 1.0
#define MOST_KILOBYTES (150 * 1024)
#endif

#define DEPTH 10
#define ICS "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n"
#define SENT G_GINT64_CONSTANT (1795324395)

static char *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
with_crlf (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

static GPtrArray *
read_bytes (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  GPtrArray *parts = tdm_mail_read (bytes, &error);

  g_assert_no_error (error);
  return parts;
}

static GPtrArray *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

static void
expect_error (const void *data, gsize size, TdmMailError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_mail_read (bytes, &error));
  g_assert_error (error, TDM_MAIL_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static char *
get_calendar (const TdmMailPart *part)
{
  gsize size;
  const char *data = g_bytes_get_data (part->calendar, &size);

  return g_strndup (data, size);
}

static void
expect_calendar (GPtrArray *parts, guint i, const char *expected)
{
  g_autofree char *calendar = NULL;

  g_assert_cmpuint (i, <, parts->len);
  calendar = get_calendar (parts->pdata[i]);
  g_assert_cmpstr (calendar, ==, expected);
}

/* An answer of Anna Müller, whichever program she uses */
static void
expect_answer (const TdmMailPart *part, const char *state, const char *subject)
{
  g_autofree char *calendar = get_calendar (part);
  g_autofree char *wanted = g_strconcat ("PARTSTAT=", state, NULL);

  g_assert_cmpstr (part->from_name, ==, "Anna Müller");
  g_assert_cmpstr (part->from_email, ==, "anna@example.org");
  g_assert_cmpstr (part->subject, ==, subject);
  g_assert_cmpint (part->date, ==, SENT);
  g_assert_true (g_str_has_prefix (calendar, "BEGIN:VCALENDAR"));
  g_assert_nonnull (strstr (calendar, "END:VCALENDAR"));
  g_assert_nonnull (strstr (calendar, wanted));
  g_assert_nonnull (strstr (calendar, "SUMMARY:Tandem: Anna Müller und Bo Chen"));
}

static void
test_answers_of_mail_programs (void)
{
  static const struct
  {
    const char *file;
    const char *state;
    const char *subject;
  } answers[] = {
    { "thunderbird.eml", "ACCEPTED", "Accepted: Tandem: Anna Müller und Bo Chen" },
    { "outlook.eml", "DECLINED", "Abgelehnt: Tandem: Anna Müller und Bo Chen" },
    { "evolution.eml", "TENTATIVE", "Re: Tandem: Anna Müller und Bo Chen" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *text = load (answers[i].file);
      g_autofree char *crlf = with_crlf (text);
      g_autoptr (GPtrArray) parts = read_text (text);
      g_autoptr (GPtrArray) same_parts = read_text (crlf);

      g_assert_cmpuint (parts->len, ==, 1);
      expect_answer (parts->pdata[0], answers[i].state, answers[i].subject);
      g_assert_cmpuint (same_parts->len, ==, 1);
      expect_answer (same_parts->pdata[0], answers[i].state, answers[i].subject);
    }
}

static void
test_mbox (void)
{
  g_autofree char *text = load ("three.mbox");
  g_autofree char *crlf = with_crlf (text);
  const char *forms[] = { text, crlf };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GPtrArray) parts = read_text (forms[i]);

      g_assert_cmpuint (parts->len, ==, 2);
      expect_answer (parts->pdata[0], "ACCEPTED", "Accepted: Tandem: Anna Müller und Bo Chen");
      expect_answer (parts->pdata[1], "TENTATIVE", "Re: Tandem: Anna Müller und Bo Chen");
    }
}

static void
expect_bare (const void *data, gsize size)
{
  g_autoptr (GPtrArray) parts = read_bytes (data, size);
  TdmMailPart *part = parts->pdata[0];

  g_assert_cmpuint (parts->len, ==, 1);
  expect_calendar (parts, 0, ICS);
  g_assert_cmpstr (part->from_name, ==, "");
  g_assert_cmpstr (part->from_email, ==, "");
  g_assert_cmpstr (part->subject, ==, "");
  g_assert_cmpint (part->date, ==, 0);
}

static void
test_bare_calendars (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize mark_size;
  } forms[] = {
    { "UTF-8", "", 0 },         { "UTF-8", "\xEF\xBB\xBF", 3 }, { "UTF-16LE", "\xFF\xFE", 2 },
    { "UTF-16BE", "\xFE\xFF", 2 }, { "UTF-16LE", "", 0 },       { "UTF-16BE", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize size;
      g_autofree char *text = g_convert (ICS, -1, forms[i].charset, "UTF-8", NULL, &size, NULL);
      g_autoptr (GByteArray) file = g_byte_array_new ();

      g_byte_array_append (file, (const guint8 *) forms[i].mark, forms[i].mark_size);
      g_byte_array_append (file, (const guint8 *) text, size);
      expect_bare (file->data, file->len);
    }
}

static void
test_best_part_is_taken (void)
{
  g_autoptr (GPtrArray) parts =
    read_text ("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\npreamble\n"
               "--b\nContent-Type: application/octet-stream; name=\"One.ICS\"\n\nnamed\n"
               "--b\nContent-Type: application/ics\n\nattached\n"
               "--b\nContent-Type: TEXT/Calendar\nContent-Disposition: attachment\n\nfirst\n"
               "--b\nContent-Type: text/calendar\n\nsecond\n--b--\n");
  g_autoptr (GPtrArray) attached =
    read_text ("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
               "--b\nContent-Type: application/octet-stream; name=one.ics\n\nnamed\n"
               "--b  \r\nContent-Type: application/ics\n\nattached\n--b--\n");
  g_autoptr (GPtrArray) named =
    read_text ("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
               "--b\nContent-Type: text/plain\n\ntext\n--bc\nno delimiter\n"
               "--b\nContent-Type: application/octet-stream\n"
               "Content-Disposition: attachment;\n filename*=utf-8''K%C3%B6ln.ics\n\nnamed\n\n--b");

  expect_calendar (parts, 0, "first");
  expect_calendar (attached, 0, "attached");
  expect_calendar (named, 0, "named\n");
}

/* What is forwarded is from who wrote it. */
static void
test_mail_in_mail (void)
{
  g_autoptr (GPtrArray) parts =
    read_text ("From: boss@example.org\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n"
               "--b\n\nsee below\n"
               "--b\nContent-Type: message/rfc822\n\n"
               "From: \"Chen, Bo\" <bo@example.org>\nSubject: Re\nDate: Sun, 22 Nov 2026 05:13:15 GMT\n"
               "Content-Type: text/calendar\n\n" ICS "--b--\n");
  TdmMailPart *part = parts->pdata[0];

  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpstr (part->from_name, ==, "Chen, Bo");
  g_assert_cmpstr (part->from_email, ==, "bo@example.org");
  g_assert_cmpstr (part->subject, ==, "Re");
  g_assert_cmpint (part->date, ==, SENT);
}

static void
test_charsets (void)
{
  g_autoptr (GPtrArray) latin = read_text ("From: a@example.org\nContent-Type: text/calendar; charset=iso-8859-1\n"
                                           "Content-Transfer-Encoding: quoted-printable\n\nM=FCller\n");
  g_autoptr (GPtrArray) wrong = read_text ("From: a@example.org\nContent-Type: text/calendar; charset=utf-8\n"
                                           "Content-Transfer-Encoding: quoted-printable\n\nM=FCller");
  g_autoptr (GPtrArray) odd =
    read_text ("From: a@example.org\nContent-Type: text/calendar; charset=\"UTF-7\"\n\nM+APw-ller");

  expect_calendar (latin, 0, "Müller\n");
  expect_calendar (wrong, 0, "M\xFCller");
  expect_calendar (odd, 0, "M+APw-ller");
}

/* As mail programs in Japan, China, Korea, Taiwan and Russia send them */
static void
test_charsets_of_the_world (void)
{
  static const struct
  {
    const char *said;
    const char *iconv;
    const char *text;
  } charsets[] = {
    { "Shift_JIS", "CP932", "SUMMARY:高橋さん①\n" }, { "ISO-2022-JP", "ISO-2022-JP", "SUMMARY:高橋さん\n" },
    { "euc-jp", "EUC-JP", "SUMMARY:高橋さん\n" },    { "GB18030", "GB18030", "SUMMARY:赵女士 €\n" },
    { "gb2312", "GB18030", "SUMMARY:赵女士\n" },     { "EUC-KR", "CP949", "SUMMARY:김뷁\n" },
    { "ks_c_5601-1987", "CP949", "SUMMARY:김뷁\n" }, { "Big5", "BIG5", "SUMMARY:陳小姐\n" },
    { "KOI8-R", "KOI8-R", "SUMMARY:Анна\n" },        { "windows-1251", "CP1251", "SUMMARY:Анна\n" },
    { "iso-8859-8-i", "ISO-8859-8", "SUMMARY:חנה\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize size;
      g_autofree char *bytes = g_convert (charsets[i].text, -1, charsets[i].iconv, "UTF-8", NULL, &size, NULL);
      g_autofree char *encoded = g_base64_encode ((const guchar *) bytes, size);
      g_autofree char *mail = g_strdup_printf ("From: a@example.org\nContent-Type: text/calendar; charset=\"%s\"\n"
                                               "Content-Transfer-Encoding: base64\n\n%s\n", charsets[i].said, encoded);
      g_autoptr (GPtrArray) parts = read_text (mail);

      g_test_message ("%s", charsets[i].said);
      expect_calendar (parts, 0, charsets[i].text);
    }
}

static void
expect_sender (const char *header, const char *name, const char *email, const char *subject)
{
  g_autofree char *mail = g_strconcat (header, "\nContent-Type: text/calendar\n\n" ICS, NULL);
  g_autoptr (GPtrArray) parts = read_text (mail);
  TdmMailPart *part = parts->pdata[0];

  g_assert_cmpstr (part->from_name, ==, name);
  g_assert_cmpstr (part->from_email, ==, email);
  g_assert_cmpstr (part->subject, ==, subject);
}

static void
test_senders_are_clean (void)
{
  expect_sender ("From: anna@example.org\nSubject: a\tb", "", "anna@example.org", "a b");
  expect_sender ("From: team: ;, <no address>, Bo <bo@example.org>\nSubject:", "Bo", "bo@example.org", "");
  expect_sender ("From: =?utf-8?q?Anna=0D=0ABcc=3A_=E2=80=AEevil?= <anna@example.org>\nSubject: =?utf-8?q?a=01=0Ab?=",
                 "Anna Bcc: evil", "anna@example.org", "a b");
  expect_sender ("From: Anna <anna@example.org\r\nX: y>\nSubject: \xff\xfe", "Anna", "anna@example.org",
                 "\xc3\xbf\xc3\xbe");
  expect_sender ("Subject: nobody\nDate: yesterday", "", "", "nobody");
}

static void
test_nothing_in_it (void)
{
  static const char no_calendar[] = "From: a@example.org\nSubject: Lunch\n\nBEGIN:VCALENDAR\nnot so\n";
  static const char empty_part[] = "From: a@example.org\nContent-Type: text/calendar\n\n";
  static const char two_mails[] = "From a\nFrom: a@example.org\n\nHello\n\nFrom b\nFrom: a@example.org\n\nHello\n";
  static const char outlook[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on";
  static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\r";

  expect_error ("", 0, TDM_MAIL_ERROR_NOT_A_MAIL);
  expect_error ("\0\0\0\0", 4, TDM_MAIL_ERROR_NOT_A_MAIL);
  expect_error ("Hello", 5, TDM_MAIL_ERROR_NOT_A_MAIL);
  expect_error (picture, sizeof picture, TDM_MAIL_ERROR_NOT_A_MAIL);
  expect_error (outlook, sizeof outlook, TDM_MAIL_ERROR_NOT_A_MAIL);
  expect_error (no_calendar, strlen (no_calendar), TDM_MAIL_ERROR_NOT_A_MAIL);
  expect_error (empty_part, strlen (empty_part), TDM_MAIL_ERROR_NOT_A_MAIL);
  expect_error (two_mails, strlen (two_mails), TDM_MAIL_ERROR_NOT_A_MAIL);
}

#define PACKED(headers)                                                                                   \
  headers                                                                                                 \
    "From: Bo <bo@example.org>\nSubject: Accepted: Tandem\nContent-Type: multipart/mixed; boundary=b\n\n" \
    "--b\nContent-Type: text/plain\n\nok\n"                                                               \
    "--b\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\n"                                       \
    "Content-Transfer-Encoding: base64\n\neJ8+IgEB\n--b--\n"
#define MEETING "Content-Class: urn:content-classes:calendarmessage\n"

static void
expect_packed (const char *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (tdm_mail_read (bytes, &error));
  g_assert_error (error, TDM_MAIL_ERROR, TDM_MAIL_ERROR_NOT_A_MAIL);
  g_assert_nonnull (strstr (error->message, "winmail.dat"));
}

/* Outlook's own format is called by its name, as a mail and as a file. */
static void
test_packed_by_outlook (void)
{
  static const char file[] = "\x78\x9F\x3E\x22\x01\x01";

  expect_packed (PACKED (""), strlen (PACKED ("")));
  expect_packed (file, sizeof file);
}

/* In a mailbox those that are about meetings are named, each, and the others passed over. */
static void
test_packed_by_outlook_in_a_mailbox (void)
{
  g_autoptr (GPtrArray) parts = read_text ("From a\n" PACKED ("") "\nFrom b\n" PACKED (MEETING) "\n"
                                           "From c\nFrom: a@example.org\nContent-Type: text/calendar\n\n" ICS);
  const TdmMailPart *packed = parts->pdata[0];

  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_nonnull (strstr (packed->problem, "winmail.dat"));
  g_assert_cmpstr (packed->subject, ==, "Accepted: Tandem");
  expect_calendar (parts, 1, ICS);
}

static GString *
repeat (const char *text, gsize times)
{
  GString *out = g_string_sized_new (strlen (text) * times + 1);

  for (gsize i = 0; i < times; i++)
    g_string_append (out, text);
  return out;
}

static void
test_limits (void)
{
  g_autofree char *bytes = g_malloc0 (TDM_MAIL_MOST_BYTES + 1);
  g_autoptr (GString) mails =
    repeat ("From a\nFrom: a@example.org\nContent-Type: text/calendar\n\n" ICS "\n", TDM_MAIL_MOST_CALENDARS);
  g_autoptr (GString) calendar = repeat ("X-LONG:12345678901234567890\r\n", TDM_MAIL_MOST_CALENDAR_BYTES / 20);
  g_autoptr (GPtrArray) parts = read_bytes (mails->str, mails->len);

  g_assert_cmpuint (parts->len, ==, TDM_MAIL_MOST_CALENDARS);
  expect_error (bytes, TDM_MAIL_MOST_BYTES + 1, TDM_MAIL_ERROR_TOO_BIG);
  g_string_append (mails, "From a\nFrom: a@example.org\nContent-Type: text/calendar\n\n" ICS "\n");
  expect_error (mails->str, mails->len, TDM_MAIL_ERROR_TOO_BIG);

  g_string_prepend (calendar, "BEGIN:VCALENDAR\r\n");
  expect_error (calendar->str, calendar->len, TDM_MAIL_ERROR_TOO_BIG);
  g_string_prepend (calendar, "From: a@example.org\nContent-Type: text/calendar\n\n");
  expect_error (calendar->str, calendar->len, TDM_MAIL_ERROR_TOO_BIG);
}

/* Deeper than anybody looks: what is in there counts as not there. */
static GString *
nest (const char *opening, gsize depth)
{
  GString *out = g_string_new ("From: a@example.org\n");

  for (gsize i = 0; i < depth; i++)
    g_string_append_printf (out, opening, i, i);
  return g_string_append (out, "Content-Type: text/calendar\n\n" ICS);
}

static void
test_depth (void)
{
  g_autoptr (GString) shallow =
    nest ("Content-Type: multipart/mixed; boundary=b%" G_GSIZE_FORMAT "x\n\n--b%" G_GSIZE_FORMAT "x\n", DEPTH);
  g_autoptr (GString) deep =
    nest ("Content-Type: multipart/mixed; boundary=b%" G_GSIZE_FORMAT "x\n\n--b%" G_GSIZE_FORMAT "x\n", DEPTH + 1);
  g_autoptr (GPtrArray) parts = read_bytes (shallow->str, shallow->len);

  expect_calendar (parts, 0, ICS);
  expect_error (deep->str, deep->len, TDM_MAIL_ERROR_NOT_A_MAIL);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *body;
} Hostile;

static const Hostile hostile[] = {
  { "lines", "From: a@example.org\n", "\n" },
  { "header", "From: a@example.org\n", "X: y\n" },
  { "folded-header", "From: a@example.org\nSubject: a\n", " folded folded\n" },
  { "addresses", "Subject: x\nFrom: ", "a@b.org, " },
  { "nested-groups", "Subject: x\nFrom: ", "a:" },
  { "comments", "Subject: x\nContent-Type: ", "(" },
  { "one-line", "From: ", "a" },
  { "nul", "From: a@example.org\n\n", "\0" },
  { "parts", "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\n" },
  { "big-parts", "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n",
    "--b\nContent-Type: text/plain; charset=\"utf-8\"; name=\"a.txt\"\nContent-Disposition: inline\n\n" },
  { "no-delimiters", "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n", "--b--b" },
  { "almost-delimiters", "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n", "--bb\n" },
  { "repeating-boundary",
    "From: a@example.org\nContent-Type: multipart/mixed; boundary=\"----------------------------b\"\n\n", "-" },
  { "parameters", "From: a@example.org\nContent-Type: text/plain", ";\n a*0*=b" },
  { "nested-messages", "From: a@example.org\n", "Content-Type: message/rfc822\n\n" },
  { "same-boundary", "From: a@example.org\n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n" },
  { "mbox", "From a\n\n", "\n\nFrom a\n" },
  { "no-mbox", "From a\n\n", "From " },
  { "encoded-words", "From: a@example.org\nSubject: ", "=?utf-8?q?a?= " },
  { "quoted-printable",
    "From: a@example.org\nContent-Type: text/calendar\nContent-Transfer-Encoding: quoted-printable\n\n", "=" },
  { "base64", "From: a@example.org\nContent-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n", "=\n" },
  { "uuencode",
    "From: a@example.org\nContent-Type: text/calendar\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n", "M" },
};

/* A file as big as any, in less than a second, with little more memory than the file. Seconds of the processor: others
 * may use this computer as well. */
static void
expect_quick (const char *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, size);
  clock_t start = clock ();
  g_autoptr (GPtrArray) parts = tdm_mail_read (bytes, NULL);
  double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_test_message ("%.3f s, %ld kB", seconds, usage.ru_maxrss);
  g_assert_cmpfloat (seconds, <, MOST_SECONDS);
  g_assert_cmpint (usage.ru_maxrss, <, MOST_KILOBYTES);
}

static void
test_hostile (gconstpointer data)
{
  const Hostile *self = data;
  gsize size = MAX (strlen (self->body), 1);
  gsize head = strlen (self->head);
  g_autofree char *text = g_malloc (TDM_MAIL_MOST_BYTES);

  memcpy (text, self->head, head);
  for (gsize i = head; i < TDM_MAIL_MOST_BYTES; i++)
    text[i] = self->body[(i - head) % size];
  expect_quick (text, TDM_MAIL_MOST_BYTES);
}

/* As many levels as anybody looks at, and as many lines as fit */
static void
test_deep_and_long (gconstpointer line)
{
  g_autoptr (GString) text = g_string_new ("From: a@example.org\n");
  g_autofree char *boundary = g_strnfill (DEPTH + 1, 'b');

  for (int depth = 1; depth <= DEPTH; depth++)
    g_string_append_printf (text, "Content-Type: multipart/mixed; boundary=%.*s\n\n--%.*s\n", depth, boundary, depth,
                            boundary);
  g_string_append_c (text, '\n');
  while (text->len < TDM_MAIL_MOST_BYTES - 100)
    g_string_append (text, line);
  expect_quick (text->str, text->len);
}

/* Every sample cut at every byte, and with every byte changed: nothing falls over. */
static void
test_damaged (void)
{
  static const char *const names[] = { "thunderbird.eml", "outlook.eml", "evolution.eml", "three.mbox" };
  guint n_read = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = load (names[i]);
      gsize size = strlen (text);

      for (gsize at = 0; at < size; at++)
        {
          g_autoptr (GBytes) cut = g_bytes_new (text, at);
          g_autofree char *changed = g_memdup2 (text, size);
          g_autoptr (GBytes) other = NULL;
          g_autoptr (GPtrArray) parts = tdm_mail_read (cut, NULL);
          g_autoptr (GPtrArray) other_parts = NULL;

          changed[at] ^= 1 + at * 7 % 255;
          other = g_bytes_new_take (g_steal_pointer (&changed), size);
          other_parts = tdm_mail_read (other, NULL);
          n_read += (parts != NULL) + (other_parts != NULL);
        }
    }
  g_assert_cmpuint (n_read, >, 1000);
}

static gpointer
read_in_thread (gpointer file)
{
  g_autoptr (GPtrArray) parts = read_text (file);

  expect_answer (parts->pdata[0], "ACCEPTED", "Accepted: Tandem: Anna Müller und Bo Chen");
  return NULL;
}

static void
test_threads (void)
{
  g_autofree char *text = load ("thunderbird.eml");
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, text);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/threads", test_threads);
  g_test_add_func ("/reader/answers-of-mail-programs", test_answers_of_mail_programs);
  g_test_add_func ("/reader/mbox", test_mbox);
  g_test_add_func ("/reader/bare-calendars", test_bare_calendars);
  g_test_add_func ("/reader/best-part-is-taken", test_best_part_is_taken);
  g_test_add_func ("/reader/mail-in-mail", test_mail_in_mail);
  g_test_add_func ("/reader/charsets", test_charsets);
  g_test_add_func ("/reader/charsets/of-the-world", test_charsets_of_the_world);
  g_test_add_func ("/reader/senders-are-clean", test_senders_are_clean);
  g_test_add_func ("/reader/nothing-in-it", test_nothing_in_it);
  g_test_add_func ("/reader/packed-by-outlook", test_packed_by_outlook);
  g_test_add_func ("/reader/packed-by-outlook/mailbox", test_packed_by_outlook_in_a_mailbox);
  g_test_add_func ("/reader/limits", test_limits);
  g_test_add_func ("/reader/depth", test_depth);
  g_test_add_func ("/reader/damaged", test_damaged);
  g_test_add_data_func ("/reader/hostile/deep-and-short-lines", "\n", test_deep_and_long);
  g_test_add_data_func ("/reader/hostile/deep-and-almost-delimiters", "--bbbbbbbbbbb\n", test_deep_and_long);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/reader/hostile/", hostile[i].name, NULL);

      g_test_add_data_func (path, &hostile[i], test_hostile);
    }
  return g_test_run ();
}
