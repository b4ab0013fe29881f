/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-list-target.h"

#include "base/tdm-text.h"

#include <string.h>

/* What columns are called by the programs that write lists of people, in German and English. Names are compared by
 * their letters and digits alone, without case and marks. */

/* In characters */
#define NAME_MOST 300

typedef struct
{
  TdmListTarget target;
  guint rank;
  const char *names;
} Names;

/* Address books have several addresses, and names put together; the better ones come first. */
static const Names known_names[] = {
  { TDM_LIST_FIRST_NAME, 0, "First Name|Firstname|Given Name|Forename|Vorname|Rufname|Vornamen" },
  { TDM_LIST_LAST_NAME, 0, "Last Name|Lastname|Surname|Family Name|Nachname|Familienname|Zuname|sn" },
  { TDM_LIST_NAME, 0, "Name|Full Name|Vor- und Nachname|Vorname Nachname|Vorname, Nachname|Nachname, Vorname|"
    "Name, Vorname|Vorname und Nachname|Vollständiger Name|Employee|Employee Name|Worker|Mitarbeiter|Mitarbeiter:in|"
    "Mitarbeitende|"
    "Mitarbeiter/in|Teilnehmer|Teilnehmer:in|Teilnehmende|Participant|Person|Ihr Name|Your Name" },
  { TDM_LIST_NAME, 1, "Display Name|Anzeigename|E-mail Display Name|E-Mail: Angezeigter Name|File As" },
  { TDM_LIST_EMAIL, 0, "E-Mail|Mail|E-Mail-Adresse|Email Address|Mailadresse|Mail Address|Primäre E-Mail-Adresse|"
    "Primary Email|Primary Email Address|Work Email|Business Email|Business Email Address|E-Mail geschäftlich|"
    "Dienstliche E-Mail|Dienstliche E-Mail-Adresse|E-Mail (dienstlich)|E-mail 1 - Value|Email (Work)|Email - Work|"
    "Ihre E-Mail-Adresse|Your Email Address|Your Email|Ihre E-Mail|Primary Work Email" },
  { TDM_LIST_EMAIL, 2, "E-mail 2 - Value|E-mail 3 - Value|E-Mail 2: Adresse|E-Mail 3: Adresse|E-mail 2 Address|"
    "E-mail 3 Address|Sekundäre E-Mail-Adresse|Secondary Email|Zweite E-Mail-Adresse|Home Email|Private E-Mail" },
  { TDM_LIST_USER_NAME, 1, "User Name|userPrincipalName|User Principal Name|UPN|Benutzername|Anmeldename|Login" },
  { TDM_LIST_ID, 0, "Employee ID|User ID|USERID|Personalnummer|Personal-Nr.|Pers.-Nr.|Persnr|Mitarbeiternummer|"
    "Mitarbeiter-ID|Employee Number|Worker ID|Staff Number|Staff ID|Personnel Number|Perner" },
  { TDM_LIST_ID, 1, "EMPID|Emp ID" },
  { TDM_LIST_DEPARTMENT, 0, "Department|Dept|Dept.|Abteilung|Fachbereich|Organization Department|Bereich|Fachabteilung|"
    "Team|Supervisory Organization" },
  { TDM_LIST_UNIT, 0, "Unit|Business Unit|Division|Organisationseinheit|Org Unit|Organizational Unit|Geschäftsbereich|"
    "Ressort|Org.-Einheit|Einheit" },
  { TDM_LIST_SITE, 0, "Site|Location|Standort|Office|Office Location|Ort|Arbeitsort|Work Location|Dienstort|"
    "Niederlassung|Büro|City|Stadt" },
  { TDM_LIST_SITE, 1, "physicalDeliveryOfficeName|Office Number" },
  { TDM_LIST_ZONE, 0, "Time Zone|Timezone|Zeitzone" },
  { TDM_LIST_LEVEL, 0, "Level|Ebene|Hierarchieebene|Management Level|Karrierestufe|Job Level|Grade" },
  { TDM_LIST_JOB_TITLE, 0, "Job Title|Position|Stelle|Stellenbezeichnung|Funktion|Organization Title|Berufsbezeichnung|"
    "Employee Title|Organization 1 - Title|Business Title|Tätigkeit|Arbeitstitel|Jobtitel|Rolle im Unternehmen" },
  { TDM_LIST_JOB_TITLE, 1, "Title|Titel" },
  { TDM_LIST_LANGUAGES, 0, "Language|Languages|Sprache|Sprachen|Lang|Locale|Default Locale|Preferred Language" },
  { TDM_LIST_MANAGER, 0, "Manager|Manager Email|Manager ID|Manager's Name|Manager Name|Supervisor|Supervisor Email|"
    "Vorgesetzter|Vorgesetzte|Vorgesetzte:r|Vorgesetzte Person|Vorgesetzte/r|Führungskraft|Reports to|Berichtet an|"
    "Name des/r Vorgesetzten|Name des/der Vorgesetzten|Line Manager|Direct Manager|E-Mail Führungskraft|"
    "E-Mail der Führungskraft|Disziplinarische Führungskraft" },
  { TDM_LIST_ROLE, 0, "Role|Rolle|Mentoring Type|Mentoring Role|Rolle im Programm|Programme Role|Mentee/Mentor|"
    "Mentor/Mentee|Mentee oder Mentor|Mentor oder Mentee|Mentee or Mentor|Mentor or Mentee" },
  { TDM_LIST_STATE, 0, "Status|Stand|State|Zustand" },
  { TDM_LIST_SOURCE, 0, "Source|Quelle|How they came|Herkunft der Anmeldung" },
  { TDM_LIST_CAPACITY, 0, "Capacity|Kapazität|Number of Mentees|Anzahl Mentees|Plätze" },
  { TDM_LIST_MOTIVES, 0, "Motives|Motive|Motivation|Beweggründe" },
  { TDM_LIST_EXPECTATIONS, 0, "Expectations|Erwartungen" },
  { TDM_LIST_CONSENT, 0, "Consent|Consent Given On|Einwilligung|Einwilligung am" },
  { TDM_LIST_NEEDS, 0, "Needs|Need|Bedarf|Bedarfe|Lernthemen|Wants to Learn|Will lernen|Möchte lernen|Learning Goals|"
    "Lernwünsche|Themenwünsche|Topics to Learn" },
  { TDM_LIST_OFFERS, 0, "Offers|Offer|Angebot|Angebote|Can Pass On|Kann weitergeben|Gibt weiter|Can Teach|Expertise|"
    "Skills|Kenntnisse|Topics to Pass On|Topics to Share" },
  { TDM_LIST_INTERESTS, 0, "Interests|Interessen" },
  { TDM_LIST_TOPIC, 0, "Topic|Thema|Schwerpunkt|Focus|Topics|Themen" },
  { TDM_LIST_START, 0, "Start|Start Date|Startdatum|Beginn|Begin|Kick-off|Starttermin|Seit" },
  { TDM_LIST_NOWHERE, 0, "Start Time|Startzeit|Completion Time|Fertigstellungszeit|Last Modified Time|Hobby|Hobbys|"
    "Email Type|E-Mail-Typ|Company Name|Matrix Manager|HR" },
};

