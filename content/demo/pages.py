"""The words of the demo's editorial pages: what Firsthand is, and what it is not.

`blocks` are pairs of a block's type and its value, as the editorial pages' body takes them.
"""

from dataclasses import dataclass

from content.demo.drawing import Picture

Block = tuple[str, dict[str, object]]


@dataclass(frozen=True)
class PageText:
    """One page: its address under the home page, its title, and what it says."""

    slug: str
    title: str
    description: str
    blocks: tuple[Block, ...]


def heading(text: str) -> Block:
    return "heading", {"text": text}


def text(*paragraphs: str) -> Block:
    html = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in paragraphs)
    return "text", {"html": html}


def questions(*pairs: tuple[str, str]) -> Block:
    items = [{"question": asked, "answer_html": f"<p>{answer}</p>"} for asked, answer in pairs]
    return "faq", {"items": items}


def call(words: str, label: str, href: str) -> Block:
    return "cta", {"text": words, "label": label, "href": href}


ABOUT_PICTURE = Picture(
    "pottery.tea", "apricot", "A teapot between two cups on a table", "wide", 1.1, (0.5, 0.68)
)

HOME = PageText(
    "home",
    "Home",
    "People share what they have, make or can do. Ask them for it, and they answer you themselves.",
    (
        text(
            "People share what they have, make or can do. Ask for it, and they answer you "
            "themselves. No account needed to ask, nothing to pay, nobody in between."
        ),
    ),
)

ABOUT = PageText(
    "about",
    "About Firsthand",
    "What Firsthand is for, how a request works, and where the site steps aside.",
    (
        text(
            "A loaf too many. A guitar nobody plays. A free half hour on Mondays, and the "
            "skill to fill it. Most of what people need is already close by, with somebody "
            "who would be glad to be asked.",
            "Firsthand is the place to ask. Someone shares a thing, you write to them, they "
            "answer you. That is the whole of it.",
        ),
        ("image", {"caption": "Two cups: one for whoever asks, one for whoever answers."}),
        heading("How it works"),
        text(
            "<ol><li><b>Somebody shares.</b> A title, a few honest words, some pictures. A "
            "moderator reads every post before anyone else sees it.</li><li><b>You ask.</b> "
            "Your name, your address, a few lines about why. You need no "
            "account.</li><li><b>They answer.</b> Your words go to one person, the one who "
            "shared it. They say yes or no, and from then on it is between the two of "
            "you.</li></ol>"
        ),
        (
            "quote",
            {
                "text": "I asked for one chair and came home with two, and a friend.",
                "source": "What we hope to hear more often",
            },
        ),
        heading("What we do not do"),
        text(
            "We take no payment and pass none on. We hold no deposit, arrange no delivery and "
            "give no guarantee. We cannot check what people say of themselves or their "
            "things. What we do is keep the door: we read posts, look at requests that seem "
            "odd, and act on reports.",
        ),
        questions(
            (
                "Does it cost anything?",
                "No. Neither sharing nor asking costs anything, and there is nothing to upgrade "
                "to.",
            ),
            (
                "May I sell here?",
                "No. Firsthand is for giving, lending, teaching and helping. A post that names a "
                "price is sent back.",
            ),
            (
                "Who sees my address when I ask?",
                "The person you write to, so that they can answer you. Nobody else, unless a "
                "moderator must look at a request because it was held or reported.",
            ),
            (
                "I asked and heard nothing.",
                "People get busy. They are reminded once, gently. You can withdraw or erase your "
                "request on its own page at any time.",
            ),
            (
                "Something is wrong with a post.",
                "Press Report under it. Two reports from different people take a post out of "
                "sight until a moderator has looked.",
            ),
        ),
        call("Something of yours is waiting for somebody.", "Share it", "/post/new"),
        ("latest_posts", {"heading": "Just shared", "count": 6}),
    ),
)

