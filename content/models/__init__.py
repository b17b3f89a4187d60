from content.models.bans import BannedPicture
from content.models.feeds import Creator, TagFeed
from content.models.images import Image, LeftoverFiles, Rendition
from content.models.pages import EditorialPage, HomePage
from content.models.posts import Avatar, Post, PostImage
from content.models.review import RejectReason, ReviewDecision
from content.models.search import SearchEntry, SearchWord
from content.models.site import SiteSettings
from content.models.tags import PostTag, Tag

__all__ = [
    "Avatar",
    "BannedPicture",
    "Creator",
    "EditorialPage",
    "HomePage",
    "Image",
    "LeftoverFiles",
    "Post",
    "PostImage",
    "PostTag",
    "RejectReason",
    "Rendition",
    "ReviewDecision",
    "SearchEntry",
    "SearchWord",
    "SiteSettings",
    "Tag",
    "TagFeed",
]
