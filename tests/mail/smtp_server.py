# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A mail server on this computer that can misbehave. Usage: smtp_server.py FOLDER SECURITY HOST [FAULT [NUMBER]]

SECURITY is tls, starttls or none; HOST is who its certificate, FOLDER/ca.pem, speaks of. FAULT strikes the letter with
that NUMBER, counted from 1. Letters are written to FOLDER. Prints the port, then what happens; ends with its input.
"""

import asyncio
import logging
import pathlib
import ssl
import subprocess
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER, SECURITY, HOST = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
FAULTS = sys.argv[4].split("+") if len(sys.argv) > 4 else []
NUMBER = int(sys.argv[5]) if len(sys.argv) > 5 else None
USER, PASSWORD = b"anna@example.org", "schön geheim".encode()


def say(*words):
    print(*words, flush=True)


class Server(SMTP):
    """What aiosmtpd's hooks cannot do."""

    def connection_made(self, transport):
        if self.session is None:  # and not once more after STARTTLS
            say("connected")
        super().connection_made(transport)

    async def smtp_QUIT(self, arg):
        say("goodbye")
        await super().smtp_QUIT(arg)

    async def smtp_DATA(self, arg):
        if self.event_handler.strikes("drop-in-data"):
            await self.push("354 go on")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Handler:
    """Takes letters, and strikes at one of them."""

    def __init__(self):
        self.n_letters = 0

    def strikes(self, fault):
        return fault in FAULTS and self.n_letters == NUMBER

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.n_letters += 1
        envelope.mail_from = address
        return "550 5.1.8 we do not know you" if self.strikes("refuse-sender") else "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.strikes("refuse"):
            return "550-5.1.1 nobody here\r\n550 5.1.1 is called \x1b[1m%s" % address
        if self.strikes("not-now"):
            return "451 4.3.0 come back later"
        if self.strikes("drop-before-data"):
            server.transport.abort()
        if self.strikes("hang-before-data"):
            say("hanging")
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.strikes("refuse-content"):
            return "554 5.7.1 looks like spam"
        if self.strikes("not-now-content"):
            return "452 4.2.2 mailbox full"
        if self.strikes("drop-and-lose"):
            server.transport.abort()
            return "250 OK"
        self.keep(envelope)
        if self.strikes("drop-and-keep"):
            server.transport.abort()
        if self.strikes("hang-after-data"):
            say("hanging")
            await asyncio.sleep(3600)
        return "250 OK"

    def keep(self, envelope):
        lines = envelope.content.split(b"\r\n")
        ids = [line.split(b"<")[1].rstrip(b">").decode() for line in lines if line.lower().startswith(b"message-id:")]
        path = FOLDER / f"{ids[0]}.eml"
        if path.exists() and path.read_bytes() != envelope.content:
            say("different", ids[0])
        path.write_bytes(envelope.content)
        say("letter", ids[0], envelope.mail_from, *envelope.rcpt_tos)


def authenticate(server, session, envelope, mechanism, data):
    good = (data.login, data.password) == (USER, PASSWORD)
    say("login", mechanism, "good" if good else "bad")
    return AuthResult(success=good, handled=good, message=None if good else "535 5.7.8 wrong user or password")


def make_context():
    key, certificate = FOLDER / "key.pem", FOLDER / "ca.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", "/CN=test", "-addext", f"subjectAltName={HOST}",
                    "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


async def main():
    loop = asyncio.get_running_loop()
    context = None if SECURITY == "none" else make_context()
    handler = Handler()
    starttls = SECURITY == "starttls"

    def make():
        return Server(handler, hostname="localhost", loop=loop, tls_context=context if starttls else None,
                      require_starttls=starttls, authenticator=authenticate, auth_require_tls=starttls,
                      auth_required="no-login" not in FAULTS)

    server = await loop.create_server(make, "127.0.0.1", 0, ssl=context if SECURITY == "tls" else None)
    say("port", server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.getLogger("mail").setLevel(logging.ERROR)
    asyncio.run(main())
