"""What each mail says, to whom, and whom an answer reaches."""

import email
import re
from email.policy import default as email_policy

import pytest
from django.core import mail

from engagement.mail.kinds import LETTERS
from engagement.mail_files import MailFileBackend
from engagement.models import OutboxMessage
from engagement.services.delivery import deliver_due_messages
from engagement.services.outbox import write_mail
from engagement.services.requests import accept_request, decline_request
from engagement.tokens import read_confirm_token, read_page_token
from tests.engagement.factories import delivered_request, guest_request, make_post, make_user

pytestmark = pytest.mark.django_db


def sent(kind: str):
    """Send what waits and return the one mail of this kind."""
    message = OutboxMessage.objects.get(kind=kind)
    deliver_due_messages(seconds=5)
    found = [m for m in mail.outbox if f"<{kind}.{message.pk}." in m.extra_headers["Message-ID"]]
    assert len(found) == 1
    return found[0]


def html_of(message) -> str:
    return message.alternatives[0][0]


def test_creator_reads_the_request_and_answers_the_visitor():
    request = delivered_request(name="Vera", message="First line\nsecond <b>line</b>")
    letter = sent("request_received")
    assert letter.to == [request.post.creator.email]
    assert letter.reply_to == [request.email]
    assert letter.subject == f"Vera asks for “{request.post.title}”"
    assert "> First line\n> second <b>line</b>" in letter.body
    assert "second &lt;b&gt;line&lt;/b&gt;" in html_of(letter)
    assert "/account/requests" in letter.body
    assert letter.message().get_content_type() == "multipart/alternative"


def test_confirm_link_confirms_and_repeats_nothing_the_writer_typed():
    request = guest_request(name="BUY PILLS", message="MORE PILLS")
    letter = sent("request_confirm")
    assert letter.to == [request.email]
    assert letter.reply_to == []
    link = re.search(r"/request/(\S+)\?confirm=(\S+)", letter.body)
    assert link
    page, confirm = link.groups()
    assert read_page_token(page) == read_confirm_token(confirm) == request.pk
    for words in (letter.subject, letter.body, html_of(letter)):
        assert "PILLS" not in words


def test_guest_gets_the_link_to_their_own_page():
    request = delivered_request(name="PILLS", message="PILLS")
    letter = sent("request_sent")
    link = re.search(r"/request/(\S+)", letter.body)
    assert link
    assert read_page_token(link[1]) == request.pk
    assert "confirm=" not in letter.body
    assert "PILLS" not in letter.body


def test_acceptance_carries_the_note_and_the_creators_address():
    request = delivered_request()
    accept_request(post_request=request, note="Saturday at ten?")
    letter = sent("request_accepted")
    assert letter.to == [request.email]
    assert letter.reply_to == [request.post.creator.email]
    assert "> Saturday at ten?" in letter.body
    assert "/request/" in letter.body


def test_refusal_keeps_the_creators_address():
    request = delivered_request()
    decline_request(post_request=request)
    letter = sent("request_declined")
    assert letter.reply_to == []
    assert request.post.creator.email not in letter.body + html_of(letter)


@pytest.mark.parametrize("kind", ["post_changes_requested", "post_removed"])
def test_reason_reaches_the_creator_and_is_not_kept(kind):
    post = make_post()
    write_mail(
        kind=kind,
        to=post.creator.email,
        dedupe_key=kind,
        post=post,
        data={"reason": "Please show\nthe front."},
    )
    assert "> Please show\n> the front." in sent(kind).body
    assert OutboxMessage.objects.get().data == {}


def test_approval_links_to_the_post():
    post = make_post()
    write_mail(kind="post_approved", to=post.creator.email, dedupe_key="a", post=post)
    assert f"/post/{post.pk}" in sent("post_approved").body


def test_every_notification_by_mail_has_a_letter():
    from engagement.models import Notification

    assert set(Notification.Kind.values) <= set(LETTERS)


def test_line_breaks_in_a_title_do_not_reach_the_headers():
    post = make_post(title="Chair\r\nBcc: all@example.org")
    delivered_request(post, name="Vera")
    assert "\n" not in sent("request_received").subject


def test_mail_file_is_one_whole_message(settings, tmp_path):
    settings.EMAIL_BACKEND = "engagement.mail_files.MailFileBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    delivered_request(make_post(creator=make_user(name="Çağla")), name="Zoë")
    assert deliver_due_messages(seconds=5) == 2
    files = sorted((tmp_path / "mail").iterdir())
    assert [file.suffix for file in files] == [".eml", ".eml"]
    first = email.message_from_bytes(files[0].read_bytes(), policy=email_policy)
    assert first["Subject"].startswith("Zoë asks for")
    assert first.get_body(("plain",)) is not None
    assert first.get_body(("html",)) is not None


def test_mail_file_that_fails_leaves_nothing_behind(settings, tmp_path, monkeypatch):
    settings.EMAIL_FILE_PATH = tmp_path
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        MailFileBackend().send_messages([mail.EmailMessage("s", "b", to=["a@example.org"])])
    assert list(tmp_path.iterdir()) == []
