"""The moderators' queue, as a page."""

from typing import Any

from django.urls import path

from content.admin.review import bulk
from content.admin.review.queue import NEWEST, WORDS_LENGTH, Wanted, all_kinds
from content.admin.review.views import ForModerators


class ReviewQueue(ForModerators):
    template_name = "firsthand_admin/review/queue.html"
    page_title = "Review"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wanted = Wanted.read(self.request.GET)
        rows, page = wanted.page(self.request.GET.get("p"))
        kinds = [
            (kind, name, wanted.counts[kind], wanted.of_kind(kind).url)
            for kind, name in all_kinds().items()
        ]
        return super().get_context_data(
            wanted=wanted,
            rows=rows,
            page=page,
            has_posts=any(row.version for _, row in rows),
            kinds=kinds,
            everything=(sum(wanted.counts.values()), wanted.of_kind("").url),
            newest=NEWEST,
            words_length=WORDS_LENGTH,
            kept=wanted.query.removeprefix("?"),
            **kwargs,
        )


urls = [path("review/", ReviewQueue.as_view(), name="review_queue"), *bulk.urls]
