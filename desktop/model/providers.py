"""Which models can be asked, in the order in which they are offered: those of this machine first; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.words import tr
from processing.model.addresses import Provider, address_of
from processing.model.failure import ModelFailed

if TYPE_CHECKING:
    from processing.language_model import LocalServer


def providers_of(servers: Iterable[LocalServer], chosen_url: str, chosen_model: str) -> list[Provider]:
    """The models found on this machine, then the one that the person has set, each once."""
    found = list(_here(servers))
    own = set_provider(chosen_url, chosen_model)
    if own is not None and not any((own.base_url, own.model) == (one.base_url, one.model) for one in found):
        found.append(own)
    return sorted(found, key=lambda provider: not provider.is_local)


def _here(servers: Iterable[LocalServer]) -> Iterator[Provider]:
    for server in servers:
        for model in server.models:
            yield Provider(tr("이 PC의 {name} · {model}").format(name=server.name, model=model), server.base_url, model)


def set_provider(url: str, model: str) -> Provider | None:
    """The model of the settings; None where none is set."""
    if not url.strip() or not model.strip():
        return None
    try:
        address = address_of(url)
    except ModelFailed:
        return None
    bare = Provider("", address, model.strip())
    return Provider(f"{_place_of(bare)} · {bare.model}", address, bare.model)


def _place_of(provider: Provider) -> str:
    return tr("이 PC의 {host}").format(host=provider.host) if provider.is_local else provider.host
