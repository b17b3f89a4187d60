"""What follows from a post going public or being taken away, beside what the database does itself."""

from functools import partial

from django.db import transaction

from content.models import Post
from content.services.images import place_images
from content.services.posts import images_of_every_version


def place_pictures_of(*, post: Post) -> None:
    """Make the picture files agree with the post's row, once this is committed."""
    transaction.on_commit(partial(place_images, image_ids=images_of_every_version(post)))
