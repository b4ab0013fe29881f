/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-person.h"

#include "base/tdm-i18n.h"
#include "base/tdm-name.h"
#include "tdm-interest.h"
#include "tdm-need.h"
#include "tdm-offer.h"

/**
 * TdmPerson:
 *
 * Somebody who takes part, organises or stands in.
 */

struct _TdmPerson
{
  TdmRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TdmPerson, tdm_person, TDM_TYPE_RECORD)

static const TdmField fields[] = {
  { "name", N_ ("Name"), TDM_FIELD_LINE, .required = TRUE, .most = TDM_NAME_MOST },
  { "email", N_ ("E-mail"), TDM_FIELD_EMAIL, .most = 254 },
  { "department", N_ ("Department"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "unit", N_ ("Unit"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "site", N_ ("Site"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "zone", N_ ("Time zone"), TDM_FIELD_LINE, .most = 80 },
  { "level", N_ ("Level"), TDM_FIELD_INTEGER, .most = 7 },
  { "job-title", N_ ("Job title"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "languages", N_ ("Languages"), TDM_FIELD_LINE, .most = TDM_NAME_MOST },
  { "external", N_ ("Not an employee"), TDM_FIELD_BOOLEAN },
  { "publicly-known", N_ ("Publicly known"), TDM_FIELD_BOOLEAN },
  { "reports-to", N_ ("Reports to"), TDM_FIELD_LINK, .type = tdm_person_get_type },
  { "assistant", N_ ("Assistant"), TDM_FIELD_LINK, .type = tdm_person_get_type },
};

static void
tdm_person_class_init (TdmPersonClass *klass)
{
  TdmRecordClass *record_class = TDM_RECORD_CLASS (klass);

  tdm_record_class_install_fields (record_class, "person", fields, G_N_ELEMENTS (fields));
  tdm_record_class_set_words (record_class, N_ ("Person added"), N_ ("Person changed"), N_ ("Person removed"));
  record_class->scopes = TDM_SCOPE_OVERVIEW;
  record_class->is_name = TRUE;
}

static void
tdm_person_init (TdmPerson *self)
{
}

/**
 * tdm_person_get_name:
 * @self: (nullable): a person
 *
 * Returns: (transfer none): the name, empty for nobody
 */
const char *
tdm_person_get_name (TdmPerson *self)
{
  return self ? tdm_record_get_text (TDM_RECORD (self), TDM_PERSON_NAME) : "";
}

const char *
tdm_person_get_email (TdmPerson *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_PERSON_EMAIL);
}

/**
 * tdm_person_has_email:
 * @self: (nullable): a person
 * @email: an address, in capitals or not
 *
 * Returns: whether it is the address of @self; none is nobody's
 */
gboolean
tdm_person_has_email (TdmPerson *self, const char *email)
{
  return self && *email && g_ascii_strcasecmp (email, tdm_person_get_email (self)) == 0;
}

/**
 * tdm_person_get_first_name:
 *
 * Returns: (transfer full): see tdm_name_find_first()
 */
char *
tdm_person_get_first_name (TdmPerson *self)
{
  return tdm_name_find_first (tdm_person_get_name (self));
}

/**
 * tdm_person_get_last_name:
 *
 * Returns: (transfer full): see tdm_name_find_last()
 */
char *
tdm_person_get_last_name (TdmPerson *self)
{
  return tdm_name_find_last (tdm_person_get_name (self));
}

const char *
tdm_person_get_department (TdmPerson *self)
{
  return tdm_record_get_text (TDM_RECORD (self), TDM_PERSON_DEPARTMENT);
}

/**
 * tdm_person_find_manager:
 * @self: a person
 * @manager: another one, or a draft of that
 *
 * Lines that lead back to where they came from, as typing mistakes or other programs have it, end there.
 *
 * Returns: how many steps up the line @manager stands above @self, 1 for the direct manager; 0 for everyone else
 */
guint
tdm_person_find_manager (TdmPerson *self, TdmPerson *manager)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_steps = 0;
  gint64 id;

  g_return_val_if_fail (TDM_IS_PERSON (self), 0);
  g_return_val_if_fail (TDM_IS_PERSON (manager), 0);

  id = tdm_record_get_id (TDM_RECORD (manager));
  while (self && g_hash_table_add (seen, self))
    {
      self = tdm_record_get_link (TDM_RECORD (self), TDM_PERSON_REPORTS_TO);
      n_steps++;
      if (self && (self == manager || (id != 0 && tdm_record_get_id (TDM_RECORD (self)) == id)))
        return n_steps;
    }
  return 0;
}

GListModel *
tdm_person_get_needs (TdmPerson *self)
{
  return tdm_record_get_children (self, TDM_TYPE_NEED);
}

GListModel *
tdm_person_get_offers (TdmPerson *self)
{
  return tdm_record_get_children (self, TDM_TYPE_OFFER);
}

GListModel *
tdm_person_get_interests (TdmPerson *self)
{
  return tdm_record_get_children (self, TDM_TYPE_INTEREST);
}
