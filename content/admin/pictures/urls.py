"""The addresses of pictures in the admin."""

from django.urls import path

from content.admin.pictures import bans
from content.admin.pictures.edit import DeletePicture, EditPicture
from content.admin.pictures.library import PictureLibrary

urls = [
    # The same addresses as Wagtail's own views of pictures, found first.
    path("images/", PictureLibrary.as_view(), name="picture_library"),
    path("images/add/", PictureLibrary.as_view(), name="picture_upload"),
    path("images/multiple/add/", PictureLibrary.as_view(), name="picture_upload"),
    path("images/<int:image_id>/", EditPicture.as_view(), name="picture_edit"),
    path("images/<int:image_id>/delete/", DeletePicture.as_view(), name="picture_delete"),
    # Moderators'.
    path("images/<int:image_id>/ban/", bans.BanPicture.as_view(), name="picture_ban"),
    path("pictures/held/", bans.HeldPictures.as_view(), name="pictures_held"),
    path("pictures/held/<int:image_id>/", bans.HeldPicture.as_view(), name="picture_held"),
    path(
        "pictures/held/<int:image_id>/let-through/",
        bans.LetThrough.as_view(),
        name="picture_let_through",
    ),
    path(
        "pictures/held/<int:image_id>/delete/",
        bans.DeleteHeld.as_view(),
        name="picture_delete_held",
    ),
    path("pictures/banned/", bans.BannedPictures.as_view(), name="pictures_banned"),
    path("pictures/banned/<int:ban_id>/lift/", bans.LiftBan.as_view(), name="picture_lift_ban"),
]
