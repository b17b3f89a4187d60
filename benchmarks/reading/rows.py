"""The rows of a Firsthand with so many posts, as the services would have left them.

Not made, since nothing that visitors read needs them: Wagtail's revisions, workflow states and logs,
moderators' decisions, notifications, mail, and the files of the pictures.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from benchmarks.reading.pictures import make_picture
from benchmarks.reading.words import Prose, make_vocabulary, zipf_weights

# The same days however late it is, so that one seed always makes the same rows.
LAST_DAY = datetime(2026, 7, 1, tzinfo=UTC)
YEARS = timedelta(days=3 * 365)

POSTS_PER_USER = 5
POSTS_PER_TAG, FEWEST_TAGS, MOST_TAGS = 50, 20, 2000
SHARE_NOT_LIVE = 0.05
SHARE_WITH_AVATAR = 0.3
SHARE_OF_GUESTS = 0.6
BATCH = 20_000

Row = dict[str, Any]
Batch = Mapping[str, list[Row]]


class Town:
    """People, and what they share and ask for; `first` tells the id at which each table goes on.

    `tags` are names of tags and their ids, the most used first.
    """

    def __init__(self, random: Random, *, posts: int, first: Mapping[str, int]) -> None:
        self.random, self.total, self.first = random, posts, first
        self.users = max(2, posts // POSTS_PER_USER)
        vocabulary = make_vocabulary(random)
        self.prose = Prose(random, vocabulary)
        names = min(MOST_TAGS, max(FEWEST_TAGS, posts // POSTS_PER_TAG))
        # The very commonest words are those that say nothing, and nobody's tags.
        self.tag_names = vocabulary[100 : 100 + names]
        self._tag_weights = zipf_weights(names)
        self._pictures = 0

    def batches(self, tag_ids: Mapping[str, int]) -> Iterator[Batch]:
        """Yield rows by table, those of a batch pointing at earlier ones or at each other."""
        for start in range(0, self.users, BATCH):
            batch: dict[str, list[Row]] = defaultdict(list)
            for number in range(start, min(start + BATCH, self.users)):
                self._add_user(batch, number)
            yield batch
        for start in range(0, self.total, BATCH):
            batch = defaultdict(list)
            for number in range(start, min(start + BATCH, self.total)):
                self._add_post(batch, number, tag_ids)
            yield batch

    def _add_user(self, batch: dict[str, list[Row]], number: int) -> None:
        user = self.first["accounts_user"] + number
        joined = LAST_DAY - YEARS * (1 - number / self.users) - timedelta(days=1)
        row = {
            "id": user,
            "password": "!made-for-a-benchmark",
            "is_superuser": False,
            "email": address_of(user),
            "name": self.prose.words(1, 2).title(),
            "bio": self.prose.words(0, 30),
            "is_active": True,
            "created_at": joined,
            "notify_requests": True,
            "notify_reviews": True,
            "notify_reminders": True,
            "notify_news": False,
        }
        batch["accounts_user"].append(row)
        batch["account_emailaddress"].append(
            {"user_id": user, "email": row["email"], "verified": True, "primary": True}
        )
        if self.random.random() < SHARE_WITH_AVATAR:
            image = self._add_image(batch, owner=user, at=joined, public=True, title="Me")
            batch["content_avatar"].append({"user_id": user, "image_id": image})

    def _add_post(self, batch: dict[str, list[Row]], number: int, tags: Mapping[str, int]) -> None:
        random = self.random
        post = self.first["content_post"] + number
        creator = self._somebody()
        created = LAST_DAY - YEARS * (1 - number / self.total)
        live = random.random() >= SHARE_NOT_LIVE
        published = created + timedelta(hours=random.uniform(0.1, 24)) if live else None
        names = self._names_of_tags()
        content = self._content()
        batch["content_post"].append(
            {
                "id": post,
                "creator_id": creator,
                "title": self.prose.words(2, 7).capitalize(),
                "content": content,
                "availability": random.choices(("open", "reserved", "given"), (90, 5, 5))[0],
                "created_at": created,
                "last_edited": created,
                "live": live,
                "first_published_at": published,
                "last_published_at": published,
                "has_unpublished_changes": not live,
                "expired": False,
                "locked": False,
            }
        )
        for name in names:
            batch["content_posttag"].append({"content_object_id": post, "tag_id": tags[name]})
        for place in range(random.choices((0, 1, 2, 3, 6), (10, 45, 25, 15, 5))[0]):
            image = self._add_image(batch, owner=creator, at=created, public=live, title="Picture")
            batch["content_postimage"].append(
                {
                    "post_id": post,
                    "image_id": image,
                    "sort_order": place,
                    "alt": self.prose.words(0, 8),
                }
            )
        if published:
            for _ in range(random.randint(0, 2)):
                self._add_request(batch, post, creator, published)

    def _add_image(
        self, batch: dict[str, list[Row]], *, owner: int, at: datetime, public: bool, title: str
    ) -> int:
        image = self.first["content_image"] + self._pictures
        self._pictures += 1
        batch["content_image"].append(
            {
                "id": image,
                "title": title,
                "description": "",
                "created_at": at,
                "file_hash": "",
                "collection_id": self.first["collection"],
                "uploaded_by_user_id": owner,
                "state": "ready",
                "reason": "",
                "upload": "",
                "attempts": 1,
                "is_public": public,
                "is_editorial": False,
                **make_picture(self.random),
            }
        )
        return image

    def _add_request(
        self, batch: dict[str, list[Row]], post: int, creator: int, published: datetime
    ) -> None:
        random = self.random
        sender = self._somebody()
        is_guest = sender == creator or random.random() < SHARE_OF_GUESTS
        status = random.choices(("new", "read", "accepted", "declined"), (30, 30, 25, 15))[0]
        sent = published + timedelta(days=random.expovariate(0.2))
        batch["engagement_postrequest"].append(
            {
                "post_id": post,
                "user_id": None if is_guest else sender,
                "receiver_id": creator,
                "name": self.prose.words(1, 2).title(),
                "email": f"guest{random.randrange(self.total)}@example.net"
                if is_guest
                else address_of(sender),
                "message": self.prose.words(8, 40),
                "note": "",
                "status": status,
                "risk": 0,
                "signals": "[]",
                "text_hash": f"{random.getrandbits(256):064x}",
                "created_at": sent,
                "last_edited": sent,
                "delivered_at": sent,
            }
        )

    def _somebody(self) -> int:
        """Return a user's id; few share and ask much, most share and ask a little."""
        return self.first["accounts_user"] + int(self.users * self.random.random() ** 2)

    def _names_of_tags(self) -> list[str]:
        count = self.random.choice((1, 2, 3, 3, 4, 5))
        chosen = self.random.choices(self.tag_names, cum_weights=self._tag_weights, k=count)
        return list(dict.fromkeys(chosen))

    def _content(self) -> str:
        """Return a post's HTML in the form that `clean_html` leaves."""
        lines = [
            f"{self.prose.words(8, 40).capitalize()}." for _ in range(self.random.randint(1, 3))
        ]
        html = "".join(f"<p>{line}</p>" for line in lines)
        if self.random.random() < 0.3:
            items = (f"<li><b>{self.prose.words(2, 5)}</b> &amp; more</li>" for _ in range(3))
            html += f"<ul>{''.join(items)}</ul>"
        return html


def address_of(user: int) -> str:
    """Return the address of the account with this id."""
    return f"person{user}@benchmark.example"
