"""Wagtail's page about oneself, without what belongs to the site's own account page."""

from typing import TYPE_CHECKING

from wagtail.admin.views import account

if TYPE_CHECKING:
    from wagtail.admin.views.account import BaseSettingsPanel


class AdminAccount(account.AccountView):
    """Only how the admin looks: name, address, password and picture are set on the site."""

    def get_panels(self) -> "list[BaseSettingsPanel]":
        user = self.request.user
        profile = account.UserProfile.get_for_user(user)
        return [account.ThemeSettingsPanel(self.request, user, profile)]
