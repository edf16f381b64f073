"""Reasons of verdicts, as they are written now and were written once."""

import pytest

from tipcite.model import Why, read_why


@pytest.mark.parametrize("status", [401, 402, 403, 407, 418, 451, 999])
def test_what_was_refused_has_a_reason_for_each_status(status):
    assert read_why("http_refused", status) == f"http_{status}"


@pytest.mark.parametrize("status", [None, 200, "403"])
def test_what_was_refused_without_a_known_status_was_forbidden(status):
    assert read_why("http_refused", status) is Why.HTTP_403


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_is_read_as_it_is_written(why):
    assert read_why(str(why), 200) is why


def test_an_unknown_reason_is_an_error():
    with pytest.raises(ValueError, match="because"):
        read_why("because")
