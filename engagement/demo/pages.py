"""Publish the demo's editorial pages, unless somebody has written them already."""

from accounts.models import User
from content.demo.pages import ABOUT_PICTURE, HOME, PAGES, PageText
from content.models import EditorialPage, HomePage
from engagement.demo.pictures import Wanted, find_image


def publish_pages(*, author: User) -> int:
    """Publish the home page's words and each page that does not exist; return how many there are."""
    home = HomePage.objects.get()
    if not home.body:
        home.body = list(HOME.blocks)
        home.search_description = HOME.description
        home.save_revision(user=author).publish()
        home.refresh_from_db()
    for text in PAGES:
        if not EditorialPage.objects.child_of(home).filter(slug=text.slug).exists():
            _publish(home, text, author)
    return len(PAGES) + 1


def wanted_pictures(author: User) -> list[Wanted]:
    """Return the pictures that the pages show."""
    return [Wanted(author, ABOUT_PICTURE, editorial=True)]


def _publish(home: HomePage, text: PageText, author: User) -> None:
    page = EditorialPage(
        title=text.title,
        slug=text.slug,
        search_description=text.description,
        owner=author,
        body=[_with_picture(kind, value, author) for kind, value in text.blocks],
    )
    home.add_child(instance=page)
    page.save_revision(user=author).publish()


def _with_picture(kind: str, value: dict[str, object], author: User) -> tuple[str, object]:
    if kind == "image":
        return kind, value | {"image": find_image(wanted_pictures(author)[0])}
    return kind, value
