"""Every route of the API, without a trailing slash."""

from django.urls import path, register_converter

from api import images, notifications, pages, posts, preview, requests, schema, site, tags, users
from api.appeals import PostAppeal
from api.fields import LONGEST_ID
from api.post_actions import PostApprove, PostReject, PostSubmit, PostWithdraw
from api.reports import PostReport, RequestReport, UserReport
from api.request_actions import ChallengeView, RequestBlock, RequestConfirm, RequestRelease


class IdConverter:
    """An id: digits that fit a row's id or match nothing."""

    regex = f"[0-9]{{1,{LONGEST_ID}}}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class IdOrMeConverter:
    """A person's id, or `me`."""

    regex = f"me|{IdConverter.regex}"

    def to_python(self, value: str) -> str:
        return value if value == "me" else str(int(value))

    def to_url(self, value: str) -> str:
        return value


register_converter(IdConverter, "id")
register_converter(IdOrMeConverter, "id_or_me")

urlpatterns = [
    path("user", users.UserList.as_view()),
    path("user/<id_or_me:id>", users.UserDetail.as_view()),
    path("user/<id:id>/report", UserReport.as_view()),
    path("image", images.ImageList.as_view()),
    path("image/<id:id>", images.ImageDetail.as_view()),
    path("post", posts.PostList.as_view()),
    path("post/<id:id>", posts.PostDetail.as_view()),
    path("post/<id:id>/submit", PostSubmit.as_view()),
    path("post/<id:id>/withdraw", PostWithdraw.as_view()),
    path("post/<id:id>/approve", PostApprove.as_view()),
    path("post/<id:id>/reject", PostReject.as_view()),
    path("post/<id:id>/appeal", PostAppeal.as_view()),
    path("post/<id:id>/report", PostReport.as_view()),
    path("request", requests.RequestList.as_view()),
    path("request/challenge", ChallengeView.as_view()),
    path("request/<id:id>", requests.RequestDetail.as_view()),
    path("request/<id:id>/confirm", RequestConfirm.as_view()),
    path("request/<id:id>/release", RequestRelease.as_view()),
    path("request/<id:id>/block", RequestBlock.as_view()),
    path("request/<id:id>/report", RequestReport.as_view()),
    path("tag", tags.TagList.as_view()),
    path("tag/<path:name>", tags.TagDetail.as_view()),
    path("notification", notifications.NotificationList.as_view()),
    path("notification/<id:id>", notifications.NotificationDetail.as_view()),
    path("page", pages.PageView.as_view()),
    path("preview", preview.PreviewView.as_view()),
    path("site", site.SiteView.as_view()),
    path("schema", schema.SchemaView.as_view(), name="schema"),
    path("docs", schema.DocsView.as_view(), name="docs"),
]
