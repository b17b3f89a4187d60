"""Every route of the API, without a trailing slash."""

urlpatterns: list = []
