"""Moderators look after tags, reasons, the site's settings and the editorial pages."""

from django.db import migrations

MODELS = {
    "tag": ("add", "change", "delete", "view"),
    "rejectreason": ("add", "change", "delete", "view"),
    "sitesettings": ("change", "view"),
}
ON_PAGES = ("add", "change", "publish", "lock", "unlock")


def _permission(apps, app_label, model, action):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=model)
    permission, _ = Permission.objects.get_or_create(
        content_type=content_type,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {model}"},
    )
    return permission


def give(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Page = apps.get_model("wagtailcore", "Page")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    moderators = Group.objects.get(name="Moderators")
    for model, actions in MODELS.items():
        for action in actions:
            moderators.permissions.add(_permission(apps, "content", model, action))
    home = Page.objects.filter(depth=2).first()
    for action in ON_PAGES:
        GroupPagePermission.objects.get_or_create(
            group=moderators,
            page=home,
            permission=_permission(apps, "wagtailcore", "page", action),
        )


def take(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    moderators = Group.objects.get(name="Moderators")
    moderators.permissions.remove(
        *moderators.permissions.filter(content_type__app_label="content").exclude(
            content_type__model="post"
        )
    )
    GroupPagePermission.objects.filter(group=moderators).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0003_image_keys_and_leftovers"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(give, take)]
