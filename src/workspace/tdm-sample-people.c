/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-sample-people.h"

/* Leads a department or a team */
#define LOWEST_BOSS 4

/* Which member of the board is in charge of which department: chief executive, fairs and congresses, finance, sales and
 * marketing, technology and digital. Board members are colleagues: they do not report to one another. */
static const guint8 in_charge[TDM_SAMPLE_N_DEPARTMENTS] = {
  [TDM_SAMPLE_BOARD] = 0, [TDM_SAMPLE_HR] = 0, [TDM_SAMPLE_LEGAL] = 0,
  [TDM_SAMPLE_FAIRS_HOME] = 1, [TDM_SAMPLE_FAIRS_ABROAD] = 1, [TDM_SAMPLE_CONGRESSES] = 1,
  [TDM_SAMPLE_FINANCE] = 2, [TDM_SAMPLE_VENUE] = 2,
  [TDM_SAMPLE_SALES] = 3, [TDM_SAMPLE_MARKETING] = 3,
  [TDM_SAMPLE_DIGITAL] = 4, [TDM_SAMPLE_IT] = 4,
};

static void
set_place (TdmSample *sample, TdmSamplePerson *person)
{
  const char *department = tdm_sample_words_get_codes (sample->words, "departments", "codes")[person->department];
  const char *site = tdm_sample_words_get_codes (sample->words, "sites", "codes")[person->site];
  g_autofree char *department_group = g_strconcat ("department:", department, NULL);
  g_autofree char *site_group = g_strconcat ("site:", site, NULL);
  TdmRecord *record = TDM_RECORD (person->record);

  tdm_record_set_text (record, TDM_PERSON_DEPARTMENT,
                       tdm_sample_words_get_text (sample->words, department_group, "title"));
  tdm_record_set_text (record, TDM_PERSON_UNIT, tdm_sample_words_get_text (sample->words, department_group, "unit"));
  tdm_record_set_text (record, TDM_PERSON_SITE, tdm_sample_words_get_text (sample->words, site_group, "title"));
  tdm_record_set_text (record, TDM_PERSON_ZONE, tdm_sample_words_get_codes (sample->words, site_group, "zone")[0]);
}

static void
set_name (TdmSample *sample, TdmSamplePerson *person)
{
  g_autofree char *name = NULL, *email = NULL;

  tdm_sample_names_next (sample->names, tdm_sample_words_get_codes (sample->words, "programme", "domain")[0],
                         &name, &email);
  tdm_record_set_text (TDM_RECORD (person->record), TDM_PERSON_NAME, name);
  tdm_record_set_text (TDM_RECORD (person->record), TDM_PERSON_EMAIL, email);
}

/* Whoever may become a mentor speaks English, so that the people in London can have any of them. */
static const char *
choose_languages (TdmSample *sample, const TdmSamplePerson *person)
{
  if (person->site == TDM_SAMPLE_LONDON)
    return person->level <= LOWEST_BOSS ? "en" : "en, de";
  if (person->level > LOWEST_BOSS || tdm_sample_random_chance (&sample->random, 60))
    return "de, en";
  return tdm_sample_random_chance (&sample->random, 20) ? "de, fr" : "de";
}

static TdmSamplePerson *
add_person (TdmSample *sample, const TdmSampleRole *role)
{
  TdmSamplePerson *person = g_new0 (TdmSamplePerson, 1);
  TdmRecord *record = tdm_sample_insert (sample, TDM_TYPE_PERSON);

  g_ptr_array_add (sample->people, person);
  person->record = TDM_PERSON (record);
  person->department = role->department;
  person->level = role->level;
  person->site = role->site;

  set_name (sample, person);
  set_place (sample, person);
  tdm_record_set_integer (record, TDM_PERSON_LEVEL, person->level);
  tdm_record_set_text (record, TDM_PERSON_LANGUAGES, choose_languages (sample, person));
  return person;
}

static void
set_job (TdmSample *sample, TdmSampleOffice *office, TdmSamplePerson *person)
{
  const char *department = tdm_sample_words_get_codes (sample->words, "departments", "codes")[person->department];
  g_autofree char *key = g_strdup_printf ("%s_%u", department, person->level);
  guint number = office->n_jobs[person->department][person->level]++;

  tdm_record_set_text (TDM_RECORD (person->record), TDM_PERSON_JOB_TITLE,
                       tdm_sample_words_pick (sample->words, "job_titles", key, number));
}

