"""Whatever is killed while a picture is prepared, the picture is finished by itself afterwards."""

from collections.abc import Callable
from contextlib import suppress

import psutil
import pytest
from PIL import Image

from tests.content.images.makers import encode
from tests.faults.uploader import Uploader
from tests.stack import Stack, wait_until

SANDBOX = "content.images.child"


def long_animation() -> bytes:
    """A GIF of noise, never the same twice, that takes a worker several seconds."""
    noise = Image.effect_noise((480, 400), 90)
    frames = [noise.rotate(9 * turn).quantize(64) for turn in range(40)]
    return encode(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=70, loop=0)


def worker_of(stack: Stack) -> psutil.Process:
    pid = stack.pid("images-worker")
    assert pid is not None
    return psutil.Process(pid)


def sandboxes_of(stack: Stack) -> tuple[list[psutil.Process], list[psutil.Process]]:
    """Return the warm sandboxes, and the jobs they have forked and are waiting for."""
    parents = {}
    for process in worker_of(stack).children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # a job that is just done
            if SANDBOX in " ".join(process.cmdline()):
                parents[process] = process.ppid()
    pids = {process.pid for process in parents}
    jobs = [process for process, parent in parents.items() if parent in pids]
    return [process for process in parents if process not in jobs], jobs


def kill_worker(stack: Stack) -> None:
    """Kill the worker and all below it at once, as a lost machine would."""
    worker = worker_of(stack)
    for process in [worker, *worker.children(recursive=True)]:
        process.kill()
    wait_until(lambda: stack.pid("images-worker") not in (None, worker.pid), "a new worker", 60)


def kill_sandboxes(stack: Stack) -> None:
    """Kill the warm sandboxes alone; the worker lives on."""
    for sandbox in sandboxes_of(stack)[0]:
        sandbox.kill()


def kill_jobs(stack: Stack) -> None:
    """Kill only the processes that decode."""
    for job in sandboxes_of(stack)[1]:
        job.kill()


@pytest.mark.parametrize("kill", [kill_worker, kill_sandboxes, kill_jobs])
def test_a_picture_is_finished_though_its_worker_is_killed(
    stack: Stack, kill: Callable[[Stack], None]
) -> None:
    somebody = Uploader(stack)
    image_id = somebody.upload(long_animation())
    somebody.wait_until_claimed(image_id)
    wait_until(lambda: sandboxes_of(stack)[1], "the sandbox to be at it", 30)
    kill(stack)
    somebody.assert_finished(image_id)


@pytest.mark.parametrize("api_dies_too", [False, True])
def test_a_picture_is_finished_though_its_worker_was_never_told(
    stack: Stack, api_dies_too: bool
) -> None:
    """The broker is away when the upload is stored, and the API may die before it could try again."""
    somebody = Uploader(stack)
    stack.stop("redis")
    try:
        image_id = somebody.upload(long_animation())
        assert somebody.told(image_id)["state"] == "processing"
        if api_dies_too:
            stack.kill("api")
    finally:
        stack.start("redis")
    wait_until(somebody.is_answered, "the API to be back", 60)
    somebody.assert_finished(image_id)
