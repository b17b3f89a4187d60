"""What a moderator says with a decision."""

from typing import Any

from django import forms

from content.limits import REASON_LENGTH
from content.models import RejectReason
from content.services.deciding import OTHER

APPROVE, ASK, TAKE_OFF, REMOVE = "approve", "changes", "take_off", "remove"
LOOK = "look"
REFUSALS = (ASK, TAKE_OFF, REMOVE)


class DecisionForm(forms.Form):
    """One of `actions`, the version it is about, and for a refusal a reason from the list or a note."""

    actions: tuple[str, ...] = (APPROVE, ASK, REMOVE)

    action = forms.ChoiceField()
    revision = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    code = forms.ChoiceField(label="Reason", required=False, widget=forms.RadioSelect)
    note = forms.CharField(
        label="Note to the creator",
        required=False,
        max_length=REASON_LENGTH - 200,
        widget=forms.Textarea({"rows": 4}),
        help_text="Sent by mail and shown beside the post.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        action: Any = self.fields["action"]
        action.choices = [(name, name) for name in self.actions]
        self.labels = dict(RejectReason.objects.values_list("code", "label"))
        reasons: Any = self.fields["code"]
        reasons.choices = list(self.labels.items())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("action") in REFUSALS and not self.errors:
            code, note = data.get("code"), data["note"].strip()
            if not code and not note:
                self.add_error("code", "Choose a reason or write a note, so the creator knows why.")
            elif code in (OTHER, "") and not note:
                self.add_error("note", "Say what it is, so the creator can do something about it.")
        return data

    @property
    def chosen_code(self) -> str:
        return self.cleaned_data["code"] or OTHER

    @property
    def reason(self) -> str:
        """The words the creator reads: the reason chosen, then the note."""
        note = self.cleaned_data["note"].strip()
        if self.chosen_code == OTHER:
            return note
        label = self.labels[self.chosen_code]
        return f"{label}. {note}" if note else f"{label}."


class ReviewForm(DecisionForm):
    """What the review screen of one post sends.

    LOOK decides nothing: it asks what changed since the version. `insist` says that a removal is about the
    post, whatever it says by then.
    """

    actions = (APPROVE, ASK, TAKE_OFF, REMOVE, LOOK)

    insist = forms.BooleanField(required=False)


class OpenedForm(forms.Form):
    """What an open review screen shows; see `content.admin.review.news.Opened`."""

    revision = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    decision = forms.IntegerField(min_value=0, max_value=2**63 - 1)
    waiting = forms.BooleanField(required=False)
