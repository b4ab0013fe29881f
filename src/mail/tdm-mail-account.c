/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Tandem authors */

#include "tdm-mail-account.h"

#include "base/tdm-compat.h"
#include "base/tdm-i18n.h"
#include "tdm-mail-error.h"

#include <string.h>

/**
 * TdmMailAccount:
 *
 * The server that sends letters, and who says so. The password is not here: see tdm-mail-password.h.
 */

struct _TdmMailAccount
{
  GObject parent_instance;

  char *server;
  guint port;
  TdmMailSecurity security;
  char *user;
  char *authority;
};

G_DEFINE_FINAL_TYPE (TdmMailAccount, tdm_mail_account, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (TdmMailSecurity, tdm_mail_security,
                    G_DEFINE_ENUM_VALUE (TDM_MAIL_SECURITY_TLS, "tls"),
                    G_DEFINE_ENUM_VALUE (TDM_MAIL_SECURITY_STARTTLS, "starttls"),
                    G_DEFINE_ENUM_VALUE (TDM_MAIL_SECURITY_NONE, "none"))

enum
{
  PROP_SERVER = 1,
  PROP_PORT,
  PROP_SECURITY,
  PROP_USER,
  PROP_AUTHORITY,
  N_PROPS,
};

static GParamSpec *specs[N_PROPS];

static void
tdm_mail_account_finalize (GObject *object)
{
  TdmMailAccount *self = TDM_MAIL_ACCOUNT (object);

  g_free (self->server);
  g_free (self->user);
  g_free (self->authority);
  G_OBJECT_CLASS (tdm_mail_account_parent_class)->finalize (object);
}

static void
tdm_mail_account_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TdmMailAccount *self = TDM_MAIL_ACCOUNT (object);

  switch (id)
    {
    case PROP_SERVER:
      g_value_set_string (value, self->server);
      break;
    case PROP_PORT:
      g_value_set_uint (value, self->port);
      break;
    case PROP_SECURITY:
      g_value_set_enum (value, self->security);
      break;
    case PROP_USER:
      g_value_set_string (value, self->user);
      break;
    case PROP_AUTHORITY:
      g_value_set_string (value, self->authority);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
tdm_mail_account_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  TdmMailAccount *self = TDM_MAIL_ACCOUNT (object);
  gboolean has_changed = FALSE;

  switch (id)
    {
    case PROP_SERVER:
      has_changed = tdm_set_str (&self->server, g_value_get_string (value));
      break;
    case PROP_PORT:
      has_changed = self->port != g_value_get_uint (value);
      self->port = g_value_get_uint (value);
      break;
    case PROP_SECURITY:
      has_changed = self->security != (TdmMailSecurity) g_value_get_enum (value);
      self->security = g_value_get_enum (value);
      break;
    case PROP_USER:
      has_changed = tdm_set_str (&self->user, g_value_get_string (value));
      break;
    case PROP_AUTHORITY:
      has_changed = tdm_set_str (&self->authority, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
  if (has_changed)
    g_object_notify_by_pspec (object, spec);
}

static void
tdm_mail_account_class_init (TdmMailAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tdm_mail_account_finalize;
  object_class->get_property = tdm_mail_account_get_property;
  object_class->set_property = tdm_mail_account_set_property;

  specs[PROP_SERVER] = g_param_spec_string ("server", NULL, NULL, NULL, flags);
  specs[PROP_PORT] = g_param_spec_uint ("port", NULL, NULL, 0, G_MAXUINT16, 465, flags);
  specs[PROP_SECURITY] =
    g_param_spec_enum ("security", NULL, NULL, TDM_TYPE_MAIL_SECURITY, TDM_MAIL_SECURITY_TLS, flags);
  specs[PROP_USER] = g_param_spec_string ("user", NULL, NULL, NULL, flags);
  specs[PROP_AUTHORITY] = g_param_spec_string ("authority", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, specs);
}

static void
tdm_mail_account_init (TdmMailAccount *self)
{
  self->port = tdm_mail_security_usual_port (TDM_MAIL_SECURITY_TLS);
}

/**
 * tdm_mail_security_usual_port:
 * @security: how a connection is kept private
 *
 * Returns: the port at which servers offer that (RFC 8314, RFC 6409)
 */
guint
tdm_mail_security_usual_port (TdmMailSecurity security)
{
  switch (security)
    {
    case TDM_MAIL_SECURITY_TLS:
      return 465;
    case TDM_MAIL_SECURITY_STARTTLS:
      return 587;
    default:
      return 25;
    }
}

/**
 * tdm_mail_account_new:
 * @server: (nullable): the name of the server
 * @security: how the connection is kept private; the port is the usual one
 * @user: (nullable): the user name, or nothing where the server asks for none
 *
 * Returns: (transfer full): a new account, not checked yet
 */
TdmMailAccount *
tdm_mail_account_new (const char *server, TdmMailSecurity security, const char *user)
{
  return g_object_new (TDM_TYPE_MAIL_ACCOUNT, "server", server, "security", security, "port",
                       tdm_mail_security_usual_port (security), "user", user, NULL);
}

/**
 * tdm_mail_account_get_server:
 *
 * Returns: (transfer none) (nullable): the name or the IP address of the server
 */
const char *
tdm_mail_account_get_server (TdmMailAccount *self)
{
  g_return_val_if_fail (TDM_IS_MAIL_ACCOUNT (self), NULL);

  return self->server;
}

guint
tdm_mail_account_get_port (TdmMailAccount *self)
{
  g_return_val_if_fail (TDM_IS_MAIL_ACCOUNT (self), 0);

  return self->port;
}

TdmMailSecurity
tdm_mail_account_get_security (TdmMailAccount *self)
{
  g_return_val_if_fail (TDM_IS_MAIL_ACCOUNT (self), TDM_MAIL_SECURITY_TLS);

  return self->security;
}

/**
 * tdm_mail_account_get_user:
 *
 * Returns: (transfer none) (nullable): the user name; without one there is no login
 */
const char *
tdm_mail_account_get_user (TdmMailAccount *self)
{
  g_return_val_if_fail (TDM_IS_MAIL_ACCOUNT (self), NULL);

  return self->user;
}

/**
 * tdm_mail_account_get_authority:
 *
 * Returns: (transfer none) (nullable): the path of a file with the certificates to trust, if not those of the system
 */
const char *
tdm_mail_account_get_authority (TdmMailAccount *self)
{
  g_return_val_if_fail (TDM_IS_MAIL_ACCOUNT (self), NULL);

  return self->authority;
}

/* A name as in DNS (RFC 1123), or an address: nothing else may come into an URL. */
static gboolean
is_server (const char *server)
{
  g_autofree char *ascii = g_hostname_to_ascii (server);

  if (g_hostname_is_ip_address (server))
    return strchr (server, '%') == NULL;
  if (!ascii || strlen (ascii) > 253 || *ascii == '.' || *ascii == '-' || strstr (ascii, ".."))
    return FALSE;
  return strspn (ascii, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") == strlen (ascii);
}

static gboolean
is_here (const char *server)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (server);

  return address ? g_inet_address_get_is_loopback (address) : g_ascii_strcasecmp (server, "localhost") == 0;
}

static gboolean
is_user (const char *user)
{
  if (!g_utf8_validate (user, -1, NULL))
    return FALSE;
  for (const char *p = user; *p; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * tdm_mail_account_check:
 * @error: %TDM_MAIL_ERROR_ACCOUNT: what is missing or not safe
 *
 * A password never goes over the network unencrypted: without encryption, a user name is only good for a server on this
 * computer.
 *
 * Returns: whether a connection can be tried
 */
gboolean
tdm_mail_account_check (TdmMailAccount *self, GError **error)
{
  const char *problem = NULL;
  gboolean has_user;

  g_return_val_if_fail (TDM_IS_MAIL_ACCOUNT (self), FALSE);

  has_user = self->user && *self->user;
  if (!self->server || *self->server == '\0')
    problem = _ ("The e-mail server is still missing.");
  else if (!is_server (self->server))
    problem = _ ("This is not the name of an e-mail server. It looks like “mail.example.org”.");
  else if (self->port == 0)
    problem = _ ("The port of the e-mail server is still missing. Most servers have 465 or 587.");
  else if (has_user && !is_user (self->user))
    problem = _ ("The user name holds characters that cannot be sent.");
  else if (has_user && self->security == TDM_MAIL_SECURITY_NONE && !is_here (self->server))
    problem = _ ("Without encryption others could read the password on its way. Please choose an encryption.");
  return !problem || tdm_mail_error_set (error, TDM_MAIL_ERROR_ACCOUNT, problem);
}