/* Whole questions of forms: the first that stands in the name counts. */
static const Names known_words[] = {
  { TDM_LIST_EMAIL, 1, "e mail adresse|email address|mailadresse|e mail address" },
  { TDM_LIST_OFFERS, 1, "weitergeben|pass on|beibringen|teach|share with|anbieten|vermitteln|zeigen konnen" },
  { TDM_LIST_NEEDS, 1, "lernen|learn|neugierig|erfahren mochten" },
  { TDM_LIST_EXPECTATIONS, 1, "erwarten sie|erwartest|do you expect|expectations|erwartungen" },
  { TDM_LIST_DEPARTMENT, 1, "abteilung|department" },
  { TDM_LIST_MANAGER, 1, "vorgesetzt|fuhrungskraft ist|your manager" },
};

/* Beginnings of words, and words that end in one of the second kind, as German puts them together */
static const char sensitive_words[] =
  "geburt|birth|dob|geschlecht|gender|religion|konfession|kirche|nationalit|staatsang|staatsburg|citizenship|ethnic|"
  "gesundheit|health|krank|behinder|schwerbehind|disab|gehalt|salary|stundenlohn|iban|bic|bankverb|bank account|"
  "kontonummer|steuer|sozialvers|"
  "social security|familienstand|marital|kinder|children|spouse|ehepartner|passwor|kennwort|foto|photo|gewerkschaft|"
  "leistungsbeurt|performance|compensation|herkunftsland|mutterschutz|schwanger|pregnan|veteran";