/* The nearest level above in the same department, at the same site if possible, or else the member of the board */
static TdmSamplePerson *
find_boss (const TdmSampleOffice *office, const TdmSamplePerson *person)
{
  TdmSamplePerson *const *bosses = office->bosses[person->department], *found = NULL;

  for (guint i = 0; i < office->n_bosses[person->department]; i++)
    if (bosses[i]->level < person->level &&
        (!found || bosses[i]->level > found->level || (found->site != person->site && bosses[i]->site == person->site)))
      found = bosses[i];
  return found ? found : office->board[in_charge[person->department]];
}

static void
remember_boss (TdmSampleOffice *office, TdmSamplePerson *person)
{
  if (person->level > LOWEST_BOSS || office->n_bosses[person->department] == TDM_SAMPLE_MOST_BOSSES)
    return;
  office->bosses[person->department][office->n_bosses[person->department]++] = person;
}

/**
 * tdm_sample_people_add:
 * @sample: the sample
 * @office: who is there already; of the departments, people of higher levels must be
 * @role: where the person works
 *
 * Returns: (transfer none): somebody new
 */
TdmSamplePerson *
tdm_sample_people_add (TdmSample *sample, TdmSampleOffice *office, const TdmSampleRole *role)
{
  TdmSamplePerson *person = add_person (sample, role);

  set_job (sample, office, person);
  if (person->level > 1)
    {
      TdmSamplePerson *boss = find_boss (office, person);

      tdm_record_set_link (TDM_RECORD (person->record), TDM_PERSON_REPORTS_TO, boss->record);
      remember_boss (office, person);
    }
  return person;
}

/**
 * tdm_sample_people_add_assistant:
 * @sample: the sample
 * @boss: whom the person assists
 * @number: any number, for the job title
 *
 * Adds somebody who comes before the boss does: so the boss can have a link to them, but not they one to the boss.
 *
 * Returns: (transfer none): somebody new
 */
TdmSamplePerson *
tdm_sample_people_add_assistant (TdmSample *sample, const TdmSampleRole *boss, guint number)
{
  TdmSampleRole role = { boss->department, LOWEST_BOSS + 1, boss->site };
  TdmSamplePerson *person = add_person (sample, &role);

  tdm_record_set_text (TDM_RECORD (person->record), TDM_PERSON_JOB_TITLE,
                       tdm_sample_words_pick (sample->words, "job_titles", "assistant", number));
  return person;
}

/**
 * tdm_sample_people_make_external:
 * @sample: the sample
 * @person: somebody new
 *
 * Makes them an applicant from outside the company.
 */
void
tdm_sample_people_make_external (TdmSample *sample, TdmSamplePerson *person)
{
  static const TdmPersonField inside[] = { TDM_PERSON_DEPARTMENT, TDM_PERSON_UNIT, TDM_PERSON_JOB_TITLE };
  TdmRecord *record = TDM_RECORD (person->record);
  g_auto (GStrv) parts = g_strsplit (tdm_record_get_text (record, TDM_PERSON_EMAIL), "@", 2);
  g_autofree char *email = g_strconcat (parts[0], "@extern.", parts[1], NULL);

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    tdm_record_set_text (record, inside[i], "");
  tdm_record_set_text (record, TDM_PERSON_EMAIL, email);
  tdm_record_set_integer (record, TDM_PERSON_LEVEL, 0);
  tdm_record_set_link (record, TDM_PERSON_REPORTS_TO, NULL);
  tdm_record_set_integer (record, TDM_PERSON_EXTERNAL, TRUE);
}

/**
 * tdm_sample_people_erase:
 * @sample: the sample
 * @person: somebody who asked to be forgotten
 *
 * Leaves nothing that tells who it was, but the record, so that the history of the tandem stays.
 */
void
tdm_sample_people_erase (TdmSample *sample, TdmSamplePerson *person)
{
  static const TdmPersonField personal[] = {
    TDM_PERSON_EMAIL, TDM_PERSON_DEPARTMENT, TDM_PERSON_UNIT, TDM_PERSON_SITE, TDM_PERSON_ZONE, TDM_PERSON_JOB_TITLE,
    TDM_PERSON_LANGUAGES,
  };
  TdmRecord *record = TDM_RECORD (person->record);

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    tdm_record_set_text (record, personal[i], "");
  tdm_record_set_text (record, TDM_PERSON_NAME, tdm_sample_words_get_text (sample->words, "names", "erased"));
  tdm_record_set_integer (record, TDM_PERSON_LEVEL, 0);
  tdm_record_set_link (record, TDM_PERSON_REPORTS_TO, NULL);
  person->is_erased = TRUE;
}
