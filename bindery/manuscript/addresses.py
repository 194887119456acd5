"""Addresses that readers can follow: which are safe and whole, and how all editions write them."""

import posixpath
import re
from collections.abc import Container
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from bindery.manuscript.files import composed

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})

_IGNORED = re.compile(r"[\s\x00-\x1f]")
"""What browsers remove from an address before they look for its scheme."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def scheme_of(address: str) -> str:
    """``https`` of ``https://example.org``, in lower case; empty if there is no scheme."""
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    return scheme[1].lower() if scheme else ""


def is_safe(address: str) -> bool:
    """Whether ``address`` leads to the web, a mailbox, a telephone or a place in the book."""
    return scheme_of(address) in SAFE_SCHEMES and not address.startswith("//")


_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc\ufffd]")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\]")
_MAILBOX = re.compile(r'[^\s@<>()\[\],;:\\"?&#]+@[^\s@<>()\[\],;:\\"?&#]+')
_NUMBER = re.compile(r"\+?[0-9A-Za-z*#]+")
_BETWEEN_DIGITS = re.compile(r"[\s()./-]")
_NOT_IN_NUMBERS = re.compile(r"[\s/]")


def is_whole(address: str) -> bool:
    """Whether programs can follow a safe ``address`` with a scheme; one without always passes."""
    scheme, rest = scheme_of(address), address.strip().partition(":")[2]
    if scheme and _UNSEEN.search(address):
        return False
    if scheme == "mailto":
        mailboxes = unquote(rest.partition("?")[0])
        named = [one.strip() for one in mailboxes.split(",")]
        return all(map(_MAILBOX.fullmatch, named)) or (not mailboxes and "to=" in rest)
    if scheme == "tel":
        number = _BETWEEN_DIGITS.sub("", unquote(rest.partition(";")[0]))
        return bool(_NUMBER.fullmatch(number)) and any(map(str.isdigit, number))
    return not scheme or bool(_host_of(address))


def is_mailbox(address: str) -> bool:
    """Whether ``address`` is an e-mail address, with or without ``mailto:`` before it."""
    name, _, domain = address.strip().removeprefix("mailto:").partition("@")
    return bool(_MAILBOX.fullmatch(f"{name}@{domain}")) and "." in domain and "/" not in name


def is_web_address(address: str) -> bool:
    """Whether ``address`` is one on the web, with the whole name of its site."""
    on_the_web = scheme_of(address) in ("http", "https") and is_whole(address)
    return on_the_web and "." in _host_of(address).strip(".")


def _host_of(address: str) -> str:
    """The site that an address on the web leads to; empty if it names none, or no possible one."""
    try:
        parts = urlsplit(written(address))
        host = unquote(parts.hostname or "")
        port = parts.port
        named = f"[{host}]" if ":" in host else host
        host.encode("idna")
    except ValueError:
        return ""
    return named if _HOST.fullmatch(named) and port != 0 else ""


_ON_THE_WEB = re.compile(r"(https?:)[/\\]{2}([^/\\?#]*)([^?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_NOT_WRITTEN = re.compile(r'[\s\x00-\x1f\x7f-\x9f"<>\[\\\]^`{|}]')
_LINE_BREAKS = re.compile(r"[\t\n\r]")


def written(address: str) -> str:
    """``address`` as every edition writes it, so that all programs read it alike.

    What may not be in an address is percent-encoded (RFC 3987, 2.2), as browsers would. Letters of
    other alphabets stay, and so does an address within the book.
    """
    scheme = scheme_of(address)
    if not scheme:
        return address
    address = _LINE_BREAKS.sub("", address.strip())
    if scheme == "tel":
        number, mark, rest = address.partition(":")[2].partition(";")
        number = _NOT_IN_NUMBERS.sub("", unquote(number)).replace("#", "%23")
        return f"tel:{_encoded(number)}{mark}{_encoded(rest)}"
    head, mark, fragment = address.partition("#")
    on_the_web = _ON_THE_WEB.fullmatch(head)
    if on_the_web:
        start, site, path, query = on_the_web.groups()
        path = _encoded(path.replace("\\", "/"))
        head = f"{start}//{_LONE_PERCENT.sub('%25', site)}{path}{_encoded(query)}"
    else:
        head = _encoded(head)
    return head + mark + _encoded(fragment).replace("#", "%23")


def _encoded(part: str) -> str:
    whole = _LONE_PERCENT.sub("%25", part)
    return _NOT_WRITTEN.sub(lambda one: quote(one[0], safe=""), whole)


def ascii_address(address: str) -> str:
    """``address`` in ASCII, as a URI must be (RFC 3986, 2)."""
    address = written(address)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if not host.isascii():
            address = urlunsplit(
                parts._replace(netloc=parts.netloc.replace(host, host.encode("idna").decode()))
            )
    except ValueError:
        pass  # not a valid host name
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")


def file_at(address: str, beside: str, files: Container[str] = ()) -> str:
    """The path of the file that ``address`` names in the file ``beside``, its letters composed.

    An address is percent-encoded, but authors also write names as their system shows them. So if
    there is such a name in ``files``, that one is meant.
    """
    meant = (unquote(address), address, address.replace("\\", "/"))
    folder = posixpath.dirname(beside)
    paths = [composed(posixpath.normpath(posixpath.join(folder, one))) for one in meant]
    return next((path for path in paths if path in files), paths[0])


def brief(address: str) -> str:
    """The beginning of a long ``address``, for a message."""
    return address if len(address) <= _BRIEF else f"{address[: _BRIEF - 1]}…"


_BRIEF = 60
