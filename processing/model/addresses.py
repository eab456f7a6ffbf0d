"""Where a model server stands, and whether a request to it leaves this machine."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from processing.model.failure import Reason, failed

OPENAI_URL = "https://api.openai.com/v1"
LOCAL_SERVERS = (
    ("Ollama", "http://127.0.0.1:11434/v1"),
    ("LM Studio", "http://127.0.0.1:1234/v1"),
    ("llama.cpp", "http://127.0.0.1:8080/v1"),
)

# A local server reads 4,096 tokens unless told otherwise (Ollama's default below 24 GB) and cuts the rest off in
# silence; instruction and answer need their share of them.
CHARACTERS_LOCAL, CHARACTERS_REMOTE = 1_500, 12_000


def address_of(base_url: str) -> str:
    """The address as the client needs it: a scheme, and /v1 where no path is given. Raises `ModelFailed`.

    >>> address_of("localhost:11434"), address_of("https://api.example.com/v1/")
    ('http://localhost:11434/v1', 'https://api.example.com/v1')
    """
    plain = base_url.strip()
    if not any(mark in plain for mark in (".", ":", "localhost")):  # a mere word is nobody's address
        raise failed(Reason.ADDRESS)
    if "//" not in plain:
        plain = ("http://" if is_on_this_machine(f"//{plain}") else "https://") + plain
    try:
        parts = urlsplit(plain)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        raise failed(Reason.ADDRESS) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_fine or not plain.isprintable():
        raise failed(Reason.ADDRESS)
    if parts.query or parts.fragment or any(ch.isspace() for ch in plain):
        raise failed(Reason.ADDRESS)
    path = parts.path.rstrip("/").removesuffix("/chat/completions") or "/v1"
    return f"{parts.scheme}://{parts.netloc}{path}"


def is_on_this_machine(base_url: str) -> bool:
    """Whether nothing leaves the machine on the way to this address.

    >>> is_on_this_machine("http://localhost:1234/v1"), is_on_this_machine("http://192.168.0.7:11434/v1")
    (True, False)
    """
    try:
        host = urlsplit(base_url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def is_in_the_clear(base_url: str) -> bool:
    """Whether what goes to this address can be read on the way: it leaves the machine and is not encrypted.

    >>> [is_in_the_clear(url) for url in ("http://192.168.0.7:11434/v1", "https://192.168.0.7/v1", "http://127.0.0.1/v1")]
    [True, False, False]
    """
    return urlsplit(base_url).scheme == "http" and not is_on_this_machine(base_url)


def most_characters(base_url: str) -> int:
    """How much of a transcript goes into one request to this address, in code points."""
    return CHARACTERS_LOCAL if is_on_this_machine(base_url) else CHARACTERS_REMOTE


def is_openai(base_url: str) -> bool:
    """Whether this is OpenAI's own service, which answers nobody without a key."""
    return urlsplit(base_url).hostname == "api.openai.com"


def host_of(base_url: str) -> str:
    """Host and port of an address, without path and credentials.

    >>> host_of("https://user:secret@api.example.com:8443/v1")
    'api.example.com:8443'
    """
    return urlsplit(base_url).netloc.rpartition("@")[2]


@dataclass(frozen=True)
class Provider:
    """A model of a server: what it is called, its address, which model, and the key if it wants one."""

    name: str
    base_url: str
    model: str
    key: str | None = None

    @property
    def host(self) -> str:
        """Where requests go."""
        return host_of(self.base_url)

    @property
    def is_local(self) -> bool:
        """Whether nothing leaves this machine."""
        return is_on_this_machine(self.base_url)

    @property
    def is_in_the_clear(self) -> bool:
        """Whether what is sent can be read on the way."""
        return is_in_the_clear(self.base_url)

    @property
    def most_characters(self) -> int:
        """How much of a transcript goes into one request, in code points."""
        return most_characters(self.base_url)

    def __repr__(self) -> str:
        return f"Provider({self.name}, {self.model})"  # without the key
