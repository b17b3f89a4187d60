"""What people do on Firsthand, step by step, as they would with mouse and keyboard."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import violations
from tests.e2e.mailbox import link_in, wait_for_mail
from tests.stack import Stack

PASSWORD = "lantern-orchard-kettle"


class Person:
    """Somebody at a browser. Every page they look at closely is held against WCAG 2.2 AA."""

    def __init__(self, stack: Stack, page: Page) -> None:
        self.stack, self.page = stack, page

    def look(self, path: str) -> None:
        """Open a page, see that it is fine, and that everybody can use it."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.ok, f"{answer.status} {path}"
        self.check_access()

    def check_access(self) -> None:
        self.page.wait_for_load_state("networkidle")
        assert violations(self.page) == []

    def status_of(self, path: str) -> int:
        """What this person's browser is answered at `path`."""
        return self.page.request.get(path, max_redirects=0).status

    def sign_in(self, email: str, password: str, *, then: str = "/account") -> None:
        self.look(f"/login?next={then}")
        self.page.get_by_label("Email").fill(email)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(self.stack.base_url + then)
        self.check_access()


class Creator(Person):
    """Somebody who shares something."""

    def sign_up(self, name: str, email: str) -> None:
        self.look("/signup")
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_label("Email").fill(email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Make my account").click()
        expect(self.page.get_by_role("heading", name="Look into your mail")).to_be_visible()
        self.check_access()
        self.page.goto(link_in(wait_for_mail(self.stack, email), "/confirm-email/"))
        # The browser that signed up confirms by itself; any other is asked to press a button.
        expect(self.page.get_by_text("You are signed in.")).to_be_visible()
        self.check_access()

    def begin_post(self, title: str, text: str, tags: Sequence[str]) -> None:
        self.look("/post/new")
        self.page.get_by_label("Title").fill(title)
        self.page.get_by_role("textbox", name="Text", exact=True).fill(text)
        for tag in tags:
            box = self.page.get_by_role("combobox", name="Tags")
            box.fill(tag)
            box.press("Enter")

    def add_pictures(self, files: Sequence[Path]) -> None:
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_text("Pick pictures").click()
        chooser.value.set_files(files)

    def pictures(self) -> Locator:
        return self.page.get_by_role("list", name="Your pictures, in order").get_by_role("listitem")

    def request_from(self, name: str) -> Locator:
        """The request by this person in the inbox."""
        return self.page.get_by_role("listitem").filter(
            has=self.page.locator("details"), has_text=name
        )

    def submit(self) -> int:
        """Send the post to review and return its id."""
        self.page.get_by_role("button", name=re.compile("^Submit")).click()
        expect(self.page.get_by_role("heading", name="It is in review")).to_be_visible(
            timeout=60_000
        )
        posts = self.page.request.get("/api/post?user=me&limit=1").json()["results"]
        return int(posts[0]["id"])


class Moderator(Person):
    """Somebody who reviews."""

    def open_from_queue(self, title: str) -> None:
        self.look("/admin/review/")
        self.page.get_by_role("link", name=title).first.click()
        expect(self.page.get_by_role("heading", name=title).first).to_be_visible()
        self.check_access()

    def approve(self, title: str) -> None:
        self.open_from_queue(title)
        self.page.get_by_role("button", name=re.compile("^Approve")).first.click()

    def send_back(self, title: str, reason: str) -> None:
        self.open_from_queue(title)
        self.page.get_by_label(re.compile("note|reason", re.IGNORECASE)).last.fill(reason)
        self.page.get_by_role("button", name=re.compile("^Ask for changes")).first.click()


class Visitor(Person):
    """Somebody without an account."""

    def ask(self, post_id: int, *, name: str, email: str, message: str) -> None:
        self.look(f"/post/{post_id}")
        expect(self.page.get_by_text("We handle no payment", exact=False).first).to_be_visible()
        self.page.get_by_label("Your name").fill(name)
        self.page.get_by_label("Your email address").fill(email)
        self.page.get_by_label("Your message").fill(message)
        self.page.get_by_role("button", name="Send the request").click()
