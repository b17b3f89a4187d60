"""A real Chromium, a fresh profile for each person, and an eye on what goes wrong in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect, sync_playwright

from deploy.local.options import ROOT

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = ROOT / "frontend_astro" / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 20_000  # milliseconds; a busy machine is slow, not wrong
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@contextmanager
def somebody(browser: Browser, base_url: str, *, javascript: bool = True) -> Iterator[Page]:
    """A person at a computer of their own: no cookies, no history. Fails when a page breaks."""
    context: BrowserContext = browser.new_context(
        base_url=base_url,
        java_script_enabled=javascript,
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    broken: list[str] = []

    def note_failure(answer: Response) -> None:
        if answer.status >= 500:
            broken.append(f"{answer.status} {answer.request.method} {answer.url}")

    page.on("pageerror", lambda error: broken.append(f"{page.url}: {error}"))
    page.on("response", note_failure)
    yield page
    context.close()
    assert not broken, "\n".join(broken)


def violations(page: Page) -> list[str]:
    """What axe holds against this page under WCAG 2.2 AA, a line for each place."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG)
    return [
        f"{page.url} {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def picture_files(folder: Path) -> list[Path]:
    """Three photos and an animation, drawn here, in `folder`."""
    from PIL import Image, ImageDraw

    files = []
    for number, colour in enumerate(("#b5432a", "#2f5d50", "#d9a441")):
        photo = Image.effect_noise((1600, 1200), 40).convert("RGB")
        ImageDraw.Draw(photo).ellipse((400, 200, 1200, 1000), fill=colour)
        files.append(folder / f"photo-{number + 1}.jpg")
        photo.save(files[-1], quality=88)
    frames = []
    for step in range(8):
        frame = Image.new("RGB", (320, 240), "#f6f1e7")
        ImageDraw.Draw(frame).ellipse((20 + step * 30, 90, 80 + step * 30, 150), fill="#e2552b")
        frames.append(frame)
    files.append(folder / "rolling.gif")
    frames[0].save(files[-1], save_all=True, append_images=frames[1:], duration=90, loop=0)
    return files
