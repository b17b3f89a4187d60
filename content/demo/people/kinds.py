"""Say what a demo person and a demo post are made of."""

from dataclasses import dataclass
from typing import Literal

from content.demo.drawing import Picture

State = Literal["draft", "in_review", "changes_requested", "live", "removed"]
Availability = Literal["open", "reserved", "given"]


@dataclass(frozen=True)
class DemoPost:
    """A post as its creator wrote it; `days` is how long ago, `verdict` what a moderator said to it."""

    title: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    pictures: tuple[Picture, ...]
    days: float
    state: State = "live"
    availability: Availability = "open"
    verdict: str = ""

    @property
    def content(self) -> str:
        """The text as HTML. A paragraph that starts with a tag is taken as it stands."""
        return "".join(
            part if part.startswith("<") else f"<p>{part}</p>" for part in self.paragraphs
        )


@dataclass(frozen=True)
class DemoPerson:
    """A creator with everything they posted. Addresses lie in a domain reserved for examples."""

    name: str
    email: str
    bio: str
    posts: tuple[DemoPost, ...]
    portrait: Picture