TERMS = PageText(
    "terms",
    "Terms",
    "The few rules for sharing and asking on Firsthand, in plain words.",
    (
        text("These are the rules of this place. They are short so that you can read them."),
        heading("What you may share"),
        text(
            "Things you own and want to give or lend, things you make, and things you can do. "
            "Describe them as they are, scratches included. Use pictures that are yours to "
            "use.",
            "<ul><li>No sales, no advertising, no collecting of money.</li><li>No animals, "
            "medicines, weapons, or anything the law does not let you hand "
            "on.</li><li>Nothing that insults or endangers people.</li><li>No phone numbers "
            "or addresses in the text. Whoever is interested can ask through the "
            "form.</li></ul>",
        ),
        heading("What you may ask"),
        text(
            "Ask for what you want and mean to use. Write to one person as one person. Do not "
            "copy the same message to everybody, and do not use requests to advertise.",
        ),
        heading("What moderators do"),
        text(
            "Every post is read before it is shown. A moderator may publish it, send it back "
            "with a reason, or take it away. You always learn the reason, and you can change "
            "the post and send it in again. Requests that look like abuse wait until a "
            "moderator has read them.",
        ),
        heading("Your words and pictures"),
        text(
            "They stay yours. You let us store them, make smaller copies of the pictures, and "
            "show them here for as long as your post exists. When you delete a post or your "
            "account, we delete them.",
        ),
        heading("What we answer for"),
        text(
            "We run the site with care and as well as we can, but not without faults, and we "
            "may have to stop. What two people agree with each other is theirs alone: we are "
            'not part of it. The <a href="/disclaimer">disclaimer</a> says this in full.',
            "These terms are a starting text for whoever runs this site. Have them read by "
            "someone who knows the law where you are.",
        ),
    ),
)

PRIVACY = PageText(
    "privacy",
    "Privacy",
    "What Firsthand stores about you, who can read it, how long it stays and how to have it gone.",
    (
        text(
            "We store what is needed to introduce two people, and nothing to sell. There is "
            "no advertising here, no tracker and no script from anyone else."
        ),
        heading("What we store, and who reads it"),
        text(
            "<ul><li><b>Your account:</b> name, address, a password that we cannot read, and "
            "what you write about yourself. Everyone can see your name, your text and your "
            "picture; nobody can see your address.</li><li><b>Your posts:</b> everyone can "
            "see them once they are published. Before that, only you and the "
            "moderators.</li><li><b>Your requests:</b> the person you asked, and you. A "
            "moderator only when a request was held or reported.</li><li><b>Your "
            "pictures:</b> we keep resized copies and never the file you sent. Camera data "
            "and places are taken out.</li></ul>"
        ),
        heading("How long it stays"),
        text(
            "<ul><li>A request that its sender never confirmed: 7 days.</li><li>A request "
            "that was declined or withdrawn: 90 days.</li><li>Notes of the mail we sent: 30 "
            "days.</li><li>Everything else: until you delete it.</li></ul>"
        ),
        heading("How to have it gone"),
        text(
            "If you have an account, delete it on your account page. Posts, pictures, "
            "requests, notifications and your name go with it, at once. If you asked without "
            "an account, open the page of your request from the mail and press Erase.",
        ),
        heading("Cookies"),
        text(
            "Two, and only when you sign in or send a form: one that knows it is you, and one "
            "that protects forms from being sent in your name. Neither follows you anywhere.",
            "Whoever runs this site should add their own name and address here, so that you "
            "know whom to ask.",
        ),
    ),
)

DISCLAIMER = PageText(
    "disclaimer",
    "Disclaimer",
    "Firsthand introduces two people and steps aside: no payment, no escrow, no delivery.",
    (
        text(
            "<b>Firsthand introduces two people and then steps aside.</b> We are not part of "
            "what you agree with each other."
        ),
        heading("No payment, no escrow, no delivery"),
        text(
            "We never ask for money, hold money or pass money on. If somebody asks you to pay "
            "in our name, it is not us. We send no couriers and keep no goods. Whatever a "
            "person offers, it is that person who offers it.",
        ),
        heading("We cannot check what people say"),
        text(
            "Moderators read posts before they are shown, but they have not seen the bicycle, "
            "eaten the bread or met the person. A post on this site is no recommendation.",
        ),
        heading("Look after yourself"),
        text(
            "<ul><li>Meet in a public place, or take someone with you.</li><li>Never send "
            "money ahead, for shipping, a deposit or anything else.</li><li>Look at the thing "
            "before you carry it away, and at the cable before you plug it in.</li><li>Ask "
            "what is in the food if you cannot eat everything.</li><li>Leave if it feels "
            "wrong. You owe nobody a reason.</li></ul>"
        ),
        heading("If something goes wrong"),
        text(
            "Report the post, so that moderators can look at it. If you were cheated or "
            "threatened, go to the police; we keep to the law when they ask us.",
        ),
        call("Read before you ask or share.", "Read the terms", "/terms"),
    ),
)

PAGES = (ABOUT, TERMS, PRIVACY, DISCLAIMER)
