"""The sandbox: it works where it must, holds no secrets, and no file takes us down with it."""

import os
import signal
import zlib
from pathlib import Path
from queue import Empty
from typing import Any

import billiard
import psutil
import pytest

from content.images import guard
from content.images.errors import UnfitFile
from content.images.fingerprint import SAME_WITHIN, distance, fingerprint_of
from content.images.guard import SandboxBusy, make_variants_apart
from tests.content.images import makers


def upload(folder: Path, data: bytes) -> Path:
    (folder / "upload").write_bytes(data)
    return folder / "upload"


def sandbox_pid() -> int:
    return guard._sandboxes.idle[-1].process.pid


def test_a_picture_is_made_in_a_process_of_its_own(tmp_path: Path) -> None:
    made = make_variants_apart(upload(tmp_path, makers.jpeg()), "JPEG", tmp_path)
    assert [(variant.type, variant.width) for variant in made.variants] == [
        ("image/avif", 96),
        ("image/webp", 96),
    ]
    assert all((tmp_path / variant.name).is_file() for variant in made.variants)
    assert sandbox_pid() != os.getpid()


def test_what_a_picture_looks_like_comes_back_with_it(tmp_path: Path) -> None:
    image = makers.scene(1)
    made = make_variants_apart(upload(tmp_path, makers.encode(image, "PNG")), "PNG", tmp_path)
    look = fingerprint_of(image)
    assert distance(made.phash, look.upright) <= SAME_WITHIN
    assert distance(made.phash_mirror, look.mirrored) <= SAME_WITHIN


def test_the_sandbox_stays_warm_for_the_next_picture(tmp_path: Path) -> None:
    path = upload(tmp_path, makers.jpeg())
    make_variants_apart(path, "JPEG", tmp_path)
    first = sandbox_pid()
    make_variants_apart(path, "JPEG", tmp_path)
    assert sandbox_pid() == first


def test_the_sandbox_knows_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "very secret")
    monkeypatch.setattr(guard, "_sandboxes", guard._Sandboxes())
    make_variants_apart(upload(tmp_path, makers.jpeg()), "JPEG", tmp_path)
    assert "very secret" not in psutil.Process(sandbox_pid()).environ().values()
    guard._sandboxes.idle.pop().end()


def test_a_refusal_comes_back_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(UnfitFile) as caught:
        make_variants_apart(upload(tmp_path, makers.png_claiming(50, 50)), "PNG", tmp_path)
    assert caught.value.code == "damaged"


def test_a_bomb_behind_a_harmless_header_is_refused(tmp_path: Path) -> None:
    bomb = makers.SIGNATURE + makers.chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0")
    bomb += makers.chunk(b"iCCP", b"p\0\0" + zlib.compress(b"\0" * 200_000_000))
    bomb += makers.chunk(b"IDAT", zlib.compress(b"\0" * 4)) + makers.chunk(b"IEND", b"")
    with pytest.raises(UnfitFile):
        make_variants_apart(upload(tmp_path, bomb), "PNG", tmp_path)


def test_a_file_is_only_opened_as_what_it_was_sniffed_to_be(tmp_path: Path) -> None:
    with pytest.raises(UnfitFile):
        make_variants_apart(upload(tmp_path, makers.jpeg()), "PNG", tmp_path)


def test_a_sandbox_that_was_killed_is_replaced(tmp_path: Path) -> None:
    path = upload(tmp_path, makers.jpeg())
    make_variants_apart(path, "JPEG", tmp_path)
    os.kill(sandbox_pid(), signal.SIGKILL)
    guard._sandboxes.idle[-1].process.wait()
    assert make_variants_apart(path, "JPEG", tmp_path).width == 96


def test_a_sandbox_that_dies_at_work_asks_for_another_try(tmp_path: Path) -> None:
    path = upload(tmp_path, makers.jpeg())
    make_variants_apart(path, "JPEG", tmp_path)
    os.kill(sandbox_pid(), signal.SIGSTOP)
    sandbox = guard._sandboxes.idle[-1]
    signal.signal(signal.SIGALRM, lambda *_: os.kill(sandbox.process.pid, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    with pytest.raises(SandboxBusy):
        make_variants_apart(path, "JPEG", tmp_path)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    assert sandbox not in guard._sandboxes.idle


def test_who_waits_gives_signs_of_life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_SIGN_OF_LIFE_SECONDS", 0.01)
    signs: list[int] = []
    path = upload(tmp_path, makers.jpeg(1200, 900))
    make_variants_apart(path, "JPEG", tmp_path, lambda: signs.append(1))
    assert signs


def test_what_is_raised_while_waiting_ends_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_SIGN_OF_LIFE_SECONDS", 0.01)

    def database_is_lost() -> None:
        raise ConnectionError

    path = upload(tmp_path, makers.jpeg(1200, 900))
    with pytest.raises(ConnectionError):
        make_variants_apart(path, "JPEG", tmp_path, database_is_lost)
    assert make_variants_apart(path, "JPEG", tmp_path).width == 1200


@pytest.mark.parametrize(
    ("by_signal", "kind"),
    [
        (signal.SIGPROF, UnfitFile),
        (signal.SIGSEGV, UnfitFile),
        (0, UnfitFile),
        (signal.SIGALRM, SandboxBusy),
        (signal.SIGKILL, SandboxBusy),
    ],
)
def test_only_the_file_is_blamed_for_what_the_file_did(by_signal: int, kind: type) -> None:
    assert isinstance(guard._cause_of_death(by_signal), kind)


def _work_as_a_celery_worker_does(folder: str, answers: Any) -> None:
    made = make_variants_apart(Path(folder) / "upload", "JPEG", Path(folder))
    answers.put(made.width)
    guard._sandboxes.idle.pop().end()


def test_a_daemonic_worker_process_may_use_it(tmp_path: Path) -> None:
    upload(tmp_path, makers.jpeg())
    answers = billiard.Queue()
    worker = billiard.Process(
        target=_work_as_a_celery_worker_does, args=(str(tmp_path), answers), daemon=True
    )
    worker.start()
    try:
        assert answers.get(timeout=30) == 96
    except Empty:
        pytest.fail("the worker process gave no answer")
    finally:
        worker.join(10)
