"""What stands in the addresses of the walk: the ids of a marked site, or of nothing."""

from django.contrib.auth.models import Group

from content.models import HomePage
from tests.admin.addresses import Ids
from tests.admin.marked import World

POST = "snippets/content/post/"
NOTHING = 987654321  # the id of no row

NAMES = {
    "app_name": "content",
    "app_label": "content",
    "model_name": "post",
    "action": "delete",
    "action_name": "approve",
    "content_type_app_name": "content",
    "content_type_model_name": "editorialpage",
    "filter_spec": "original",
    "uidb64": "MQ",
    "token": "a-b",
    "rest": "x",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
}


def marked_ids(world: World) -> Ids:
    """Return what leads to the things of this world."""
    home = HomePage.objects.get().pk
    task = world.task_state.task_id
    common = NAMES | {
        "image_id": world.picture.pk,
        "uploaded_file_id": world.picture.pk,
        "ban_id": world.ban.pk,
        "object_id": world.post.pk,
        "session_id": 1,
        "page_id": world.page.pk,
        "page_pk": world.page.pk,
        "page_to_move_id": world.page.pk,
        "parent_page_id": home,
        "destination_id": home,
        "collection_id": world.collection.pk,
        "revision_id": world.page.latest_revision_id,
        "task_state_id": world.task_state.pk,
        "task_id": task,
        "workflow_state_id": world.state.pk,
        "workflow_pk": world.state.workflow_id,
    }
    return Ids(
        common,
        {
            POST: {"pk": world.post.pk, "revision_id": world.post.latest_revision_id},
            "snippets/content/rejectreason/": {"pk": world.reason.pk},
            "review/": {"pk": world.post.pk},
            "reported/post/": {"pk": world.live_post.pk},
            "reported/request/": {"pk": world.reported_request.pk},
            "reported/person/": {"pk": world.owner.pk},
            "appeals/": {"pk": world.appeal.pk},
            "requests/": {"pk": world.request.pk},
            "requests/<pk>/release/": {"pk": world.held_request.pk},
            "requests/<pk>/drop/": {"pk": world.held_request.pk},
            "requests/<pk>/block/": {"pk": world.held_request.pk},
            "blocked-senders/": {"pk": world.block.pk},
            "people/": {"pk": world.owner.pk},
            "people/<pk>/lift/": {"pk": world.suspended.pk},
            "pictures/held/": {"image_id": world.held.pk},
            "tags/": {"pk": world.tag.pk},
            "users/": {"pk": world.owner.pk},
            "groups/": {"pk": Group.objects.get(name="Creators").pk},
            "collections/": {"pk": world.collection.pk},
            "workflows/": {"pk": world.state.workflow_id},
            "workflows/tasks/": {"pk": task},
            "pages/": {"pk": world.page.pk},
            "api/main/pages/": {"pk": world.page.pk},
            "api/main/images/": {"pk": world.picture.pk},
            "api/main/documents/": {"pk": world.picture.pk},
            "images/chooser/": {"pk": world.picture.pk},
            "settings/": {"pk": world.settings.pk},
        },
    )


def absent_ids(world: World) -> Ids:
    """Return what leads to nothing, in the same addresses."""
    there = marked_ids(world)
    return Ids(
        {name: NOTHING if isinstance(value, int) else value for name, value in there.common.items()}
        | {"pk": NOTHING, "revision_id_a": NOTHING, "revision_id_b": NOTHING},
        {},
    )
