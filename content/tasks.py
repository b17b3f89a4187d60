"""What is done to pictures outside the request."""

from datetime import timedelta

from celery import shared_task
from django.db import InterfaceError, OperationalError

from content.images.guard import SandboxBusy
from content.images.workspace import remove_abandoned_workspaces
from content.services.holding import hold_earlier_uploads, search_for_bans
from content.services.image_files import (
    delete_leftovers,
    delete_stray_uploads,
    place_misplaced_images,
)
from content.services.image_processing import process_upload_now, process_waiting_images

# The fast path has had its chance by then.
_LOST_AFTER = timedelta(seconds=15)
_SWEEP_SECONDS = 20


@shared_task(
    autoretry_for=(SandboxBusy, OSError, OperationalError, InterfaceError),
    retry_backoff=5,
    retry_jitter=True,
    max_retries=3,
    time_limit=120,
    soft_time_limit=100,
)
def process_image(image_id: int) -> None:
    """Process one upload; a second run finds nothing to do."""
    process_upload_now(image_id=image_id)


@shared_task(time_limit=120, soft_time_limit=100)
def sweep_images() -> None:
    """Process uploads whose task was lost."""
    process_waiting_images(older_than=_LOST_AFTER, seconds=_SWEEP_SECONDS)


@shared_task(time_limit=300, soft_time_limit=280)
def search_for_ban(ban_id: int) -> None:
    """Hold what was uploaded before a ban and looks like it; a second run finds nothing to do."""
    hold_earlier_uploads(ban_id=ban_id)


@shared_task(time_limit=300, soft_time_limit=280)
def tidy_image_files() -> None:
    """Search for bans whose search was lost, move misplaced files home, and delete what deleted pictures
    and crashes left.
    """
    search_for_bans()
    place_misplaced_images()
    delete_leftovers()
    delete_stray_uploads()
    remove_abandoned_workspaces()
