"""How long ago something was, as the admin says it."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=3), "a moment"),
        (timedelta(seconds=61), "1 minute"),
        (timedelta(days=2, hours=4), "2 days, 4 hours"),
    ],
)
def test_a_duration_is_never_nothing(ago: timedelta, words: str) -> None:
    template = Template("{% load durations %}{{ then|how_long }} ago")
    told = template.render(Context({"then": timezone.now() - ago}))
    assert told.replace("\xa0", " ") == f"{words} ago"
