"""The tags, for moderators: how many posts carry each; merging, renaming and forbidding them."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.snippets.views.snippets import SnippetViewSet

from accounts.errors import InvalidInput, RuleBroken
from content.admin.sections import InSection, SectionList
from content.limits import TAG_LENGTH
from content.models import RejectReason, Tag
from content.services.tags import (
    TagExists,
    allow_tag,
    forbid_name,
    forbid_tag,
    merge_tags,
    posts_with,
    rename_tag,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

TAGS_OFFERED = 10
TAGS = ("Tags", "tags")
MOST_MERGED = 50
ORDERS = {
    "name": ("name",),
    "posts": ("-post_count", "name"),
}


def complete_tag(request: "HttpRequest") -> JsonResponse:
    """Return tags of live posts that begin with `term`, most used first."""
    term = request.GET.get("term", "").strip()
    tags = Tag.objects.in_use().starting_with(term)[:TAGS_OFFERED] if term else Tag.objects.none()
    return JsonResponse([tag.name for tag in tags], safe=False)


class TagSearch(forms.Form):
    """What the list is narrowed by and ordered by; what does not fit counts as not given."""

    q = forms.CharField(required=False, max_length=TAG_LENGTH)
    show = forms.ChoiceField(choices=[("forbidden", "Forbidden")], required=False)
    order = forms.ChoiceField(choices=[(name, name) for name in ORDERS], required=False)

    def tags(self) -> "QuerySet[Tag]":
        self.is_valid()
        given = self.cleaned_data
        tags = Tag.objects.for_list().order_by(*ORDERS[given.get("order") or "name"])
        if given.get("show"):
            tags = tags.forbidden()
        if words := given.get("q"):
            old_names = Tag.objects.filter(merged_into=OuterRef("pk"), name__icontains=words)
            tags = tags.filter(Q(name__icontains=words) | Exists(old_names))
        return tags


class TagList(SectionList):
    template_name = "firsthand_admin/tags/list.html"
    page_title = "Tags"
    header_icon = "tag"
    section = TAGS
    per_page = 50

    @cached_property
    def search(self) -> TagSearch:
        return TagSearch(self.request.GET)

    def rows(self) -> "QuerySet[Tag]":
        return self.search.tags()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        given = {name: value for name, value in self.search.cleaned_data.items() if value}
        return context | {"search": given}

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        """Forbid the word in `name`, whether or not it is a tag yet."""
        try:
            tag = forbid_name(name=request.POST.get("name", "").replace("\x00", ""))
        except (InvalidInput, RuleBroken) as error:
            messages.error(request, error.message)
        else:
            messages.success(request, f"“{tag.name}” may not be used any more.")
        return redirect("tags")


class TagView(InSection):
    header_icon = "tag"
    section = TAGS


class OneTag(TagView):
    """A page about one tag; 404 for what is no tag, or only the old name of one."""

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.tag: Tag = get_object_or_404(Tag.objects.for_list(), pk=kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(tag=self.tag, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.tag.name}]


class EditTag(OneTag):
    """Rename, forbid or allow."""

    template_name = "firsthand_admin/tags/edit.html"

    def get_page_subtitle(self) -> str:
        return self.tag.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        touched = len(posts_with([self.tag.pk]))
        return super().get_context_data(touched=touched, **{"name": self.tag.name} | kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        name = request.POST.get("name", "").replace("\x00", "")
        try:
            return self._carry_out(request.POST.get("action", ""), name)
        except TagExists as error:
            context = self.get_context_data(error=error.message, name=name, other=error.tag)
        except (InvalidInput, RuleBroken) as error:
            context = self.get_context_data(error=error.message, name=name)
        return self.render_to_response(context, status=422)

    def _carry_out(self, action: str, name: str) -> "HttpResponse":
        if action == "rename":
            renamed = rename_tag(tag=self.tag, name=name)
            messages.success(self.request, f"“{self.tag.name}” is called “{renamed.name}” now.")
            return redirect("tag_edit", pk=renamed.pk)
        if action == "forbid":
            count = forbid_tag(tag=self.tag)
            messages.success(self.request, f"“{self.tag.name}” is forbidden. {_taken_off(count)}")
        elif action == "allow":
            allow_tag(tag=self.tag)
            messages.success(self.request, f"“{self.tag.name}” may be used again.")
        else:
            raise Http404
        return redirect("tag_edit", pk=self.tag.pk)


class MergeTags(TagView):
    """Several tags into one: first which one stays and what that touches, then the merge."""

    template_name = "firsthand_admin/tags/merge.html"
    page_title = "Merge tags"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tags = self._tags(self.request.GET.getlist("tag"))
        into = max(tags, key=lambda tag: tag.post_count, default=None)
        return super().get_context_data(tags=tags, into=into, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        tags = self._tags(request.POST.getlist("tag"))
        into = next((tag for tag in tags if str(tag.pk) == request.POST.get("into")), None)
        context: dict[str, Any] = {"tags": tags, "into": into}
        if into is None or len(tags) < 2:
            context["error"] = "Choose at least two tags, and which of them stays."
        elif "confirmed" not in request.POST:
            others = [tag for tag in tags if tag != into]
            context |= {"others": others, "touched": len(posts_with(tag.pk for tag in others))}
            return self.render_to_response(super().get_context_data(**context))
        else:
            try:
                count = merge_tags(sources=tags, into=into)
            except (InvalidInput, RuleBroken) as error:
                context["error"] = error.message
            else:
                messages.success(request, f"Merged into “{into.name}”. {_changed(count)}")
                return redirect("tag_edit", pk=into.pk)
        return self.render_to_response(super().get_context_data(**context), status=422)

    @staticmethod
    def _tags(given: list[str]) -> list[Tag]:
        ids = [
            int(pk)
            for pk in given[:MOST_MERGED]
            if pk.isascii() and pk.isdecimal() and len(pk) < 19
        ]
        return list(Tag.objects.for_list().filter(pk__in=ids, is_forbidden=False))


class RejectReasonViewSet(SnippetViewSet):
    model = RejectReason
    icon = "warning"
    menu_label = "Review reasons"
    menu_name = "review-reasons"
    menu_order = 800
    add_to_settings_menu = True
    list_display = ["label", "code", "sort_order"]
    form_fields = ["label", "code", "sort_order"]
    copy_view_enabled = False

    def register_chooser_viewset(self) -> None:
        """Nothing in the admin chooses a reason from Wagtail's list, so there is no chooser to guard."""


def _changed(count: int) -> str:
    return f"{count} post{'' if count == 1 else 's'} changed."


def _taken_off(count: int) -> str:
    return f"It was taken off {count} post{'' if count == 1 else 's'}." if count else ""


urls = [
    path("tags/", TagList.as_view(), name="tags"),
    path("tags/merge/", MergeTags.as_view(), name="tags_merge"),
    path("tags/<int:pk>/", EditTag.as_view(), name="tag_edit"),
]
