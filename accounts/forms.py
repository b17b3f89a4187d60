"""What sign-up asks for besides address and password."""

from typing import TYPE_CHECKING

from django import forms

from accounts.models import NAME_LENGTH

if TYPE_CHECKING:
    from django.http import HttpRequest

    from accounts.models import User


class SignupForm(forms.Form):
    name = forms.CharField(max_length=NAME_LENGTH)

    def signup(self, request: "HttpRequest", user: "User") -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
