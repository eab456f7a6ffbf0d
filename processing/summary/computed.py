"""An attribute that is worked out when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

_Of = TypeVar("_Of")
_Value = TypeVar("_Value")


class computed(Generic[_Of, _Value]):  # read as the decorator that it is
    """`functools.cached_property` without the lock that it takes up to Python 3.11.

    The lock costs more than most of what is worked out here, fifteen times for each sentence of a note.
    """

    def __init__(self, worked_out: Callable[[_Of], _Value]) -> None:
        self._worked_out = worked_out
        self.__doc__ = worked_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> computed[_Of, _Value]: ...
    @overload
    def __get__(self, instance: _Of, owner: type) -> _Value: ...
    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        value = vars(instance)[self._name] = self._worked_out(instance)  # found there from now on
        return value
