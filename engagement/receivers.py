"""Signals of Wagtail and of content, each handed to a service."""
