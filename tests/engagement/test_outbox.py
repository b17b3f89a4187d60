"""The outbox: written with what it tells of, sent once, and not lost while the queue is down."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from celery import current_app
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone

from engagement.models import OutboxMessage, PostRequest
from engagement.querysets import MAX_ATTEMPTS
from engagement.services import outbox
from engagement.services.delivery import deliver_due_messages, deliver_message
from engagement.services.requests import withdraw_request
from engagement.tasks import sweep_outbox
from tests.engagement.factories import delivered_request, guest_request, make_post


class SlowBackend(EmailBackend):
    """Takes its time, so that two workers surely meet."""

    def send_messages(self, messages):
        time.sleep(0.05)
        return super().send_messages(messages)


class BrokenBackend(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail server")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def queue_down(monkeypatch):
    """Tasks go to a broker at a port where nobody listens."""
    app = current_app._get_current_object()
    monkeypatch.setitem(app.conf, "task_always_eager", False)
    nowhere = f"redis://127.0.0.1:{free_port()}/0"
    connect = app.connection_for_write
    monkeypatch.setattr(app, "connection_for_write", lambda *_, **__: connect(url=nowhere))
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    monkeypatch.setattr(outbox, "_queue_failed_at", float("-inf"))


@pytest.mark.django_db
def test_written_twice_is_written_once():
    for _ in range(2):
        outbox.write_mail(kind="request_received", to="a@example.org", dedupe_key="once")
    assert OutboxMessage.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_is_written_or_sent_when_the_transaction_fails():
    post = make_post()

    @transaction.atomic
    def send_and_fail() -> None:
        delivered_request(post)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        send_and_fail()
    assert not OutboxMessage.objects.exists()
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_commit_starts_the_sending():
    request = delivered_request(email="vera@example.net")
    assert sorted(m.to[0] for m in mail.outbox) == sorted(
        [request.post.creator.email, "vera@example.net"]
    )
    assert not OutboxMessage.objects.filter(sent_at=None).exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_concurrent_sweeps_send_each_mail_once(settings, queue_down):
    settings.EMAIL_BACKEND = f"{__name__}.SlowBackend"
    post = make_post()
    for _ in range(6):
        delivered_request(post, message=f"Hello {_}")
    assert OutboxMessage.objects.count() == 12

    def sweep(_: int) -> int:
        try:
            return deliver_due_messages(seconds=20)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        sent = list(threads.map(sweep, range(4)))
    assert sum(sent) == 12
    assert len(mail.outbox) == 12
    assert len({m.extra_headers["Message-ID"] for m in mail.outbox}) == 12
    assert deliver_due_messages(seconds=5) == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_dead_queue_neither_delays_nor_loses_a_request(queue_down):
    post = make_post()
    started = time.monotonic()
    request = delivered_request(post)
    assert time.monotonic() - started < 2
    assert outbox._queue_failed_at > started
    assert request.status == "new"
    assert PostRequest.objects.received_by(post.creator).exists()
    assert mail.outbox == []
    sweep_outbox()
    assert sorted(m.to[0] for m in mail.outbox) == sorted([post.creator.email, request.email])
    sweep_outbox()
    assert len(mail.outbox) == 2


@pytest.mark.django_db
def test_failure_is_noted_and_tried_again_later(settings):
    guest_request()
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
    message = OutboxMessage.objects.get()
    assert not deliver_message(message_id=message.pk)
    message.refresh_from_db()
    assert message.attempts == 1
    assert "no mail server" in message.last_error
    assert message.sent_at is None
    assert message.next_attempt_at > timezone.now() + timedelta(seconds=20)
    assert deliver_due_messages(seconds=5) == 0

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    OutboxMessage.objects.update(next_attempt_at=timezone.now())
    assert deliver_due_messages(seconds=5) == 1


@pytest.mark.django_db
def test_sending_is_given_up_after_days_not_minutes(settings):
    guest_request()
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
    waited = timedelta()
    for _ in range(MAX_ATTEMPTS):
        OutboxMessage.objects.update(next_attempt_at=timezone.now())
        deliver_due_messages(seconds=5)
        waited += OutboxMessage.objects.get().next_attempt_at - timezone.now()
    OutboxMessage.objects.update(next_attempt_at=timezone.now())
    assert not OutboxMessage.objects.due().exists()
    assert OutboxMessage.objects.finished().exists()
    assert waited > timedelta(days=3)


@pytest.mark.django_db
def test_one_faulty_mail_does_not_stop_the_others():
    outbox.write_mail(kind="nonsense", to="a@example.org", dedupe_key="faulty")
    guest_request()
    assert deliver_due_messages(seconds=5) == 1
    assert "KeyError" in OutboxMessage.objects.get(kind="nonsense").last_error


@pytest.mark.django_db
def test_mail_that_has_become_pointless_is_dropped():
    request = guest_request()
    withdraw_request(post_request=request)
    assert deliver_due_messages(seconds=5) == 0
    assert mail.outbox == []
    assert not OutboxMessage.objects.exists()
