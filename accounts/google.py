"""Where Google sends people back to."""

from typing import TYPE_CHECKING

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.google.provider import GoogleProvider
from allauth.socialaccount.providers.google.views import oauth2_callback
from django.http import Http404

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def come_back(request: "HttpRequest") -> "HttpResponse":
    """Go on with a sign-in that went by Google. 404 where the operator has not switched it on."""
    if not get_adapter().list_apps(request, provider=GoogleProvider.id):
        raise Http404
    answer: HttpResponse = oauth2_callback(request)
    return answer
