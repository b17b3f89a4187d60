"""wagtail-headless-preview for a snippet: its own mixin expects a page, with a parent and a type."""

import json
import uuid
from datetime import timedelta
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature
from wagtail_headless_preview.models import HeadlessPreviewMixin, PagePreview

TOKEN_LIFETIME = timedelta(hours=12)


class HeadlessPostPreview(HeadlessPreviewMixin):
    """Shows unsaved changes on the real site, behind a signed token that expires."""

    def update_page_preview(self, token: str) -> tuple[PagePreview, bool]:
        content_type = ContentType.objects.get_for_model(self)
        data = self.serializable_data() | {"content_type": content_type.pk}
        return PagePreview.objects.update_or_create(
            token=token,
            defaults={"content_type": content_type, "content_json": json.dumps(data, default=str)},
        )

    def create_page_preview(self) -> PagePreview:
        # The creator stands first, so that erasing an account finds every preview of its posts.
        identifier = f"{self.preview_prefix(self.creator_id)}{self.pk or uuid.uuid4()}"
        preview, _ = self.update_page_preview(self.get_preview_signer().sign(identifier))
        return preview

    @staticmethod
    def preview_prefix(creator_id: int) -> str:
        """Return what the token of every preview of this creator's posts begins with."""
        return f"creator={creator_id};post="

    @classmethod
    def from_preview_token(cls, token: str) -> Self | None:
        """Return the post as it was when the token was made; None when the token is no longer good."""
        try:
            cls.get_preview_signer().unsign(token, max_age=TOKEN_LIFETIME)
        except BadSignature:
            return None
        preview = PagePreview.objects.filter(token=token).first()
        if preview is None:
            return None
        data: dict[str, Any] = json.loads(preview.content_json)
        return cls.from_serializable_data(data, check_fks=False)
