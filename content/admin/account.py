"""Wagtail's page about oneself, without what belongs to the site's own account page."""

from typing import TYPE_CHECKING, Any

from wagtail.admin.views import account

if TYPE_CHECKING:
    from wagtail.admin.views.account import BaseSettingsPanel


class HowItLooks(account.ThemeSettingsPanel):
    """Wagtail's panel in the words of this site."""

    title = "How it looks"

    def get_form(self) -> Any:
        form = super().get_form()
        form.fields["keyboard_shortcuts"].help_text = "Press ? on any page to see them."
        return form


class AdminAccount(account.AccountView):
    """Only how the admin looks: name, address, password and picture are set on the site."""

    def get_panels(self) -> "list[BaseSettingsPanel]":
        user = self.request.user
        profile = account.UserProfile.get_for_user(user)
        return [HowItLooks(self.request, user, profile)]
