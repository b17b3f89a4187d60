"""The moderators' queue, as a page."""

from typing import Any

from django.urls import path

from content.admin.review import queue
from content.admin.review.views import ForModerators


class ReviewQueue(ForModerators):
    template_name = "firsthand_admin/review/queue.html"
    page_title = "Review"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows, page = queue.page_of_queue(self.request.GET.get("p"))
        return super().get_context_data(rows=rows, page=page, **kwargs)


urls = [path("review/", ReviewQueue.as_view(), name="review_queue")]
