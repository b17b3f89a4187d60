"""wagtail-headless-preview, narrowed: a preview is for the one who asked for it, and not for long."""

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self, cast

from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature
from wagtail_headless_preview.models import HeadlessPreviewMixin, PagePreview

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from accounts.models import User
    from content.querysets import Visitor

TOKEN_LIFETIME = timedelta(hours=12)
# While somebody types, one token serves: the rows do not pile up, and a second window stays open.
TOKEN_REUSED_FOR = timedelta(hours=1)


class OwnPreview(HeadlessPreviewMixin):
    """Shows unsaved changes on the real site, behind a signed token that expires and names its reader."""

    def serve_preview(self, request: "HttpRequest", preview_mode: str) -> "HttpResponse":
        self.previewed_by = cast("User", request.user)  # the editor lets nobody else ask
        return super().serve_preview(request, preview_mode)

    def create_page_preview(self) -> PagePreview:
        return self.preview_for(self.previewed_by)

    def preview_for(self, viewer: "User") -> PagePreview:
        """Store what stands here for `viewer` to look at, and return the row with the token."""
        identifier = f"{self.preview_subject()};viewer={viewer.pk}"
        preview, _ = self.update_page_preview(self._token(identifier))
        return preview

    def preview_subject(self) -> str:
        """Return what the token of every preview of this page or post begins with."""
        return f"page={self.pk or 'new'}"

    def _token(self, identifier: str) -> str:
        signer = self.get_preview_signer()
        newest = PagePreview.objects.filter(token__startswith=f"{identifier}:").order_by("-pk")
        token = newest.values_list("token", flat=True).first()
        if token and _is_signed(token, TOKEN_REUSED_FOR):
            return str(token)
        return str(signer.sign(identifier))


class HeadlessPostPreview(OwnPreview):
    """The same for a snippet: the package's own mixin expects a page, with a parent and a type."""

    def update_page_preview(self, token: str) -> tuple[PagePreview, bool]:
        content_type = ContentType.objects.get_for_model(self)
        data = self.serializable_data() | {"content_type": content_type.pk}
        return PagePreview.objects.update_or_create(
            token=token,
            defaults={"content_type": content_type, "content_json": json.dumps(data, default=str)},
        )

    def preview_subject(self) -> str:
        # The creator stands first, so that erasing an account finds every preview of its posts.
        return f"{self.preview_prefix(self.creator_id)}{self.pk or 'new'}"

    @staticmethod
    def preview_prefix(creator_id: int) -> str:
        """Return what the token of every preview of this creator's posts begins with."""
        return f"creator={creator_id};post="

    @classmethod
    def from_preview(cls, preview: PagePreview) -> Self:
        """Return the post as it was when the preview was made."""
        data: dict[str, Any] = json.loads(preview.content_json)
        return cls.from_serializable_data(data, check_fks=False)


def find_preview(*, token: str, viewer: "Visitor") -> PagePreview | None:
    """Return the preview behind the token; None unless it is good still and was made by `viewer`."""
    if not viewer.is_authenticated or not _is_signed(token, TOKEN_LIFETIME):
        return None
    identifier = OwnPreview.get_preview_signer().unsign(token)
    if not identifier.endswith(f";viewer={viewer.pk}"):
        return None
    return PagePreview.objects.filter(token=token).first()


def _is_signed(token: str, max_age: timedelta) -> bool:
    try:
        OwnPreview.get_preview_signer().unsign(token, max_age=max_age)
    except BadSignature:
        return False
    return True
