"""The moderators' screens about people: the list, one person, shutting them out and letting them in."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail.admin import messages

from accounts.errors import InvalidInput, RuleBroken
from accounts.models import SUSPENSION_REASON_LENGTH, User
from accounts.services import erase_account, has_confirmed
from accounts.suspension import lift_suspension, suspend_user
from content.admin.members.listing import QUERY_LENGTH, SUSPENDED, people_asked_for
from content.admin.members.record import Record
from content.admin.people import person
from content.admin.posts.listing import state_badge
from content.admin.sections import InSection, SectionList

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

BIGINT_MAX = 2**63 - 1
PEOPLE = ("People", "people_list")


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Reason",
        max_length=SUSPENSION_REASON_LENGTH,
        widget=forms.Textarea({"rows": 4}),
        help_text="Sent to them by mail, and shown when they try to sign in.",
    )


class PeopleList(SectionList):
    template_name = "firsthand_admin/people/list.html"
    page_title = "People"
    header_icon = "group"
    section = PEOPLE
    per_page = 30

    def rows(self) -> "QuerySet[User]":
        return people_asked_for(self.request.GET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET
        return super().get_context_data(
            words=query.get("q", "").replace("\x00", "")[:QUERY_LENGTH],
            suspended=query.get("state") == SUSPENDED,
            **kwargs,
        )


class OnePerson(InSection):
    """A screen about the person with the id in the address; 404 for nobody."""

    template_name = "firsthand_admin/people/person.html"
    header_icon = "user"
    section = PEOPLE

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        pk = kwargs["pk"]
        found = User.objects.filter(pk=pk).first() if pk <= BIGINT_MAX else None
        if found is None:
            raise Http404
        self.object: User = found

    def get_page_title(self) -> str:
        return self.object.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("people_person", args=[self.object.pk]), "label": self.object.name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(member=self.object, **kwargs)


class PersonScreen(OnePerson):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = Record(self.object)
        return super().get_context_data(
            record=record,
            posts=[(post, state_badge(post)) for post in record.posts],
            confirmed=has_confirmed(user=self.object, email=self.object.email),
            can_erase=person(self.request).is_superuser and self.object != person(self.request),
            can_suspend=self.object.is_active
            and not self.object.is_appointed
            and self.object != person(self.request),
            **kwargs,
        )


class SuspendPerson(OnePerson):
    """Says what will happen and asks for the reason: the step before it happens."""

    template_name = "firsthand_admin/people/suspend.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", ReasonForm())
        return super().get_context_data(counts=Record(self.object).counts, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = ReasonForm(request.POST)
        if form.is_valid():
            try:
                suspend_user(
                    user=self.object,
                    moderator=person(request),
                    reason=form.cleaned_data["reason"],
                )
            except InvalidInput as error:
                form.add_error("reason", error.message)
            except RuleBroken as error:
                messages.error(request, error.message)
                return redirect("people_person", pk=self.object.pk)
            else:
                messages.success(request, f"{self.object.name} is suspended and has been told why.")
                return redirect("people_person", pk=self.object.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class LiftSuspension(OnePerson):
    template_name = "firsthand_admin/people/lift.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(counts=Record(self.object).counts, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        try:
            lift_suspension(user=self.object, moderator=person(request))
        except RuleBroken as error:
            messages.error(request, error.message)
        else:
            messages.success(request, f"{self.object.name} can sign in again and has been told.")
        return redirect("people_person", pk=self.object.pk)


class ErasePerson(OnePerson):
    """For administrators: delete the account of somebody who asked for it and cannot sign in."""

    template_name = "firsthand_admin/people/erase.html"

    def dispatch(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponseBase":
        if not person(request).is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(counts=Record(self.object).counts, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        if self.object == person(request):
            messages.error(request, "Your own account is deleted on the account page of the site.")
            return redirect("people_person", pk=self.object.pk)
        if request.POST.get("email", "").strip().lower() != self.object.email.lower():
            error = "This is not the address of this account."
            return self.render_to_response(self.get_context_data(error=error), status=422)
        erase_account(user=self.object)
        messages.success(request, "The account and everything in it is deleted.")
        return redirect("people_list")


urls = [
    path("people/", PeopleList.as_view(), name="people_list"),
    path("people/<int:pk>/", PersonScreen.as_view(), name="people_person"),
    path("people/<int:pk>/suspend/", SuspendPerson.as_view(), name="people_suspend"),
    path("people/<int:pk>/lift/", LiftSuspension.as_view(), name="people_lift"),
    path("people/<int:pk>/delete/", ErasePerson.as_view(), name="people_erase"),
]
