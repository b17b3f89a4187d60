"""Small figures of the dashboard: how much of something came in on each of the last days.

Other apps add theirs with `register_figure`; content knows of none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone

if TYPE_CHECKING:
    from django.db.models import QuerySet

DAYS = 14
HEIGHT, STEP, BAR = 48, 14, 10


@dataclass(frozen=True)
class Bar:
    """One day in the drawing; `x`, `y` and `height` in its units."""

    day: date
    count: int
    x: int
    y: float
    height: float


@dataclass(frozen=True)
class Figure:
    """What came in on the last days, today last. `url` leads to the list of what it counts."""

    label: str
    bars: list[Bar]
    url: str = ""
    link: str = ""

    width = DAYS * STEP
    bar_width = BAR
    height = HEIGHT

    @property
    def today(self) -> int:
        return self.bars[-1].count

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)


_figures: list[Callable[[], Figure]] = []


def register_figure(make: Callable[[], Figure]) -> None:
    """Let the moderators' dashboard show this; `make` asks the database at most once."""
    _figures.append(make)


def all_figures() -> list[Figure]:
    return [make() for make in _figures]


def first_day() -> date:
    return timezone.localdate() - timedelta(days=DAYS - 1)


def figure_of(rows: "QuerySet[Any]", field: str, label: str, **link: str) -> Figure:
    """Return the figure of rows by the day in `field`. One query over those of the last days."""
    first = first_day()
    since = timezone.make_aware(datetime.combine(first, time.min))
    counted = (
        rows.order_by()
        .filter(**{f"{field}__gte": since})
        .annotate(_day=TruncDate(field))
        .values_list("_day")
        .annotate(Count("pk"))
    )
    counts: dict[date, int] = dict(counted)
    days = [first + timedelta(days=number) for number in range(DAYS)]
    most = max(counts.values(), default=0)
    return Figure(
        label, [_bar(day, n, counts.get(day, 0), most) for n, day in enumerate(days)], **link
    )


def _bar(day: date, place: int, count: int, most: int) -> Bar:
    # A day with little on it stays visible; one with nothing is a line on the ground.
    height = max(3.0, HEIGHT * count / most) if count else 1.0
    return Bar(day, count, place * STEP, round(HEIGHT - height, 1), round(height, 1))
