"""Settings: a key and a JSON value each."""

from __future__ import annotations

from typing import Any

from processing.library.store import OnStore
from processing.stored import json_of, value_of


class Settings(OnStore):
    """The verbs for settings. Keys of providers never come here: they live in the system's keyring."""

    def setting(self, key: str, default: Any = None) -> Any:
        """The value of a setting, `default` where it was never set."""
        row = self._store.row("SELECT value FROM settings WHERE key = ?", key)
        return value_of(row[0]) if row else default

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a setting; `value` is anything that JSON can hold."""
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, json_of(value)],
            )

    def settings(self) -> dict[str, Any]:
        """All settings."""
        return {key: value_of(value) for key, value in self._store.rows("SELECT key, value FROM settings ORDER BY key")}
