"""Pages by an opaque keyset cursor: page 5,000 costs what page 1 costs."""

from rest_framework.pagination import CursorPagination


class KeysetPagination(CursorPagination):
    page_size = 20
