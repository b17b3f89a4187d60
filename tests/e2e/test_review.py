"""A moderator's morning without a mouse: the queue, three posts, and somebody else at the same one."""

import re

from playwright.sync_api import Browser, Locator, expect

from tests.e2e.browser import somebody
from tests.e2e.people import Moderator
from tests.stack import Stack

QUEUE = "/admin/review/"
WORD = "Quincewood"
FIRST, SECOND, THIRD = (f"{WORD} {thing}" for thing in ("spoons", "bowls", "ladles"))
NOTE = "How long are they, and how many?"
LONGER_THAN_THE_PAGE_ASKS = 40_000  # milliseconds; it asks every fifteen seconds


class Reviewer(Moderator):
    """Somebody who reviews by keyboard alone."""

    def start(self) -> None:
        """Narrow the queue to the posts of this test and open the first."""
        self.look(QUEUE)
        self.page.get_by_role("searchbox", name="Title or name").focus()
        self.page.keyboard.type(WORD)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("link", name="Start with the first").press("Enter")

    def reads(self, title: str) -> None:
        """Wait until the post is there and the letters decide."""
        expect(self.page.get_by_role("heading", name=title).first).to_be_visible()
        expect(self.page.locator("[data-decide][data-ready]")).to_be_attached()
        self.check_access()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def told(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=LONGER_THAN_THE_PAGE_ASKS)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=re.compile(f"^{name}"))


def test_reviewing_by_keyboard_alone_and_not_alone(stack: Stack, browser: Browser) -> None:
    for title in (FIRST, SECOND, THIRD):
        wait_in_review(stack, title)
    with (
        somebody(browser, stack.base_url) as at_work,
        somebody(browser, stack.base_url) as at_home,
    ):
        nora, ada = Reviewer(stack, at_work), Reviewer(stack, at_home)
        for reviewer, role in ((nora, "moderator"), (ada, "admin")):
            account = stack.accounts[role]
            reviewer.sign_in(account["email"], account["password"], then="/admin/")

        nora.start()
        nora.reads(FIRST)
        ask_for_changes(nora)
        nora.reads(SECOND)
        nora.press("a")
        nora.told(f"Approved: “{SECOND}” is live.")
        nora.reads(THIRD)
        ada.start()
        ada.reads(THIRD)
        ada.told(f"{stack.accounts['moderator']['name']} has this open too")
        nora.told(f"{stack.accounts['admin']['name']} has this open too")
        remove_on_second_thoughts(ada)
        nora.told(re.compile("removed this a moment ago"))
        expect(nora.button("Approve")).to_be_hidden()
        nora.press("a", "x", "q")
        expect(nora.page).to_have_url(re.compile(f"{QUEUE}\\?q={WORD}$"))


def ask_for_changes(reviewer: Reviewer) -> None:
    page = reviewer.page
    # Nothing is sent without a reason, and what is missing is said.
    reviewer.press("c")
    reviewer.told("Choose a reason or write a note, so the creator knows why.")
    reviewer.reads(FIRST)
    reviewer.press("2")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    # On a reason, Enter is not a decision.
    reviewer.press("Enter", "e")
    note = page.get_by_role("textbox", name="Note to the creator")
    expect(note).to_be_focused()
    page.keyboard.type(NOTE)
    expect(note).to_have_value(NOTE)
    reviewer.press("Escape", "c")
    reviewer.told(f"Sent back: the creator of “{FIRST}” is told why.")


def remove_on_second_thoughts(reviewer: Reviewer) -> None:
    keep = reviewer.page.get_by_role("button", name="Keep it")
    reviewer.press("1", "x")
    expect(keep).to_be_focused()
    reviewer.check_access()
    reviewer.press("Enter")
    expect(keep).to_be_hidden()
    reviewer.press("x", "Tab", "Enter")
    reviewer.told(f"Removed: “{THIRD}”.")


def wait_in_review(stack: Stack, title: str) -> None:
    """Have the demo's first creator send this post to review."""
    email = stack.accounts["creator"]["email"]
    stack.manage(
        "shell",
        "-v0",
        "-c",
        "from accounts.models import User; from content.services.posts import create_post; "
        f"create_post(creator=User.objects.get(email={email!r}), title={title!r}, "
        "content='<p>Turned from the old tree.</p>', submit=True)",
    )
