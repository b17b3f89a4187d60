"""How much of everything a post may hold. `GET /api/site` tells clients the same numbers."""

UPLOAD_BYTES = 25 * 1024 * 1024
IMAGES_PER_POST = 12
TITLE_LENGTH = 120
CONTENT_LENGTH = 20_000
TAGS_PER_POST = 10
TAG_LENGTH = 40
ALT_LENGTH = 255
REASON_LENGTH = 1000
