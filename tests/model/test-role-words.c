/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "model/tdm-pair.h"
#include "model/tdm-record-types.h"
#include "model/tdm-role-words.h"
#include "model/tdm-round.h"

/* What a programme calls those who learn and those who pass on. */

static TdmProgramme *
make_programme (const char *mentee, const char *mentor)
{
  TdmRecord *programme = tdm_record_new (TDM_TYPE_PROGRAMME);

  tdm_record_set_text (programme, TDM_PROGRAMME_MENTEE_LABEL, mentee);
  tdm_record_set_text (programme, TDM_PROGRAMME_MENTOR_LABEL, mentor);
  return TDM_PROGRAMME (programme);
}

static void
test_usual (void)
{
  g_autoptr (TdmProgramme) programme = make_programme ("", "");
  g_autofree char *text = tdm_role_words_fill (programme, TDM_ROLE_MENTEE, "Ask the mentee.", "Ask %s.");

  g_assert_cmpstr (tdm_role_words_get (programme, TDM_ROLE_MENTEE), ==, "Mentee");
  g_assert_cmpstr (tdm_role_words_get (NULL, TDM_ROLE_MENTOR), ==, "Mentor");
  g_assert_cmpstr (text, ==, "Ask the mentee.");
}

static void
test_own (void)
{
  g_autoptr (TdmProgramme) programme = make_programme ("Explorer", "");
  g_autofree char *text = tdm_role_words_fill (programme, TDM_ROLE_MENTEE, "Ask the mentee.", "Ask %s.");

  g_assert_cmpstr (tdm_role_words_get (programme, TDM_ROLE_MENTEE), ==, "Explorer");
  g_assert_cmpstr (tdm_role_words_get (programme, TDM_ROLE_MENTOR), ==, "Mentor");
  g_assert_cmpstr (text, ==, "Ask Explorer.");
}

/* A word is no format, whatever is in it. */
static void
test_any_word (void)
{
  g_autoptr (TdmProgramme) programme = make_programme ("100 %s%n_", "");
  g_autofree char *text = tdm_role_words_fill (programme, TDM_ROLE_MENTEE, "", "%s asked");

  g_assert_cmpstr (text, ==, "100 %s%n_ asked");
}

static void
test_codes (void)
{
  g_autoptr (TdmProgramme) programme = make_programme ("Explorer", "Guide");
  static const struct { GType (*type) (void); int value; const char *expected; } titles[] = {
    { tdm_role_get_type, TDM_ROLE_MENTEE, "Explorer" },
    { tdm_role_get_type, TDM_ROLE_MENTOR, "Guide" },
    { tdm_side_get_type, TDM_SIDE_MENTEE, "Explorer" },
    { tdm_side_get_type, TDM_SIDE_MENTOR, "Guide" },
    { tdm_side_get_type, TDM_SIDE_JOINT, "Together" },
    { tdm_pair_event_kind_get_type, TDM_EVENT_MENTEE_ASKED, "Explorer asked" },
    { tdm_pair_event_kind_get_type, TDM_EVENT_MENTOR_ASKED, "Guide asked" },
    { tdm_pair_event_kind_get_type, TDM_EVENT_PEOPLE, "Other people" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = tdm_role_words_code_title (programme, titles[i].type (), titles[i].value);

      g_assert_cmpstr (title, ==, titles[i].expected);
    }
}

static gboolean
says_usual_word (const char *text)
{
  return g_regex_match_simple ("ment(ee|or)", text, G_REGEX_CASELESS, 0);
}

/* No field and no code has a usual word in its title where the programme has others: a new one needs a line in
 * tdm-role-words.c. */
static void
test_all_titles (void)
{
  g_autoptr (TdmProgramme) programme = make_programme ("Explorer", "Guide");
  guint n_types, n_usual = 0;
  const GType *types = tdm_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (TdmRecord) record = tdm_record_new (types[i]);
      guint n_fields;
      const TdmField *fields = tdm_record_get_fields (record, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          g_autofree char *title = tdm_role_words_field_title (programme, &fields[j]);
          g_autoptr (GEnumClass) codes = fields[j].kind == TDM_FIELD_CODE ? g_type_class_ref (fields[j].type ()) : NULL;

          n_usual += says_usual_word (fields[j].title);
          g_assert_false (says_usual_word (title));
          for (guint k = 0; codes && k < codes->n_values; k++)
            {
              g_autofree char *code = tdm_role_words_code_title (programme, fields[j].type (), codes->values[k].value);

              g_assert_false (says_usual_word (code));
            }
        }
    }
  g_assert_cmpuint (n_usual, >=, 5);
}

/* What is missing in a tandem of a round is called as its programme says. */
static void
test_errors (void)
{
  g_autoptr (TdmProgramme) programme = make_programme ("Explorer", "Guide");
  g_autoptr (TdmRecord) round = tdm_record_new (TDM_TYPE_ROUND);
  g_autoptr (TdmRecord) pair = tdm_record_new (TDM_TYPE_PAIR);
  g_autoptr (GError) error = NULL;

  tdm_round_set_programme (TDM_ROUND (round), programme);
  tdm_record_set_link (pair, TDM_PAIR_ROUND, round);
  g_assert_false (tdm_record_check_field (pair, TDM_PAIR_MENTOR, &error));
  g_assert_cmpstr (error->message, ==, "“Guide” must not be empty.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-words/usual", test_usual);
  g_test_add_func ("/role-words/own", test_own);
  g_test_add_func ("/role-words/any-word", test_any_word);
  g_test_add_func ("/role-words/codes", test_codes);
  g_test_add_func ("/role-words/all-titles", test_all_titles);
  g_test_add_func ("/role-words/errors", test_errors);
  return g_test_run ();
}
