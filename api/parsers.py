"""JSON in: nothing that the database could not keep is let through."""

from rest_framework.parsers import JSONParser


class StrictJSONParser(JSONParser):
    """JSON in UTF-8; anything malformed is a 400."""
