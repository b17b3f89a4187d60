"""A creator's evening in the admin: writing by keyboard, leaving, coming back, being reviewed."""

import re
from pathlib import Path

from playwright.sync_api import Browser, FrameLocator, Locator, Page, Route, expect

from tests.e2e.browser import picture_files, somebody
from tests.e2e.people import Creator, Moderator
from tests.stack import Stack

POSTS = "/admin/snippets/content/post/"
ADD = f"{POSTS}add/"
TITLE = "A bench for two by the gate"
WORDS = "Oak, sanded twice, and it has been out in the rain."
REASON = "Say how long it is, please."


class Writer(Creator):
    """Somebody who writes in the admin."""

    def text(self) -> Locator:
        return self.page.get_by_role("textbox", name="Text", exact=True)

    def preview(self) -> FrameLocator:
        return self.page.frame_locator("#w-preview-iframe")

    def open_preview(self) -> None:
        toggle = self.page.get_by_role("button", name=re.compile("preview", re.IGNORECASE)).first
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.press("Enter")

    def until_kept(self) -> None:
        expect(self.page.locator("#w-autosave-indicator")).to_have_attribute(
            "data-w-autosave-state-value", "saved"
        )

    def press(self, name: str) -> None:
        """Press one of the buttons at the foot, by keyboard, opening the menu they may be in."""
        foot = self.page.get_by_role("navigation", name="Actions (footer)")
        button = foot.get_by_role("button", name=name)
        if not button.is_visible():
            foot.locator("[data-w-dropdown-target='toggle']").press("Enter")
        button.press("Enter")


def test_a_post_written_in_the_admin_from_the_first_word_to_the_second_review(
    stack: Stack, browser: Browser, tmp_path: Path
) -> None:
    with (
        somebody(browser, stack.base_url) as at_home,
        somebody(browser, stack.base_url) as at_work,
    ):
        creator, moderator = Writer(stack, at_home), Moderator(stack, at_work)
        mine, theirs = stack.accounts["creator"], stack.accounts["moderator"]
        creator.sign_in(mine["email"], mine["password"], then="/admin/")
        moderator.sign_in(theirs["email"], theirs["password"], then="/admin/")

        write(creator, picture_files(tmp_path)[:2])
        watch_the_preview(creator)
        leave_and_come_back(creator)

        creator.press("Submit for review")
        expect(creator.page.get_by_text("Sent to review.")).to_be_visible()
        moderator.send_back(TITLE, REASON)
        answer_the_reviewer(creator)
        moderator.open_from_queue(TITLE)


def write(creator: Writer, files: list[Path]) -> None:
    page = creator.page
    creator.look(ADD)
    page.get_by_role("textbox", name="Title").focus()
    page.keyboard.type(TITLE)
    creator.text().focus()
    page.keyboard.type(WORDS)
    tags = page.get_by_role("textbox", name="Add a tag")
    tags.focus()
    page.keyboard.type("garden,")
    with page.expect_file_chooser() as chooser:
        page.locator("[data-fh-files]").press("Enter")
    chooser.value.set_files(files)
    expect(pictures(page)).to_have_count(2)
    expect(page.get_by_text("is being prepared")).to_have_count(0, timeout=60_000)
    for number, words in enumerate(("The bench", "Its back")):
        field = pictures(page).nth(number).get_by_role("textbox", name="Description")
        field.focus()
        page.keyboard.type(words)
    pictures(page).nth(1).get_by_role("button", name="Move up").press("Enter")
    expect(pictures(page).first.get_by_role("textbox", name="Description")).to_have_value(
        "Its back"
    )


def pictures(page: Page) -> Locator:
    return page.locator("#id_gallery-FORMS > [data-inline-panel-child]:not(.deleted)")


def watch_the_preview(creator: Writer) -> None:
    creator.open_preview()
    shown = creator.preview()
    expect(shown.get_by_role("heading", name=TITLE)).to_be_visible()
    creator.until_kept()
    # Nothing of what follows is kept until it is typed back: the preview has to notice by itself.
    autosaves: list[Route] = []
    creator.page.route("**/post/edit/**", lambda route: autosaves.append(route))
    creator.page.get_by_role("textbox", name="Title").press("End")
    creator.page.keyboard.type(" and a lamp")
    expect(shown.get_by_role("heading", name=f"{TITLE} and a lamp")).to_be_visible()
    expect(shown.get_by_role("img", name="Its back").first).to_be_visible()
    expect(shown.get_by_text("1 of 2")).to_be_visible()
    for _ in " and a lamp":
        creator.page.get_by_role("textbox", name="Title").press("Backspace")
    expect(shown.get_by_role("heading", name=TITLE, exact=True)).to_be_visible()
    for autosave in autosaves:
        autosave.continue_()
    creator.page.unroute("**/post/edit/**")


def leave_and_come_back(creator: Writer) -> None:
    creator.until_kept()
    # What is half under the bar at the top counts as too small to press.
    creator.page.locator("[data-fh-state]").scroll_into_view_if_needed()
    creator.check_access()
    creator.page.goto("/admin/")
    creator.look(POSTS)
    creator.page.get_by_role("link", name=TITLE).first.click()
    page = creator.page
    expect(page.get_by_role("textbox", name="Title")).to_have_value(TITLE)
    expect(creator.text()).to_contain_text(WORDS)
    descriptions = [
        box.input_value() for box in pictures(page).get_by_role("textbox", name="Description").all()
    ]
    assert descriptions == ["Its back", "The bench"]
    creator.check_access()


def answer_the_reviewer(creator: Writer) -> None:
    creator.page.goto(POSTS)
    creator.page.get_by_role("link", name=TITLE).first.click()
    expect(creator.page.locator("[data-fh-state]")).to_contain_text(REASON)
    creator.text().focus()
    creator.page.keyboard.press("Control+End")
    creator.page.keyboard.type(" It is 140 cm long.")
    creator.until_kept()
    creator.press("Submit again")
    expect(creator.page.get_by_text("Sent to review.")).to_be_visible()
