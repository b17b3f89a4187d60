"""The main job, once through, in a real browser on everything that `make run` starts."""

import re
import secrets
import time
from io import BytesIO

import psycopg
from PIL import Image
from playwright.sync_api import Browser, expect
from psycopg import sql

from tests.e2e.browser import picture_files, somebody, violations
from tests.e2e.mailbox import link_in, mails_to, text_of, wait_for_mail
from tests.e2e.people import PASSWORD, Creator, Moderator, Visitor
from tests.stack import Stack, wait_until

# Words found nowhere else, to look for in every place when their writer has left.
MARKER = f"quokka{secrets.token_hex(3)}"
CREATOR = f"{MARKER}@example.org"
TITLE = f"A {MARKER} lantern"
SECOND = f"Two {MARKER} chairs"
TAGS = [f"{MARKER} light", "brass", "garden"]
ALTS = ["The lantern in the evening", "Its hinge", "The glass", "It swings"]


def test_from_sign_up_to_a_request_answered_and_an_account_erased(
    stack: Stack, browser: Browser, tmp_path
) -> None:
    url = stack.base_url
    with (
        somebody(browser, url) as at_home,
        somebody(browser, url) as at_work,
        somebody(browser, url) as passing_by,
        somebody(browser, url, javascript=False) as without_script,
    ):
        creator, moderator = Creator(stack, at_home), Moderator(stack, at_work)
        visitor, plain = Visitor(stack, passing_by), Visitor(stack, without_script)

        creator.sign_up(f"Ada {MARKER}", CREATOR)
        post_id = write_a_post(creator, picture_files(tmp_path))
        files = nobody_else_sees(creator, visitor, post_id)

        admin = stack.accounts["moderator"]
        moderator.sign_in(admin["email"], admin["password"], then="/admin/")
        sent_back_and_resubmitted(creator, moderator)
        moderator.approve(TITLE)
        public_within_two_seconds(visitor, post_id, files)

        token_page = ask_with_proof(stack, creator, visitor, post_id)
        ask_without_script(stack, plain, post_id)
        accept(stack, creator, visitor, token_page)
        visitors_take_theirs_back(stack, visitor, plain, token_page)
        give_away(creator, visitor, post_id)
        leave(stack, creator, visitor, post_id, files)


