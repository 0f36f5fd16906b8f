"""Expressions compiled once they are asked."""

from __future__ import annotations

import pickle
import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import pytest

from amana import intake, resolutions, values
from amana.values.expressions import expression


def held(thing: Any) -> Iterator[re.Pattern[str]]:
    """The expressions of a module's name, be it a table of them, however deep."""
    if type(thing) is type(expression("")):
        yield thing
    elif isinstance(thing, Mapping | tuple | list):
        for one in thing.values() if isinstance(thing, Mapping) else thing:
            yield from held(one)


@pytest.mark.parametrize("room", [values, resolutions, intake])
def test_every_expression_of_a_room_can_be_compiled(room: Any) -> None:
    names = [f"{room.__name__}.{module.name}" for module in pkgutil.iter_modules(room.__path__)]
    found = [one for name in names for thing in vars(import_module(name)).values() for one in held(thing)]
    assert len(found) > 50
    assert [one.pattern for one in found if one.groups < 0] == []


def test_expressions_within_tables_of_tables_are_held_too() -> None:
    deep = {"en": (("vote", expression("a")), [expression("b")])}
    assert [one.pattern for one in held(deep)] == ["a", "b"]


def test_what_is_wrong_with_an_expression_is_told_once_it_is_asked() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("(")


def test_it_goes_to_another_process_and_answers_as_any_other() -> None:
    asked = pickle.loads(pickle.dumps(expression("A+", re.IGNORECASE)))
    assert asked.sub("-", "baab") == "b-b" and asked.flags & re.IGNORECASE and asked.fullmatch("aa")[0] == "aa"
    with pytest.raises(AttributeError):
        _ = asked.what_no_expression_has
