"""Who may call: the folder's token for programs, and a cookie that the first visit leaves in the browser."""

import hashlib
import hmac
from dataclasses import dataclass
from ipaddress import ip_address

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Access:
    """What is compared with what a caller shows.

    `token` is for programs, `visit` is in the printed address and lasts as long as the server runs, `hosts`
    are the names under which the server answers. The cookie and the forms' token are made from `token`, so
    that an open page outlives a restart.
    """

    token: str
    visit: str
    hosts: frozenset[str] = LOOPBACK
    cookie: str = "cairn"

    def cookie_value(self) -> str:
        """Return what the cookie holds."""
        return self._made_for("page")

    def form_token(self) -> str:
        """Return what every form of the page carries."""
        return self._made_for("form")

    def _made_for(self, use: str) -> str:
        return hmac.new(self.token.encode(), use.encode(), hashlib.sha256).hexdigest()


def same(shown: str | None, kept: str) -> bool:
    """Return whether two secrets are equal, in a time that tells nothing about where they differ."""
    return shown is not None and hmac.compare_digest(shown.encode(errors="replace"), kept.encode())


def is_loopback(host: str) -> bool:
    """Return whether a host name or address means this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def host_name(authority: str) -> str:
    """Return the name in `name:port`, lower case, without the brackets of an IPv6 address."""
    if authority.startswith("["):
        return authority[1:].partition("]")[0].lower()
    return authority.partition(":")[0].lower()
