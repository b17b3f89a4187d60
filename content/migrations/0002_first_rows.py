"""What the site cannot do without: groups, the review workflow, reasons, the home page."""

from django.db import migrations

REASONS = [
    ("unclear", "The text or title does not say what is offered"),
    ("pictures", "A picture does not show what is offered, or is not yours to share"),
    ("contact_details", "Contact details in the text; people can ask through the form"),
    ("sale", "This is a sale or an advertisement"),
    ("not_allowed", "This may not be shared here"),
    ("other", "Something else"),
]


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    admin_type, _ = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    access_admin, _ = Permission.objects.get_or_create(
        content_type=admin_type, codename="access_admin", defaults={"name": "Can access Wagtail admin"}
    )
    post_type, _ = ContentType.objects.get_or_create(app_label="content", model="post")
    post = {
        action: Permission.objects.get_or_create(
            content_type=post_type, codename=f"{action}_post", defaults={"name": f"Can {action} post"}
        )[0]
        for action in ("add", "change", "delete", "view", "publish", "lock", "unlock")
    }
    creators, _ = Group.objects.get_or_create(name="Creators")
    creators.permissions.set([access_admin, post["add"], post["change"], post["delete"], post["view"]])
    moderators, _ = Group.objects.get_or_create(name="Moderators")
    moderators.permissions.set([access_admin, *post.values()])
    Group.objects.filter(name="Editors").delete()


def make_workflow(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    WorkflowContentType = apps.get_model("wagtailcore", "WorkflowContentType")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    # Wagtail's own first migration gives pages a workflow of its Moderators group.
    WorkflowPage.objects.all().delete()
    Workflow.objects.all().delete()
    task_type, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task = GroupApprovalTask.objects.create(name="Review by a moderator", content_type=task_type)
    task.groups.set([Group.objects.get(name="Moderators")])
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task_id=task.pk, sort_order=0)
    post_type, _ = ContentType.objects.get_or_create(app_label="content", model="post")
    WorkflowContentType.objects.create(workflow=workflow, content_type=post_type)


def make_reasons(apps, schema_editor):
    RejectReason = apps.get_model("content", "RejectReason")
    for position, (code, label) in enumerate(REASONS):
        RejectReason.objects.create(code=code, label=label, sort_order=position)


def make_home_page(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("content", "HomePage")
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    home_type, _ = ContentType.objects.get_or_create(app_label="content", model="homepage")
    home = HomePage.objects.create(
        title="Home",
        draft_title="Home",
        slug="home",
        content_type=home_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=Locale.objects.first(),
    )
    Page.objects.filter(depth=1).update(numchild=1)
    Site.objects.create(
        hostname="localhost", site_name="Firsthand", root_page_id=home.pk, is_default_site=True
    )


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(make_workflow, migrations.RunPython.noop),
        migrations.RunPython(make_reasons, migrations.RunPython.noop),
        migrations.RunPython(make_home_page, migrations.RunPython.noop),
    ]
