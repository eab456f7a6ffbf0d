"""Where keys come from and where they go: never into a file, never to another host."""

from __future__ import annotations

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from processing.secret import Kept, Keys, Whence, key_from_environment

HOST = "api.example.com"
KEY = "sk-very-secret"


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedRing(Ring):
    """A keyring that the person does not open."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


class PlainFile(Ring):
    """A keyring that writes its secrets down."""


PlainFile.__module__ = "keyrings.alt.file"


def test_the_environment_is_asked_in_its_order() -> None:
    assert key_from_environment({"MALKKEUM_API_KEY": "a", "OPENAI_API_KEY": "b"}) == "a"
    assert key_from_environment({"MALKKEUM_API_KEY": "", "OPENAI_API_KEY": " b "}) == "b"
    assert key_from_environment({"OTHER": "c"}) is None


def test_a_key_is_kept_in_the_keyring_and_outlives_the_session() -> None:
    ring = Ring()
    assert Keys({}, ring).keep(HOST, KEY) is Kept.KEYRING
    later = Keys({"OPENAI_API_KEY": "from the environment"}, ring)
    assert later.key_for(HOST) == KEY
    assert later.key_for("other.example.com") == "from the environment"
    later.forget(HOST)
    assert later.key_for(HOST) == "from the environment"
    assert ring.held == {}
    later.forget(HOST)


@pytest.mark.parametrize("ring", [NoKeyring(), PlainFile(), LockedRing()])
def test_without_a_keyring_a_key_lives_for_this_session_only(ring: KeyringBackend) -> None:
    keys = Keys({}, ring)
    assert keys.keep(HOST, KEY) is Kept.SESSION
    assert keys.key_for(HOST) == KEY
    assert Keys({}, ring).key_for(HOST) is None
    keys.forget(HOST)
    assert keys.key_for(HOST) is None
    assert getattr(ring, "held", {}) == {}


def test_a_key_is_not_shown() -> None:
    keys = Keys({}, NoKeyring())
    keys.keep(HOST, KEY)
    assert KEY not in repr(keys)
    assert KEY not in str(keys)


def test_a_server_of_this_machine_is_not_told_the_environments_key() -> None:
    keys = Keys({"OPENAI_API_KEY": KEY}, NoKeyring())
    assert keys.key_for("127.0.0.1:11434") is None
    assert keys.key_for("localhost:1234") is None
    assert keys.key_for("192.168.0.7:11434") == KEY
    keys.keep("localhost:1234", "own")
    assert keys.key_for("localhost:1234") == "own"


def test_where_a_key_would_come_from_is_told() -> None:
    ring = Ring()
    keys = Keys({"MALKKEUM_API_KEY": "e"}, ring)
    assert keys.whence(HOST) is Whence.ENVIRONMENT
    assert Keys({}, ring).whence(HOST) is Whence.NOWHERE
    keys.keep(HOST, KEY)
    assert keys.whence(HOST) is Whence.KEYRING
    for_now = Keys({}, LockedRing())
    for_now.keep(HOST, KEY)
    assert for_now.whence(HOST) is Whence.SESSION