def write_a_post(creator: Creator, files: list) -> int:
    creator.begin_post(TITLE, f"It hung in a {MARKER} shed for years and works.", TAGS)
    creator.add_pictures(files)
    expect(creator.pictures()).to_have_count(4)
    expect(creator.page.get_by_role("progressbar").first).to_be_attached()
    creator.page.get_by_role("button", name="Move picture 4 earlier").click()
    for position, alt in enumerate(ALTS, start=1):
        creator.page.get_by_label(f"What does picture {position} show?").fill(alt)
    expect(creator.page.get_by_text("Being prepared")).to_have_count(0, timeout=60_000)
    creator.check_access()
    with creator.page.context.expect_page() as opened:
        creator.page.get_by_role("link", name="Preview").or_(
            creator.page.get_by_role("button", name="Preview")
        ).first.click()
    preview = opened.value
    expect(preview.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(preview.get_by_text("Nobody else sees this yet.")).to_be_visible()
    assert violations(preview) == []
    preview.close()
    post_id = creator.submit()
    creator.check_access()
    pictures = creator.page.request.get(f"/api/post/{post_id}").json()["images"]
    assert [picture["alt"] for picture in pictures] == ALTS
    assert [picture["animated"] for picture in pictures] == [False, False, True, False]
    moving = Image.open(BytesIO(creator.page.request.get(pictures[2]["src"]).body()))
    assert getattr(moving, "n_frames", 1) == 8
    return post_id


def nobody_else_sees(creator: Creator, visitor: Visitor, post_id: int) -> list[str]:
    """Return the addresses of all picture files of the post, which open for the creator only."""
    post = creator.page.request.get(f"/api/post/{post_id}").json()
    # The creator's own answer signs them; here they are asked for as anybody would.
    files = sorted(set(re.findall(r"https?://[^\s\"',\\?]+/media/[^\s\"',\\?]+", str(post))))
    assert len(files) >= 4 * 4
    for address in files:
        assert creator.status_of(address) == 200
        assert visitor.status_of(address) == 404
    for path in (f"/post/{post_id}", f"/api/post/{post_id}", f"/preview?post={post_id}"):
        assert visitor.status_of(path) == 404, path
    tag, person = TAGS[0], post["creator"]["id"]
    for path in (
        "/",
        "/tags",
        f"/tags/{tag}",
        f"/search?q={MARKER}",
        f"/user/{person}",
        "/api/post",
    ):
        assert TITLE not in visitor.page.request.get(path).text(), path
    return files


def sent_back_and_resubmitted(creator: Creator, moderator: Moderator) -> None:
    creator.begin_post(SECOND, f"Oak, a little {MARKER} worn.", ["chairs"])
    second_id = creator.submit()
    moderator.send_back(SECOND, f"Please add a {MARKER} picture.")
    mail = wait_for_mail(creator.stack, CREATOR, SECOND)
    assert f"Please add a {MARKER} picture." in text_of(mail)
    creator.look("/account/posts")
    expect(creator.page.get_by_text(f"Please add a {MARKER} picture.")).to_be_visible()
    creator.look(f"/post/{second_id}/edit")
    expect(creator.page.get_by_text(f"Please add a {MARKER} picture.")).to_be_visible()
    creator.page.get_by_label("Title").fill(f"{SECOND}, oak")
    creator.submit()
    moderator.open_from_queue(f"{SECOND}, oak")


def public_within_two_seconds(visitor: Visitor, post_id: int, files: list[str]) -> None:
    approved = time.monotonic()
    creator_id = None
    wait_until(lambda: visitor.status_of(f"/api/post/{post_id}") == 200, "the post to be live", 2)
    creator_id = visitor.page.request.get(f"/api/post/{post_id}").json()["creator"]["id"]
    places = (
        "/",
        f"/post/{post_id}",
        f"/tags/{TAGS[0]}",
        f"/search?q={MARKER}",
        f"/user/{creator_id}",
    )
    for path in places:
        assert TITLE in visitor.page.request.get(path).text(), path
    assert TAGS[0] in visitor.page.request.get("/tags").text()
    assert time.monotonic() - approved < 2
    for address in files:
        assert visitor.status_of(address) == 200
    for path in (*places, "/tags"):
        visitor.look(path)
    visitor.look(f"/post/{post_id}")
    expect(visitor.page.get_by_role("heading", name=TITLE)).to_be_visible()


def ask_with_proof(stack: Stack, creator: Creator, visitor: Visitor, post_id: int) -> str:
    """Return the address of the visitor's own page."""
    visitor.ask(
        post_id, name="Bea Visitor", email="bea@example.org", message="I would hang it by my door."
    )
    expect(visitor.page.get_by_role("heading", name="It is on its way")).to_be_visible()
    visitor.check_access()
    mail = wait_for_mail(stack, CREATOR, "Bea Visitor")
    assert "bea@example.org" in mail["Reply-To"]
    assert "I would hang it by my door." in text_of(mail)
    own = wait_for_mail(stack, "bea@example.org")
    creator.look("/account/requests")
    asked = creator.request_from("Bea Visitor")
    expect(asked.get_by_text("Unread")).to_be_attached()
    expect(asked.get_by_text("I would hang it by my door.").first).to_be_visible()
    return link_in(own, "/request/")


def ask_without_script(stack: Stack, plain: Visitor, post_id: int) -> None:
    before = len(mails_to(stack, CREATOR))
    plain.page.goto(f"/post/{post_id}")
    plain.page.get_by_label("Your name").fill("Cy Plain")
    plain.page.get_by_label("Your email address").fill("not an address")
    plain.page.get_by_label("Your message").fill("May I have it?")
    plain.page.get_by_role("button", name="Send the request").click()
    # What was wrong stands beside the field, and what was typed is still there.
    expect(plain.page.get_by_label("Your name")).to_have_value("Cy Plain")
    expect(plain.page.get_by_label("Your message")).to_have_value("May I have it?")
    expect(plain.page.get_by_label("Your email address")).to_have_attribute("aria-invalid", "true")
    plain.page.get_by_label("Your email address").fill("cy@example.org")
    plain.page.get_by_role("button", name="Send the request").click()
    link = link_in(wait_for_mail(stack, "cy@example.org"), "/request/")
    assert len(mails_to(stack, CREATOR)) == before
    plain.page.goto(link)  # opening alone changes nothing: mail scanners open links
    expect(plain.page.get_by_role("heading", name="Almost there")).to_be_visible()
    assert len(mails_to(stack, CREATOR)) == before
    plain.page.get_by_role("button", name="Yes, send my request").click()
    expect(plain.page.get_by_role("heading", name="It is on its way")).to_be_visible()
    wait_for_mail(stack, CREATOR, "Cy Plain")


def accept(stack: Stack, creator: Creator, visitor: Visitor, token_page: str) -> None:
    creator.look("/account/requests")
    asked = creator.request_from("Bea Visitor")
    asked.get_by_text("Bea Visitor").first.click()
    creator.check_access()
    asked.get_by_role("button", name="Accept").click()
    expect(creator.page.get_by_text("Accepted. Bea Visitor is told by mail.").first).to_be_visible()
    mail = wait_for_mail(stack, "bea@example.org", count=2)
    assert CREATOR in mail["Reply-To"]
    visitor.page.goto(token_page)
    expect(visitor.page.get_by_role("heading", name="They said yes")).to_be_visible()
    visitor.check_access()


def visitors_take_theirs_back(
    stack: Stack, visitor: Visitor, plain: Visitor, token_page: str
) -> None:
    plain.page.goto(link_in(mails_to(stack, "cy@example.org")[-1], "/request/").split("?")[0])
    plain.page.get_by_role("button", name="Withdraw the request").click()
    expect(plain.page.get_by_role("heading", name="Taken back")).to_be_visible()
    visitor.page.goto(token_page)
    visitor.page.get_by_text("Erase it altogether").click()
    visitor.page.get_by_role("button", name="Erase for good").click()
    expect(visitor.page.get_by_role("heading", name="Erased")).to_be_visible()
    visitor.check_access()
    assert visitor.status_of(token_page) == 404


def give_away(creator: Creator, visitor: Visitor, post_id: int) -> None:
    creator.look("/account/posts")
    row = creator.page.get_by_role("listitem").filter(has_text=TITLE)
    row.get_by_label("Availability").select_option("given")
    expect(
        creator.page.get_by_text("Marked as given. It takes no more requests.").first
    ).to_be_visible()
    visitor.look(f"/post/{post_id}")
    expect(visitor.page.get_by_text("This one has found its person")).to_be_visible()
    assert visitor.page.get_by_role("button", name="Send the request").count() == 0
    late = visitor.page.request.post(
        "/api/request",
        data={
            "post": post_id,
            "name": "Late",
            "email": "late@example.org",
            "message": "Still there?",
        },
    )
    assert late.status == 409
    assert late.json()["detail"]


def leave(stack: Stack, creator: Creator, visitor: Visitor, post_id: int, files: list[str]) -> None:
    person = creator.page.request.get("/api/user/me").json()["id"]
    creator.look("/account")
    creator.page.get_by_role("button", name="Delete my account…").click()
    creator.check_access()
    creator.page.get_by_label("Your password, to be sure").fill("wrong")
    creator.page.get_by_role("button", name="Delete everything").click()
    expect(creator.page.get_by_label("Your password, to be sure")).to_have_attribute(
        "aria-invalid", "true"
    )
    creator.page.get_by_label("Your password, to be sure").fill(PASSWORD)
    creator.page.get_by_role("button", name="Delete everything").click()
    expect(creator.page.get_by_text("Your account is deleted").first).to_be_visible()
    creator.check_access()
    gone = (
        f"/post/{post_id}",
        f"/user/{person}",
        f"/api/post/{post_id}",
        f"/api/user/{person}",
        *files,
    )
    for path in gone:
        assert visitor.status_of(path) == 404, path
    wait_until(lambda: not traces_on_disk(stack), "every file to be gone", 10)
    assert traces_in_database(stack) == []


def traces_on_disk(stack: Stack) -> list[str]:
    """Files of pictures that no row in the database names any more."""
    with psycopg.connect(stack.state["environ"]["DATABASE_URL"]) as database:
        rows = database.execute("select key from content_image where key is not null").fetchall()
    known = {row[0] for row in rows}
    stored = [
        path
        for folder in ("media", "private")
        for path in (stack.var_dir / folder).rglob("*")
        if path.is_file()
    ]
    return [str(path) for path in stored if not any(key in str(path) for key in known)]


def traces_in_database(stack: Stack) -> list[str]:
    """Tables in which the marker is still to be read."""
    found = []
    with psycopg.connect(stack.state["environ"]["DATABASE_URL"]) as database:
        tables = database.execute(
            "select table_name from information_schema.tables where table_schema = 'public'"
        ).fetchall()
        for (table,) in tables:
            rows = database.execute(
                sql.SQL("select count(*) from {t} where {t}::text ilike %s").format(
                    t=sql.Identifier(table)
                ),
                [f"%{MARKER}%"],
            ).fetchone()
            if rows and rows[0]:
                found.append(table)
    return found
