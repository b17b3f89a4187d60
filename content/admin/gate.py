"""The door of the admin: closed to creators but for named routes, and a few rooms closed to everyone.

Wagtail's reports, choosers, bulk actions and admin API check permissions for a model, not for one
post, and every release adds routes. So creators reach only what is named here. Who may go where is
written down route by route in tests/admin/access.md.
"""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import page_not_found
from wagtail.models import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseBase
    from django.urls import ResolverMatch

    GetResponse = Callable[[HttpRequest], HttpResponse]

POST = "wagtailsnippets_content_post"

OPEN_TO_CREATORS = frozenset(
    {
        "wagtailadmin_home",
        "wagtailadmin_account",
        "wagtailadmin_dismissibles",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_tag_model_autocomplete",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        f"{POST}:list",
        f"{POST}:list_results",
        f"{POST}:add",
        f"{POST}:edit",
        f"{POST}:delete",
        f"{POST}:inspect",
        f"{POST}:history",
        f"{POST}:history_results",
        f"{POST}:preview_on_add",
        f"{POST}:preview_on_edit",
        f"{POST}:revisions_view",
        f"{POST}:revisions_revert",
        f"{POST}:revisions_compare",
        f"{POST}:confirm_workflow_cancellation",
        "requests:list",
        "requests:list_results",
        "requests:inspect",
        "picture_library",
        "picture_upload",
        "picture_edit",
        "picture_delete",
        "wagtailimages_chooser:choose",
        "wagtailimages_chooser:choose_results",
        "wagtailimages_chooser:chosen",
        "wagtailimages_chooser:chosen_multiple",
        "wagtailimages_chooser:create",
    }
)

# Wagtail's page chooser opens first when a link is set; creators get its next tab, outside addresses.
PAGE_CHOOSERS = frozenset({"wagtailadmin_choose_page", "wagtailadmin_choose_page_child"})

CLOSED_TO_ALL = frozenset(
    {
        "wagtailadmin_error_test",
        # Decode pictures inside the request, or hand out files past our own road.
        "wagtailimages:index_results",
        "wagtailimages:preview",
        "wagtailimages:url_generator",
        "wagtailimages:url_generator_output",
        "wagtailimages:edit_multiple",
        "wagtailimages:create_multiple_from_uploaded_image",
        "wagtailimages:delete_multiple",
        "wagtailimages:delete_upload_multiple",
        # Would leave pictures and mail behind: an account is deleted under People, by its own road.
        "wagtailusers_users:delete",
        # Publishing and taking away are decisions with a reason: the review screen does them.
        f"{POST}:unpublish",
        f"{POST}:revisions_unschedule",
    }
)
# Wagtail looks for the parent of the root, which has none, and fails.
NOT_FOR_THE_ROOT = frozenset(
    {
        "wagtailadmin_pages:lock",
        "wagtailadmin_pages:unlock",
        "wagtailadmin_pages:set_page_position",
    }
)
# Who is who, what the review is made of, and how pictures are filed: the administrator's, not for those
# who review.
FOR_ADMINISTRATORS = frozenset(
    {
        "wagtailusers_users",
        "wagtailusers_groups",
        "wagtailadmin_workflows",
        "wagtailadmin_collections",
    }
)
# Django's views take a DELETE as a confirmed form, and run functions whatever the method is. Nothing in
# the admin's pages sends more than this.
METHODS = ["GET", "HEAD", "POST"]
MORE_METHODS = {
    "wagtailadmin_dismissibles": "PATCH",
    f"{POST}:preview_on_add": "DELETE",
    f"{POST}:preview_on_edit": "DELETE",
    "wagtailadmin_pages:preview_on_add": "DELETE",
    "wagtailadmin_pages:preview_on_edit": "DELETE",
}
NO_BULK_ACTIONS = frozenset(
    {
        ("content", "post"),
        ("content", "image"),
        ("accounts", "user"),
        ("engagement", "postrequest"),
    }
)


class AdminGate:
    """Answers 404 for admin routes that are not open to the signed-in person, 405 for other methods.

    Who has to set up a second factor first is led there, and the page says why.
    """

    def __init__(self, get_response: "GetResponse") -> None:
        self.get_response = get_response

    def __call__(self, request: "HttpRequest") -> "HttpResponse":
        return self.get_response(request)

    def process_view(
        self,
        request: "HttpRequest",
        view: "Callable[..., HttpResponseBase]",
        args: list[Any],
        kwargs: dict[str, Any],
    ) -> "HttpResponseBase | None":
        match = request.resolver_match
        if match is None or not match.route.startswith("admin/"):
            return None
        if request.method not in METHODS and request.method != MORE_METHODS.get(match.view_name):
            return HttpResponseNotAllowed(METHODS)
        if request.user.is_anonymous:
            return None
        if request.user.lacks_second_factor and match.view_name != "wagtailadmin_logout":
            return _to_second_factor(request)
        if is_closed(match) or (is_for_administrators(match) and not request.user.is_superuser):
            return _not_found(request)
        if request.user.is_moderator or match.view_name in OPEN_TO_CREATORS:
            return None
        if match.view_name in PAGE_CHOOSERS:
            query = request.GET.urlencode()
            return redirect(f"{reverse('wagtailadmin_choose_page_external_link')}?{query}")
        return _not_found(request)

    def process_exception(
        self, request: "HttpRequest", exception: Exception
    ) -> "HttpResponse | None":
        """Answer 400 for a form without a part that Wagtail takes for granted, such as a block's number."""
        match = request.resolver_match
        is_ours = match is not None and match.route.startswith("admin/")
        if is_ours and isinstance(exception, MultiValueDictKeyError):
            return render(request, "wagtailadmin/400.html", status=400)
        return None


def is_closed(match: "ResolverMatch") -> bool:
    """Whether nobody at all may use this route."""
    if match.view_name == "wagtail_bulk_action":
        kwargs = match.kwargs
        return (kwargs["app_label"], kwargs["model_name"].lower()) in NO_BULK_ACTIONS
    if match.view_name in NOT_FOR_THE_ROOT:
        return Page.objects.filter(pk__in=match.kwargs.values(), depth=1).exists()
    return match.view_name in CLOSED_TO_ALL


def is_for_administrators(match: "ResolverMatch") -> bool:
    """Whether this route is the administrator's alone."""
    return not FOR_ADMINISTRATORS.isdisjoint(match.namespaces)


def _to_second_factor(request: "HttpRequest") -> "HttpResponse":
    wanted = request.get_full_path() if request.method == "GET" else reverse("wagtailadmin_home")
    return redirect(f"{settings.SECOND_FACTOR_URL}?{urlencode({'next': wanted})}")


def _not_found(request: "HttpRequest") -> "HttpResponse":
    return page_not_found(request, None, template_name="wagtailadmin/404.html")
