"""What sign-up asks for besides address and password."""

from typing import TYPE_CHECKING

from django import forms

from accounts.models import NAME_LENGTH
from accounts.text import one_line

if TYPE_CHECKING:
    from django.http import HttpRequest

    from accounts.models import User


class SignupForm(forms.Form):
    """The base of allauth's sign-up forms, by password and by provider."""

    name = forms.CharField(max_length=NAME_LENGTH)

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"], "required")
        return name

    def signup(self, request: "HttpRequest", user: "User") -> None:
        """Keep the name of who comes by a provider; by password the adapter has kept it already."""
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
