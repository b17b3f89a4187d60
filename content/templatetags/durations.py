"""Durations in templates: `{{ post.created_at|how_long }} ago`."""

from django import template

from content.admin.durations import how_long

register = template.Library()
register.filter(how_long)
