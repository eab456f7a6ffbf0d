"""API keys: in the environment, in the system's keyring, or in memory for this session; never in a file of ours.

Keys are kept by host, so that none is offered to another server than the one it was given for.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from processing.model.addresses import is_on_this_machine

VARIABLES = ("MALKKEUM_API_KEY", "OPENAI_API_KEY")
SERVICE = "malkkeum"


class Kept(Enum):
    """Where a key is kept, and what the person is told of it."""

    KEYRING = "API 키를 이 컴퓨터의 암호 보관소에 넣었습니다."
    SESSION = "이 컴퓨터의 암호 보관소를 쓸 수 없어 API 키를 이번에 끌 때까지만 기억합니다."


class Whence(Enum):
    """Where the key for a host would come from, and what the person is told of it."""

    KEYRING = "이 컴퓨터의 암호 보관소에 넣어 둔 API 키를 씁니다."
    SESSION = "이번에 끌 때까지만 기억하는 API 키를 씁니다."
    ENVIRONMENT = "환경 변수에 있는 API 키를 씁니다."
    NOWHERE = "API 키가 없습니다."


def key_from_environment(environment: Mapping[str, str]) -> str | None:
    """The key of `MALKKEUM_API_KEY`, else of `OPENAI_API_KEY`, None if neither holds one.

    >>> key_from_environment({"OPENAI_API_KEY": "b", "MALKKEUM_API_KEY": " "}), key_from_environment({})
    ('b', None)
    """
    return next((key for name in VARIABLES if (key := environment.get(name, "").strip())), None)


class Keys:
    """The keys of a session. What the person has given for a host goes before what the environment says."""

    def __init__(self, environment: Mapping[str, str], ring: KeyringBackend | None = None) -> None:
        self._environment = environment
        self._ring = ring if ring is not None else keyring.get_keyring()
        self._session: dict[str, str] = {}

    def key_for(self, host: str) -> str | None:
        """The key for a host: kept in this session, in the keyring, or in the environment; None if there is none.

        A server of this machine is not told what the environment holds for others.
        """
        return self._session.get(host) or self._stored(host) or self._from_environment(host)

    def whence(self, host: str) -> Whence:
        """Where the key for a host would come from."""
        if self._stored(host):
            return Whence.KEYRING
        if self._session.get(host):
            return Whence.SESSION
        return Whence.ENVIRONMENT if self._from_environment(host) else Whence.NOWHERE

    def _from_environment(self, host: str) -> str | None:
        return None if is_on_this_machine(f"//{host}") else key_from_environment(self._environment)

    def keep(self, host: str, key: str) -> Kept:
        """Keep a key for a host, in the keyring if the system has one; tells where."""
        self._session[host] = key
        if not self.has_keyring:
            return Kept.SESSION
        try:
            self._ring.set_password(SERVICE, host, key)
        except (KeyringError, OSError, RuntimeError):  # a locked keyring, a bus that is gone
            return Kept.SESSION
        return Kept.KEYRING

    def forget(self, host: str) -> None:
        """Let go of a host's key, in the keyring too."""
        self._session.pop(host, None)
        if self._stored(host) is not None:
            try:
                self._ring.delete_password(SERVICE, host)
            except (KeyringError, OSError, RuntimeError):
                return

    @property
    def has_keyring(self) -> bool:
        """Whether the system has a keyring that keeps secrets; one that writes them into a plain file is none."""
        return self._ring.priority > 0 and not type(self._ring).__module__.startswith("keyrings.alt")

    def _stored(self, host: str) -> str | None:
        if not self.has_keyring:
            return None
        try:
            return self._ring.get_password(SERVICE, host)
        except (KeyringError, OSError, RuntimeError):
            return None

    def __repr__(self) -> str:
        return f"Keys(for {len(self._session)} hosts)"
