"""Several posts of the queue decided at once, with one confirmation."""

import re
from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect
from django.urls import path
from wagtail.admin import messages

from content.admin.people import person
from content.admin.review.forms import APPROVE, ASK, REMOVE, DecisionForm
from content.admin.review.posts_waiting import PostsWaiting
from content.admin.review.queue import PER_PAGE, Wanted
from content.admin.review.views import ForModerators
from content.models import ReviewDecision
from content.services.bulk_review import Decided, decide_posts
from content.services.deciding import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

Outcome = ReviewDecision.Outcome
OUTCOMES = {APPROVE: Outcome.APPROVED, ASK: Outcome.CHANGES_REQUESTED, REMOVE: Outcome.REMOVED}
DONE = {
    APPROVE: "Approved: {posts}.",
    ASK: "Sent back: {posts}. Whoever shared them is told why.",
    REMOVE: "Removed: {posts}. Whoever shared them is told why.",
}
ITEM = re.compile(r"([0-9]{1,18}):([0-9]{1,9})")


class BulkForm(DecisionForm):
    """The versions are those of the posts."""

    revision = None  # type: ignore[assignment]  # Django's way to leave out an inherited field


class BulkReview(ForModerators):
    """First lists what is chosen and asks once more; then decides, when the post names an action."""

    http_method_names = ("post",)
    template_name = "firsthand_admin/review/bulk.html"
    page_title = "Several posts"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        versions = read_items(request.POST.getlist("item"))
        wanted = Wanted.read(request.GET)
        if not versions:
            messages.warning(request, "Tick the posts first that you want to decide about.")
            return redirect(wanted.url)
        if "action" not in request.POST:
            return self._ask(versions, BulkForm(), is_refusal=request.POST.get("to") != APPROVE)
        form = BulkForm(request.POST)
        if not form.is_valid():
            return self._ask(versions, form, is_refusal=True, status=422)
        action = form.cleaned_data["action"]
        decided = decide_posts(
            versions=versions,
            outcome=OUTCOMES[action],
            moderator=person(request),
            reason="" if action == APPROVE else form.reason,
            code=OTHER if action == APPROVE else form.chosen_code,
        )
        self._tell(decided, DONE[action])
        return redirect(wanted.url)

    def _ask(
        self, versions: dict[int, int], form: BulkForm, *, is_refusal: bool, status: int = 200
    ) -> "HttpResponse":
        rows = PostsWaiting().rows(list(versions))
        chosen = [(pk, rows[pk]) for pk in versions if pk in rows]
        same = [(pk, row) for pk, row in chosen if row.version == versions[pk]]
        context = self.get_context_data(
            form=form,
            is_refusal=is_refusal,
            wanted=Wanted.read(self.request.GET),
            chosen=same,
            changed=[row for pk, row in chosen if row.version != versions[pk]],
            gone=len(versions) - len(chosen),
        )
        return self.render_to_response(context, status=status)

    def _tell(self, decided: Decided, done: str) -> None:
        if decided.done:
            count = len(decided.done)
            posts = f"“{decided.done[0]}”" if count == 1 else f"{count} posts"
            messages.success(self.request, done.format(posts=posts))
        for title, why in decided.left:
            messages.warning(self.request, f"Not decided: “{title}”. {why}")


def read_items(items: "Iterable[str]") -> dict[int, int]:
    """Return revision ids by post from items like "12:345", a page of them at most; others are none."""
    found = [match for item in items if (match := ITEM.fullmatch(item))]
    return {int(match[1]): int(match[2]) for match in found[:PER_PAGE]}


urls = [path("review/several/", BulkReview.as_view(), name="review_several")]
