"""How much of everything there may be. `GET /api/site` tells clients the same numbers."""

UPLOAD_BYTES = 25 * 1024 * 1024
STORAGE_BYTES = (
    250 * 1024 * 1024
)  # of one creator: the files of all pictures, and uploads on their way
UPLOADS_WAITING = 24  # of one creator, until they are processed
IMAGES_PER_POST = 12
TITLE_LENGTH = 120
CONTENT_LENGTH = 20_000
TAGS_PER_POST = 10
TAG_LENGTH = 40
ALT_LENGTH = 255
REASON_LENGTH = 1000
BAN_REASON_LENGTH = 120
BAN_NOTE_LENGTH = 500

# The operator may change some of these in the site's settings, up to here.
MEGABYTE = 1024 * 1024
MOST_IMAGES_PER_POST = 24
LEAST_STORAGE_MEGABYTES = 30  # one upload of the largest size must fit
MOST_STORAGE_MEGABYTES = 10_000
MOST_APPROVALS_ASKED = 100
