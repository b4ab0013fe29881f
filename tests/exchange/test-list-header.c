/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "exchange/tdm-list-header.h"
#include "exchange/tdm-table-file.h"

/* Where the columns go that lists of people have: names as the programs write them, invented people. */

static TdmListHeader *
find_header (const char *text)
{
  const TdmTableChoice choice = { TDM_CHARSET_GUESS };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdmTableFile) file = tdm_table_file_read_text (text, &choice, &error);

  g_assert_no_error (error);
  return tdm_list_header_find (file->table);
}

/* The codes of all columns with one, `-` for those that go nowhere; `mentee.` and `mentor.` for sides, a number for the
 * row with which people begin. */
static void
assert_header (const char *text, const char *expected)
{
  static const char *const sides[] = { "", "mentee.", "mentor." };
  g_autoptr (TdmListHeader) header = find_header (text);
  g_autoptr (GString) found = g_string_new (NULL);

  g_string_append_printf (found, "%u%s", header->first_row, header->has_pairs ? " pairs" : "");
  for (guint i = 0; i < header->columns->len; i++)
    {
      const TdmListColumn *column = header->columns->pdata[i];

      g_string_append_printf (found, " %s%s", sides[column->meaning.side],
                              column->meaning.target == TDM_LIST_NOWHERE
                                ? "-"
                                : tdm_list_target_get_code (column->meaning.target));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_google (void)
{
  assert_header ("First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,"
                 "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - "
                 "Value\n"
                 "Anna,,Berg,,,Firma,Leiterin,Vertrieb,,,,* myContacts,* Work,anna@example.org,x@example.org\n",
                 "1 first-name - last-name - - - job-title department left-out - left-out - - email -");
  assert_header ("First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Employee ID,"
                 "Employee Title,Manager Email, Department,Cost Center,Status [READ ONLY]\n",
                 "1 first-name last-name email left-out id job-title reports-to department - state");
  assert_header ("Name,Given Name,Additional Name,Family Name,Birthday,Gender,E-mail 1 - Type,E-mail 1 - Value,"
                 "Organization 1 - Name,Organization 1 - Title\n",
                 "1 - first-name - last-name left-out left-out - email - job-title");
}

static void
test_microsoft (void)
{
  assert_header ("User Name,First Name,Last Name,Display Name,Job Title,Department,Office Number,Office Phone,City\n"
                 "anna@example.org,Anna,Berg,Anna Berg,Leiterin,Vertrieb,4.12,,Ulm\n",
                 "1 email first-name last-name - job-title department - - site");
  assert_header ("userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,officeLocation\n"
                 "anna@example.org,Anna Berg,Berg,,Anna,7,Member,Leiterin,Vertrieb,Ulm\n",
                 "1 - - last-name email first-name - - job-title department site");
  assert_header ("Id;Startzeit;Fertigstellungszeit;E-Mail;Name;Welche Themen möchten Sie lernen?;"
                 "Was können Sie weitergeben?\n1;27.04.2026 11:34;27.04.2026 11:40;anna@example.org;Anna Berg;KI;"
                 "Word\n",
                 "1 - - - email name needs offers");
  assert_header ("ID,Start time,Completion time,Email,Name,\"What would you like to learn, and\n\"\"why\"\"?\"\n",
                 "1 - - - email name needs");
}

static void
test_outlook_and_thunderbird (void)
{
  assert_header ("Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,E-mail Address,E-mail "
                 "Type,"
                 "E-mail Display Name,Manager's Name\n",
                 "1 - first-name - last-name - - department job-title email - - reports-to");
  assert_header ("Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,E-Mail-Adresse,E-Mail-Typ,"
                 "E-Mail: Angezeigter Name,E-Mail 2: Adresse,Geburtstag,Geschlecht,Sozialversicherungsnr.,Kinder,Hobby,"
                 "Partner,Konto,Name des/der Vorgesetzten\n",
                 "1 - first-name - last-name - - department job-title email - - - left-out left-out left-out left-out "
                 "- "
                 "left-out left-out reports-to");
  assert_header ("Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Arbeitstitel,"
                 "Abteilung,Organisation,Notizen,\n",
                 "1 first-name last-name - - email - job-title department - -");
}

/* What stands above the names is no person, and neither is a second row of names. */
static void
test_rows_before_the_people (void)
{
  assert_header ("Notes:\n\"When exporting your connection data, you may notice\"\n\n"
                 "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                 "Anna,Berg,,,Firma,Leiterin,12 Mar 2024\n",
                 "3 first-name last-name - email - job-title -");
  assert_header ("STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,EMAIL,TITLE,GENDER,MANAGER,HR,DEPARTMENT,LOCATION,"
                 "TIMEZONE,CUSTOM01\n"
                 "Status,User ID,Username,First Name,Last Name,Email,Title,Gender,Manager,HR Rep,Department,Location,"
                 "Time Zone,Topic\n"
                 "active,4711,aberg,Anna,Berg,anna@example.org,Leiterin,F,NO_MANAGER,x,Vertrieb,Leipzig (LEJ1),"
                 "Europe/Berlin,KI\n",
                 "2 state id - first-name last-name email job-title left-out reports-to - department site zone topic");
  assert_header ("Personalliste Stand 01.10.2026\n\nPersonalnummer;Nachname;Vorname;Abteilung;Geburtsdatum;IBAN;"
                 "Stundenlohn\n",
                 "2 id last-name first-name department left-out left-out left-out");
  assert_header ("Worker,,Organization,\nEmployee ID,Worker,Supervisory Organization,Manager\n7,Anna Berg,Vertrieb,"
                 "Bernd Roth (12)\n",
                 "2 id name department reports-to");
}

static void
test_names_in_parts (void)
{
  assert_header ("Name;Vorname;E-Mail\n", "1 last-name first-name email");
  assert_header ("Name;E-Mail;Ebene;Standort\n", "1 name email level site");
  assert_header ("Nachname, Vorname;E-Mail\n", "1 name email");
  assert_header ("Vorname;Nachname;Primaere E-Mail-Adresse;Gross-Bereich\n", "1 first-name last-name email -");
}

static void
test_pairs (void)
{
  assert_header ("Mentor Email Address,Mentee Email Address,Mentoring Connection Name\n",
                 "1 pairs mentor.email mentee.email -");
  assert_header ("Mentee;E-Mail Mentee;Mentor:in;E-Mail Mentor:in;Thema;Start;Status\n",
                 "1 pairs mentee.name mentee.email mentor.name mentor.email topic start state");
  assert_header ("Vorname Mentee;Nachname Mentee;Vorname Mentorin;Nachname Mentorin\n",
                 "1 pairs mentee.first-name mentee.last-name mentor.first-name mentor.last-name");
  assert_header ("Name;E-Mail;Mentee oder Mentor\n", "1 name email role");
}

static void
test_what_must_not_be_known (void)
{
  assert_header ("Name;E-Mail;Alter;Konfession;Staatsangehörigkeit;Grad der Behinderung;Monatsgehalt;Familienstand;"
                 "Alternativer Termin;Banking-Kenntnisse\n",
                 "1 name email left-out left-out left-out left-out left-out left-out - -");
}

/* Without names of columns, only addresses show what they are. */
static void
test_without_names (void)
{
  assert_header ("Anna Berg;anna@example.org\nBernd Roth;bernd@example.org\n", "0 - email");
  assert_header ("E-Mail\nanna@example.org\n", "1 email");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-header/google", test_google);
  g_test_add_func ("/list-header/microsoft", test_microsoft);
  g_test_add_func ("/list-header/outlook-and-thunderbird", test_outlook_and_thunderbird);
  g_test_add_func ("/list-header/rows-before-the-people", test_rows_before_the_people);
  g_test_add_func ("/list-header/names-in-parts", test_names_in_parts);
  g_test_add_func ("/list-header/pairs", test_pairs);
  g_test_add_func ("/list-header/what-must-not-be-known", test_what_must_not_be_known);
  g_test_add_func ("/list-header/without-names", test_without_names);
  return g_test_run ();
}
