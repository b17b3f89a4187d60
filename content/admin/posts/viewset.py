"""Posts in the admin."""

from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from content import limits
from content.admin.menu import OwnMenuItem
from content.admin.ownership import owned
from content.admin.posts import history, saving, views
from content.admin.posts.filters import PostFilters
from content.admin.posts.forms import OwnPictureChooser, PostForm
from content.admin.posts.listing import PostList
from content.admin.posts.panels import GalleryPanel, StatePanel
from content.models import Post


class PostViewSet(SnippetViewSet):
    """Every view of one post checks whose it is; `tests/content/admin` walks them all."""

    model = Post
    icon = "clipboard-list"
    menu_label = "Posts"
    menu_name = "posts"
    menu_order = 100
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["title", "content", "tags", "availability", "last_edited"]
    list_per_page = 30
    ordering = "-last_edited"
    search_fields = ["title"]

    filterset_class = PostFilters
    index_view_class = PostList
    add_view_class = saving.CreatePost
    edit_view_class = saving.EditPost
    revisions_revert_view_class = saving.RevertPost
    delete_view_class = views.DeletePost
    inspect_view_class = views.InspectPost
    usage_view_class = owned(snippets.UsageView)
    history_view_class = history.PostHistory
    revisions_view_class = owned(snippets.PreviewRevisionView)
    revisions_compare_view_class = owned(snippets.RevisionsCompareView)
    revisions_unschedule_view_class = owned(snippets.RevisionsUnscheduleView, "publish")
    unpublish_view_class = owned(snippets.UnpublishView, "publish")
    preview_on_add_view_class = views.PreviewNewPost
    preview_on_edit_view_class = views.PreviewPost
    lock_view_class = owned(snippets.LockView, "lock")
    unlock_view_class = owned(snippets.UnlockView, "unlock")
    workflow_action_view_class = views.DecidePost
    collect_workflow_action_data_view_class = views.CollectDecisionData
    confirm_workflow_cancellation_view_class = owned(snippets.ConfirmWorkflowCancellationView)
    workflow_preview_view_class = views.WorkflowPreview
    workflow_history_view_class = owned(snippets.WorkflowHistoryView)
    workflow_history_detail_view_class = views.WorkflowHistoryDetail

    @property
    def menu_item_class(self) -> type[MenuItem]:
        return type("PostMenuItem", (OwnMenuItem, super().menu_item_class), {})

    edit_handler = ObjectList(
        [
            StatePanel(),
            FieldPanel(
                "title",
                help_text="What is it? Short and plain works best.",
            ),
            FieldPanel(
                "content",
                heading="Text",
                help_text="What you have, make or can do, and what someone who asks should know.",
            ),
            FieldPanel(
                "tags",
                help_text=f"Up to {limits.TAGS_PER_POST} words people may look for. "
                "Separate them with commas.",
            ),
            GalleryPanel(
                "gallery",
                chooser_field_name="image",
                heading="Pictures",
                label="picture",
                max_num=limits.MOST_IMAGES_PER_POST,
                help_text="The first one is the cover. Drag one by its handle, or move it with the arrows.",
                panels=[
                    FieldPanel("image", widget=OwnPictureChooser),
                    FieldPanel(
                        "alt",
                        heading="Description",
                        help_text="What is to be seen, for people who cannot see it.",
                    ),
                ],
            ),
        ],
        base_form_class=PostForm,
    )

    def register_chooser_viewset(self) -> None:
        """Nothing in the admin chooses a post, so there is no chooser to guard."""
