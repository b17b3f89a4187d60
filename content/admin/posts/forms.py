"""The form of a post: the same rules as everywhere, said beside the field."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.images.widgets import AdminImageChooser

from accounts.errors import InvalidInput
from accounts.text import one_line
from content import limits
from content.html import clean_html, text_of
from content.models import Image, Post, PostImage
from content.services.posts import GalleryItem
from content.services.tag_names import current_names

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User


# As many rows as are read at all: pictures taken out again while one tries are sent along.
MOST_ROWS = 4 * limits.MOST_IMAGES_PER_POST


class OwnPictureChooser(AdminImageChooser):
    """Shows a chosen picture only when it is among `pictures`, whatever id was sent in."""

    pictures: "QuerySet[Image] | None" = None
    choose_one_text = "Choose a picture"
    choose_another_text = "Change the picture"
    show_edit_link = False

    def get_instance(self, value: Any) -> Image | None:
        if value is None or isinstance(value, Image):
            return value
        if self.pictures is None or not str(value).isascii() or not str(value).isdecimal():
            return None
        return self.pictures.filter(pk=int(value)).first()


class PostForm(WagtailAdminModelForm):
    """Title, text, tags and gallery. Pictures are those of the post's creator and no others."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._limit_gallery()
        # Refused ones too: why is said beside each by the services.
        pictures = Image.objects.owned_by(self.creator)
        for form in self._picture_forms():
            field: Any = form.fields["image"]
            field.queryset = field.widget.pictures = pictures
            field.error_messages["invalid_choice"] = "There is no such picture of yours."

    def _limit_gallery(self) -> None:
        """Build no more rows than an honest page sends, and say so in our words. Before any is built."""
        if gallery := self.formsets.get("gallery"):
            gallery.absolute_max = MOST_ROWS
            gallery.error_messages["too_many_forms"] = "At most %(num)d pictures."

    @property
    def creator(self) -> "User":
        return self.instance.creator if self.instance.creator_id else self.for_user

    def clean_title(self) -> str:
        title = one_line(self.cleaned_data["title"])
        if not title:
            raise ValidationError("Give it a title.", code="blank")
        return title

    def clean_content(self) -> str:
        content = clean_html(self.cleaned_data["content"] or "")
        if not text_of(content) and not self.is_deferred_validation:
            raise ValidationError("Say a few words about it.", code="blank")
        if len(content) > limits.CONTENT_LENGTH:
            raise ValidationError(f"At most {limits.CONTENT_LENGTH} characters.", code="max_length")
        return content

    def clean_tags(self) -> list[str]:
        try:
            return current_names(self.cleaned_data["tags"])
        except InvalidInput as error:
            raise ValidationError(error.message, code=error.code) from error

    def changes(self) -> dict[str, Any]:
        """What the services take: title, content, tags and images, in the order of the gallery."""
        return {
            "title": self.cleaned_data["title"],
            "content": self.cleaned_data["content"],
            "tags": self.cleaned_data["tags"],
            "images": [
                GalleryItem(image_id=form.cleaned_data["image"].pk, alt=form.cleaned_data["alt"])
                for form in self._kept_pictures()
            ],
        }

    def save(self, commit: bool = True) -> Post:
        """For the preview only: services do every write. The gallery is what the form shows, and no more:
        after an autosave its rows still count as new here, though the post has them already.
        """
        post: Post = super().save(commit=commit)
        post.gallery.set(
            PostImage(
                image=form.cleaned_data["image"], alt=form.cleaned_data["alt"], sort_order=place
            )
            for place, form in enumerate(self._kept_pictures())
        )
        return post

    def add_service_error(self, error: InvalidInput) -> None:
        """Put what a service refused beside the field it is about."""
        name, _, rest = error.field.partition(".")
        if name == "images" and rest:
            position, _, part = rest.partition(".")
            form = self._kept_pictures()[int(position)]
            form.add_error("alt" if part == "alt" else "image", error.message)
        elif name == "images":
            self.formsets["gallery"].non_form_errors().append(error.message)
        else:
            self.add_error(name if name in self.fields else None, error.message)

    def _picture_forms(self) -> list[forms.ModelForm]:
        return self.formsets["gallery"].forms if "gallery" in self.formsets else []

    def _kept_pictures(self) -> list[forms.ModelForm]:
        return [
            form
            for form in self.formsets["gallery"].ordered_forms
            if form.cleaned_data.get("image") and not form.cleaned_data.get("DELETE")
        ]
