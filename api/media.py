"""Files of pictures that are not public: for their owner and moderators, by session. 404 to anyone else."""

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from api.views import ApiView
from content.services.images import can_view_image, find_image_by_path, open_image_file

UNKNOWN = "application/octet-stream"


class MediaView(ApiView):
    """What the proxy does not find in the public folder. Never says whether there is a file."""

    open_to_all = frozenset({"GET"})

    @extend_schema(exclude=True)
    def get(self, request: Request, path: str) -> HttpResponseBase:
        image = None if "\x00" in path else find_image_by_path(path)
        if image is None or not can_view_image(request.user, image):
            raise Http404
        try:
            file = open_image_file(path=path)
        except FileNotFoundError as error:
            raise Http404 from error
        types = {variant["path"]: variant["type"] for variant in image.variants}
        response = FileResponse(file, content_type=types.get(path, UNKNOWN))
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
