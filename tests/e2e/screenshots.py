"""Photographs for the README, taken of a demo of their own: `make screenshots`."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from deploy.local.options import ROOT
from tests.e2e.browser import CHROMIUM, FLAGS
from tests.stack import Stack, launch

FOLDER = ROOT / "docs" / "screenshots"
SIZE = ViewportSize(width=1280, height=900)


def main() -> None:
    """Start a demo, photograph it into docs/screenshots/, stop it."""
    with tempfile.TemporaryDirectory(prefix="firsthand-screenshots-") as folder:
        stack = launch(Path(folder).resolve() / "var")
        try:
            stack.wait_until_ready()
            photograph(stack)
        finally:
            stack.terminate()


def photograph(stack: Stack) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page(base_url=stack.base_url, viewport=SIZE, reduced_motion="reduce")
        take(page, "/", "home")
        posts = page.request.get("/api/post?availability=open&limit=100").json()["results"]
        richest = max(posts, key=lambda post: int(post["image_count"]))
        take(page, f"/post/{richest['id']}", "post")
        sign_in(page, stack.base_url, stack.accounts["moderator"])
        take(page, "/admin/review/", "review")
        browser.close()


def take(page: Page, path: str, name: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    print(f"docs/screenshots/{name}.png")


def sign_in(page: Page, origin: str, account: dict[str, str]) -> None:
    page.goto("/login?next=/admin/")
    page.get_by_label("Email").fill(account["email"])
    page.get_by_label("Password", exact=True).fill(account["password"])
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{origin}/admin/")


if __name__ == "__main__":
    main()
