"""The letters between who asks and who was asked. Each returns None once there is nothing left to say.

Mail to an address that nobody has confirmed repeats nothing its writer could have typed in: a
stranger's address must not become a way to send them words.
"""

from typing import TYPE_CHECKING

from accounts.mail.letters import Button, Letter, site_url
from engagement.models import PostRequest
from engagement.tokens import confirm_url, page_url

if TYPE_CHECKING:
    from engagement.models import OutboxMessage

Status = PostRequest.Status
REQUESTS = "/account/requests"
STEP_ASIDE = (
    "We introduce two people and step aside: no payment and no delivery goes through us. "
    "Never send money ahead."
)


def received(message: "OutboxMessage") -> Letter | None:
    """To the creator: somebody asks. An answer to this mail goes to the visitor."""
    request = _request(message)
    if not request.is_delivered or request.status == Status.WITHDRAWN:
        return None
    return Letter(
        subject=f"{request.name} asks for “{request.post.title}”",
        heading=f"{request.name} asks for “{request.post.title}”",
        paragraphs=[],
        quote=request.message,
        quote_by=request.name,
        button=Button("Open the request", site_url(REQUESTS)),
        afterwards=[f"Answer this mail and it reaches {request.name} directly.", STEP_ASIDE],
        because="You get this because you share this post. You can turn these mails off in your account.",
        reply_to=request.email,
    )


def confirm(message: "OutboxMessage") -> Letter | None:
    """To a guest: show that the address is yours, and the request is delivered."""
    request = _request(message)
    if request.status != Status.UNCONFIRMED:
        return None
    return Letter(
        subject=f"Confirm your request for “{request.post.title}”",
        heading="One press and your request is on its way",
        paragraphs=[
            f"You asked for “{request.post.title}”. Before we pass your message on, "
            "please confirm that this address is yours."
        ],
        button=Button("Confirm my request", confirm_url(request)),
        afterwards=["The link works for 7 days; after that the request is deleted."],
        because="Somebody typed this address into a request. If that was not you, ignore this mail.",
    )


def sent(message: "OutboxMessage") -> Letter | None:
    """To a guest: the link to the request's own page. Says the same for a held request."""
    request = _request(message)
    if request.status in (Status.UNCONFIRMED, Status.WITHDRAWN):
        return None
    return Letter(
        subject=f"Your request for “{request.post.title}”",
        heading="Your request is on its way",
        paragraphs=[
            f"You asked for “{request.post.title}”. Its creator answers to this address. On your "
            "request's own page you can see how it stands, withdraw it, or erase it."
        ],
        button=Button("See my request", page_url(request)),
        afterwards=["Keep this mail: its link opens the page without an account.", STEP_ASIDE],
        because=(
            "Somebody sent a request with this address. If that was not you, open the page and erase it."
        ),
    )


def accepted(message: "OutboxMessage") -> Letter | None:
    """To the visitor: yes. An answer to this mail goes to the creator."""
    request = _request(message)
    if request.status != Status.ACCEPTED:
        return None
    creator = request.post.creator
    return Letter(
        subject=f"{creator.name} says yes: “{request.post.title}”",
        heading=f"{creator.name} says yes",
        paragraphs=[f"Your request for “{request.post.title}” was accepted."],
        quote=request.note,
        quote_by=creator.name,
        button=Button("See my request", _own_page(request)),
        afterwards=[f"Answer this mail and it reaches {creator.name} directly.", STEP_ASIDE],
        because="You get this because you sent the request.",
        reply_to=creator.email,
    )


def declined(message: "OutboxMessage") -> Letter | None:
    """To the visitor: not this time. The creator's address stays theirs."""
    request = _request(message)
    if request.status != Status.DECLINED:
        return None
    return Letter(
        subject=f"About your request for “{request.post.title}”",
        heading="Not this time",
        paragraphs=[
            f"{request.post.creator.name} has declined your request for “{request.post.title}”. "
            "There may be somebody else who shares what you look for."
        ],
        quote=request.note,
        quote_by=request.post.creator.name,
        button=Button("Look around", site_url("/search")),
        because="You get this because you sent the request.",
    )


def _request(message: "OutboxMessage") -> PostRequest:
    if message.post_request_id is None:
        raise ValueError(f"{message.dedupe_key} is about no request")
    return PostRequest.objects.select_related("post__creator").get(pk=message.post_request_id)


def _own_page(request: PostRequest) -> str:
    return site_url(REQUESTS) if request.user_id else page_url(request)