static const char sensitive_ends[] = "gehalt|lohn|geburtstag|geburtsdatum|religion";
static const char sensitive_names[] = "age|alter|sex|race|pay|wage|wages|konto|partner|ssn|union|anniversary";

static const char *const codes[] = {
  [TDM_LIST_NOWHERE] = "nowhere",
  [TDM_LIST_SENSITIVE] = "left-out",
  [TDM_LIST_NAME] = "name",
  [TDM_LIST_FIRST_NAME] = "first-name",
  [TDM_LIST_LAST_NAME] = "last-name",
  [TDM_LIST_EMAIL] = "email",
  [TDM_LIST_USER_NAME] = "user-name",
  [TDM_LIST_ID] = "id",
  [TDM_LIST_DEPARTMENT] = "department",
  [TDM_LIST_UNIT] = "unit",
  [TDM_LIST_SITE] = "site",
  [TDM_LIST_ZONE] = "zone",
  [TDM_LIST_LEVEL] = "level",
  [TDM_LIST_JOB_TITLE] = "job-title",
  [TDM_LIST_LANGUAGES] = "languages",
  [TDM_LIST_MANAGER] = "reports-to",
  [TDM_LIST_ROLE] = "role",
  [TDM_LIST_STATE] = "state",
  [TDM_LIST_SOURCE] = "source",
  [TDM_LIST_CAPACITY] = "capacity",
  [TDM_LIST_MOTIVES] = "motives",
  [TDM_LIST_EXPECTATIONS] = "expectations",
  [TDM_LIST_CONSENT] = "consent",
  [TDM_LIST_NEEDS] = "needs",
  [TDM_LIST_OFFERS] = "offers",
  [TDM_LIST_INTERESTS] = "interests",
  [TDM_LIST_TOPIC] = "topic",
  [TDM_LIST_START] = "start",
};

/* Its words with one blank between them: letters and digits, without what stands in square brackets, as in
 * `Email Address [Required]`. Umlauts that were written as two letters are as those with dots. */
static char *
name_simplify (const char *name)
{
  g_autofree char *folded = tdm_text_fold (name);
  GString *words = g_string_new (NULL);
  gboolean is_bracket = FALSE;

  for (const char *at = folded; *at; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      is_bracket = letter == '[' || (is_bracket && letter != ']');
      if (is_bracket || letter == '\'')
        continue;
      if (g_unichar_isalnum (letter))
        g_string_append_unichar (words, letter);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  g_string_replace (words, "ae", "a", 0);
  g_string_replace (words, "oe", "o", 0);
  g_string_replace (words, "ue", "u", 0);
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static char *
words_join (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  return g_strjoinv (NULL, parts);
}

static GHashTable *
make_names (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known_names); i++)
    {
      g_auto (GStrv) all = g_strsplit (known_names[i].names, "|", -1);

      for (guint j = 0; all[j]; j++)
        {
          g_autofree char *words = name_simplify (all[j]);

          g_hash_table_insert (names, words_join (words), (gpointer) &known_names[i]);
        }
    }
  return names;
}

/* All that are known, by their letters */
static const Names *
find_name (const char *words)
{
  static gsize names;
  g_autofree char *key = words_join (words);

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, (gsize) make_names ());
  return g_hash_table_lookup ((GHashTable *) names, key);
}

/* The next of several that stand between bars, and its length */
static const char *
next_of (const char *all, gsize *length)
{
  *length = strcspn (all, "|");
  return *length > 0 ? all : NULL;
}

