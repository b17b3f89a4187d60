"""Forms that take files and hand them to the one service that may."""

from typing import TYPE_CHECKING, Any

from django import forms

from accounts.errors import InvalidInput, RuleBroken
from content.services.images import accept_upload

if TYPE_CHECKING:
    from accounts.models import User
    from content.models import Image

ACCEPT = "image/jpeg,image/png,image/webp,image/gif,image/avif,image/heic,.heic"
HELP = "JPEG, PNG, WebP, GIF, AVIF or HEIC, up to 25 MB each. GIFs stay animated."
MOST_AT_ONCE = 24


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files from one input; cleans to a list."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list) else [data]
        if len(files) > MOST_AT_ONCE:
            raise forms.ValidationError(f"At most {MOST_AT_ONCE} at once.")
        return [super(ManyFilesField, self).clean(file, initial) for file in files or [None]]


class ManyFilesForm(forms.Form):
    # An empty one must not cost the others their place: it is refused like any other unfit file.
    pictures = ManyFilesField(help_text=HELP, allow_empty_file=True)
    pictures.widget.attrs.update({"accept": ACCEPT, "multiple": True})


class OneFileForm(forms.Form):
    """The upload tab of the chooser."""

    file = forms.FileField(label="Picture", help_text=HELP, allow_empty_file=True)
    file.widget.attrs["accept"] = ACCEPT

    def __init__(self, *args: Any, user: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def save(self) -> "Image | None":
        """Return the accepted upload; None when it was refused, with the reason beside the field."""
        try:
            return accept_upload(
                owner=self.user,
                upload=self.cleaned_data["file"],
                is_editorial=self.user.is_moderator,
            )
        except (InvalidInput, RuleBroken) as error:
            self.add_error("file", error.message)
            return None
