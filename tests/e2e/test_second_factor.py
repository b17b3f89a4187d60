"""A second step from setting it up to signing in with it: the app, a recovery code, a passkey."""

import secrets

from playwright.sync_api import Browser, Page, expect

from tests.accounts.authenticators import code_of
from tests.e2e.browser import somebody
from tests.e2e.mailbox import wait_for_mail
from tests.e2e.people import PASSWORD, Creator
from tests.stack import Stack

EMAIL = f"ida{secrets.token_hex(3)}@example.org"
PAGE = "/account/security"


class Careful(Creator):
    """Somebody who wants more than a password."""

    def prove(self) -> None:
        """Give the password again, which the page asks for before it changes anything."""
        dialog = self.page.get_by_role("dialog")
        expect(dialog.get_by_label("Password", exact=True)).to_be_focused()
        self.check_access()
        dialog.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.keyboard.press("Enter")
        expect(dialog).to_be_hidden()

    def give(self, code: str) -> None:
        self.page.get_by_label("Code", exact=True).fill(code)
        self.page.keyboard.press("Enter")

    def come_back(self, *, wanted: str) -> None:
        """Open the sign-in page as on another day, on the way to `wanted`, and give the password."""
        self.page.context.clear_cookies()
        self.page.goto(f"/login?next={wanted}")
        self.page.get_by_label("Email").fill(EMAIL)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page.get_by_role("heading", name="One more step")).to_be_visible()

    def arrives(self, path: str) -> None:
        self.page.wait_for_url(self.stack.base_url + path)


def test_a_second_step_from_setting_it_up_to_signing_in(stack: Stack, browser: Browser) -> None:
    with somebody(browser, stack.base_url) as at_home:
        ida = Careful(stack, at_home)
        plug_in_a_fingerprint_reader(at_home)
        ida.sign_up("Ida", EMAIL)
        secret, codes = set_up_the_app(ida)
        add_a_passkey(ida)
        wait_for_mail(stack, EMAIL, "authenticator app was added")

        ida.come_back(wanted="/admin/")
        ida.check_access()
        ida.give("000000")
        expect(at_home.get_by_label("Code", exact=True)).to_have_attribute("aria-invalid", "true")
        at_home.reload()  # what was begun goes on where it was
        ida.give(code_of(secret, periods_ahead=1))
        ida.arrives("/admin/")

        ida.come_back(wanted="/account/posts")
        at_home.context.clear_cookies()  # as when the sign-in has waited too long
        ida.give(codes[0])
        expect(at_home.get_by_text("Please begin once more.")).to_be_visible()
        expect(at_home.get_by_label("Email")).to_have_value(EMAIL)
        at_home.get_by_role("button", name="Sign in", exact=True).click()
        ida.give(codes[0])
        ida.arrives("/account/posts")
        at_home.goto(PAGE)
        expect(at_home.get_by_text("9 of 10 are left.")).to_be_visible()
        wait_for_mail(stack, EMAIL, "recovery code was used")

        ida.come_back(wanted="/admin/")
        at_home.get_by_role("button", name="Use a passkey").click()
        ida.arrives("/admin/")

        at_home.context.clear_cookies()
        at_home.goto("/login?next=/account/requests")
        at_home.get_by_role("button", name="Sign in with a passkey").click()
        ida.arrives("/account/requests")
        remove_everything(ida)


def set_up_the_app(ida: Careful) -> tuple[str, list[str]]:
    """Return the app's secret and the recovery codes."""
    page = ida.page
    ida.look("/account")
    page.get_by_role("link", name="Security").click()
    page.get_by_role("button", name="Set up an app").click()
    expect(page.get_by_role("img", name="QR code for the authenticator app")).to_be_visible()
    ida.check_access()
    secret = page.locator("app-part code").inner_text().replace(" ", "")
    page.get_by_label("The six digits it shows now").fill("12345")
    page.get_by_role("button", name="Turn on").click()
    expect(page.get_by_text("This code does not fit")).to_be_visible()
    page.get_by_label("The six digits it shows now").fill(code_of(secret))
    page.get_by_role("button", name="Turn on").click()
    ida.prove()
    expect(page.get_by_role("heading", name="Keep these codes")).to_be_focused()
    ida.check_access()
    codes = page.locator("codes-part li").all_inner_texts()
    assert len(set(codes)) == 10
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert codes[0] in download.value.path().read_text()
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text(codes[0])).to_have_count(0)
    return secret, codes


def plug_in_a_fingerprint_reader(page: Page) -> None:
    """Give the browser a device that makes passkeys and never asks for a finger."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def add_a_passkey(ida: Careful) -> None:
    page = ida.page
    page.get_by_role("button", name="Add a passkey").click()
    name = page.get_by_label("What to call it")
    expect(name).to_have_attribute("aria-invalid", "true")
    name.fill("Ida's laptop")
    page.get_by_role("button", name="Add a passkey").click()
    row = page.get_by_role("list", name="Passkeys").get_by_role("listitem")
    expect(row).to_contain_text("Ida's laptop")
    expect(row).to_contain_text("Not used yet.")
    ida.check_access()


def remove_everything(ida: Careful) -> None:
    page = ida.page
    ida.look(PAGE)
    page.get_by_role("button", name="Remove Ida's laptop").click()
    ida.check_access()
    page.get_by_role("button", name="Remove it").click()
    ida.prove()
    expect(page.get_by_text("The passkey is removed.")).to_be_visible()
    page.get_by_role("button", name="Turn off").click()
    page.get_by_role("button", name="Turn it off").click()
    expect(page.get_by_text("The app is turned off.")).to_be_visible()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_hidden()
