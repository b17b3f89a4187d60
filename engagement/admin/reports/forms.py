"""What a moderator says about reports, and about the post they are of."""

from typing import Any

from django import forms

from content.admin.review.forms import ASK, REMOVE, TAKE_OFF, DecisionForm
from engagement.models import Report
from engagement.models.reports import NOTE_LENGTH

UPHOLD, DISMISS = Report.Status.UPHELD.value, Report.Status.DISMISSED.value
BLOCK = "block"
ABOUT_POST = (REMOVE, ASK, TAKE_OFF)


class AboutPost(DecisionForm):
    """What is to become of the reported post itself."""

    actions = ABOUT_POST


class ReportsForm(forms.Form):
    """An action, the newest report that was read, and a note for the other moderators.

    Of a post an action may also be a decision about it, with a reason for its creator (`code`,
    `message`); of a request, to drop it and block its sender. The reports are upheld then.
    """

    action = forms.ChoiceField(
        choices=[(name, name) for name in (UPHOLD, DISMISS, BLOCK, *ABOUT_POST)],
        error_messages={
            "required": "Say what is to happen.",
            "invalid_choice": "Say what is to happen.",
        },
    )
    up_to = forms.IntegerField(min_value=0, max_value=2**63 - 1)
    note = forms.CharField(
        label="Note for the other moderators",
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
        help_text="Nobody else reads it. Reporters are told the outcome, not the note.",
    )

    def __init__(
        self,
        data: Any = None,
        *,
        is_post: bool = False,
        is_request: bool = False,
        revision: int | None = None,
    ) -> None:
        super().__init__(data)
        self.decision: DecisionForm | None = None
        if is_post:
            self.decision = AboutPost(data and self._for_post(data, revision))
        possible = [UPHOLD, DISMISS, *(ABOUT_POST if is_post else ()), *([BLOCK] * is_request)]
        action: Any = self.fields["action"]
        action.choices = [(name, name) for name in possible]

    @staticmethod
    def _for_post(data: Any, revision: int | None) -> dict[str, Any]:
        return {
            "action": data.get("action", ""),
            "revision": revision or 1,
            "code": data.get("code", ""),
            "note": data.get("message", ""),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        decision = self.decision
        if decision and data.get("action") in ABOUT_POST and not decision.is_valid():
            raise forms.ValidationError("The post stays as it is until its creator is told why.")
        return data

    @property
    def about_post(self) -> DecisionForm | None:
        """The decision about the post itself, when the action is one."""
        return self.decision if self.cleaned_data["action"] in ABOUT_POST else None