/* Whether a word of @words begins with one of @beginnings */
static gboolean
has_word (const char *words, const char *beginnings)
{
  gsize length;

  for (const char *one = beginnings; (one = next_of (one, &length)); one += length + (one[length] == '|'))
    for (const char *word = words; word; word = strchr (word, ' '))
      {
        word += *word == ' ';
        if (strncmp (word, one, length) == 0)
          return TRUE;
      }
  return FALSE;
}

/* Whether a word of @words ends with one of @ends, or is one of them where @is_whole */
static gboolean
has_end (const char *words, const char *ends, gboolean is_whole)
{
  gsize length;

  for (const char *one = ends; (one = next_of (one, &length)); one += length + (one[length] == '|'))
    for (const char *word = words; *word; word += strspn (word, " "))
      {
        const gsize n_letters = strcspn (word, " ");

        if ((is_whole ? n_letters == length : n_letters >= length) &&
            strncmp (word + n_letters - length, one, length) == 0)
          return TRUE;
        word += n_letters;
      }
  return FALSE;
}

static gboolean
is_sensitive (const char *words)
{
  const gboolean is_one_word = strchr (words, ' ') == NULL;

  return (is_one_word && has_end (words, sensitive_names, TRUE)) || has_word (words, sensitive_words) ||
         has_end (words, sensitive_ends, FALSE);
}

/* Takes the word for a side out of @words; both of them are a question for the side. */
static TdmListSide
words_take_side (char **words)
{
  g_auto (GStrv) all = g_strsplit (*words, " ", -1);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;
  gboolean has_side[3] = { FALSE };

  for (guint i = 0; all[i]; i++)
    if (g_str_equal (all[i], "mentee") || g_str_equal (all[i], "mentees"))
      has_side[TDM_LIST_MENTEE] = TRUE;
    else if (g_str_equal (all[i], "mentor") || g_str_equal (all[i], "mentors") || g_str_equal (all[i], "mentorin"))
      has_side[TDM_LIST_MENTOR] = TRUE;
    else if (!(g_str_equal (all[i], "in") && has_side[TDM_LIST_MENTOR]) && !g_str_equal (all[i], "der") &&
             !g_str_equal (all[i], "des") && !g_str_equal (all[i], "s"))
      g_strv_builder_add (rest, all[i]);
  if (has_side[TDM_LIST_MENTEE] == has_side[TDM_LIST_MENTOR])
    return TDM_LIST_OWN;
  left = g_strv_builder_end (rest);
  g_free (*words);
  *words = g_strjoinv (" ", left);
  return has_side[TDM_LIST_MENTEE] ? TDM_LIST_MENTEE : TDM_LIST_MENTOR;
}

/**
 * tdm_list_meaning_read:
 * @name: of a column, as a list has it
 *
 * Returns: what it says; %TDM_LIST_NOWHERE for what is not known
 */
TdmListMeaning
tdm_list_meaning_read (const char *name)
{
  /* Questions may be long, and cells that are no names longer. */
  g_autofree char *begin = tdm_text_cut (name, NAME_MOST);
  g_autofree char *words = name_simplify (begin);
  TdmListMeaning meaning = { TDM_LIST_NOWHERE };
  const Names *known = find_name (words);

  if (!known)
    {
      meaning.side = words_take_side (&words);
      if (meaning.side != TDM_LIST_OWN && *words == '\0')
        meaning.target = TDM_LIST_NAME;
      known = find_name (words);
    }
  if (!known && is_sensitive (words))
    meaning = (TdmListMeaning) { TDM_LIST_SENSITIVE };
  else if (!known)
    for (guint i = 0; i < G_N_ELEMENTS (known_words) && !known; i++)
      if (has_word (words, known_words[i].names))
        known = &known_words[i];
  if (known)
    {
      meaning.target = known->target;
      meaning.rank = known->rank;
    }
  if (meaning.target == TDM_LIST_NOWHERE)
    meaning.side = TDM_LIST_OWN;
  return meaning;
}

/**
 * tdm_list_target_get_code:
 *
 * Returns: (transfer none): what a mapping file and the command call @target
 */
const char *
tdm_list_target_get_code (TdmListTarget target)
{
  g_return_val_if_fail (target < G_N_ELEMENTS (codes), NULL);

  return codes[target];
}
