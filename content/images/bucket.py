"""Pictures in a bucket of anything that speaks S3."""

import contextlib
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePath
from typing import IO, Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from django.utils.deconstruct import deconstructible
from storages.backends.s3 import S3Storage

from content.images.stored import CHUNK_BYTES, PictureStorage, StorageDown, StoredFile

# Python learns these from the machine, or not at all.
TYPES = {".avif": "image/avif", ".webp": "image/webp", ".gif": "image/gif"}
PAGE = 1000
_AT_ONCE = 8
_SPOOL_BYTES = 1024 * 1024
# A visitor waits for at most two of each. Checksums beyond S3's first ones are not known everywhere.
_CONFIG = Config(
    connect_timeout=2,
    read_timeout=10,
    retries={"total_max_attempts": 2, "mode": "standard"},
    max_pool_connections=2 * _AT_ONCE,
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)

# Whoever asks how we are has no time to wait for two of each.
_BRISK = {"read_timeout": 2, "retries": {"total_max_attempts": 1}}


@deconstructible(path="content.images.bucket.BucketStorage")
class BucketStorage(S3Storage, PictureStorage):
    """django-storages' S3 storage under one prefix of the bucket, `location`.

    A file is one PUT, so it is there whole or not at all, and no parts are left behind. No object gets an
    access list: the bucket is nobody's but ours. What S3 complains of is an OSError here.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._making_client = threading.Lock()
        self._clients: dict[bool, Any] = {}

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {"client_config": _CONFIG}

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        kind = TYPES.get(PurePath(name).suffix, self.default_content_type)
        return super().get_object_parameters(name) | {"ContentType": kind}

    @property
    def client(self) -> Any:
        """boto's client, which threads may share."""
        return self._client(brisk=False)

    def _client(self, *, brisk: bool) -> Any:
        # Making one takes a tenth of a second, and may be done by one thread at a time only.
        with self._making_client:
            if brisk not in self._clients:
                config = _CONFIG.merge(Config(**_BRISK)) if brisk else _CONFIG
                self._clients[brisk] = self._create_session().client(
                    "s3",
                    region_name=self.region_name,
                    endpoint_url=self.endpoint_url,
                    config=config,
                )
        return self._clients[brisk]

    # ------------------------------------------------------------ as Django's storages do

    def _open(self, name: str, mode: str = "rb") -> File:
        """Return a copy of the file, in memory or on disk, that can be read in any order."""
        with self.read(name) as chunks, contextlib.ExitStack() as closing:
            copy = closing.enter_context(tempfile.SpooledTemporaryFile(_SPOOL_BYTES))
            copy.writelines(chunks)
            copy.seek(0)
            closing.pop_all()  # it is the caller's to close from here on
        return File(copy, name)

    def _save(self, name: str, content: Any) -> str:
        self.put(name, content)
        return name

    def delete(self, name: str) -> None:
        with _as_oserror(name):
            self.client.delete_object(Bucket=self.bucket_name, Key=self._normalize_name(name))

    def exists(self, name: str) -> bool:
        try:
            self._head(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        size: int = self._head(name)["ContentLength"]
        return size

    def get_modified_time(self, name: str) -> Any:
        return self._head(name)["LastModified"]

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with _as_oserror(name):
            folders, files = super().listdir(name)
            return folders, files

    def _head(self, name: str) -> Any:
        with _as_oserror(name):
            return self.client.head_object(Bucket=self.bucket_name, Key=self._normalize_name(name))

    # ------------------------------------------------------------ as our storages do

    def put(self, name: str, content: IO[bytes]) -> None:
        with _as_oserror(name):
            self.client.put_object(
                Bucket=self.bucket_name,
                Key=self._normalize_name(name),
                Body=content,
                **self.get_object_parameters(name),
            )

    def bring(self, names: Iterable[str], source: PictureStorage) -> None:
        """Copy inside the bucket: no byte of it passes through here."""
        assert isinstance(source, BucketStorage)
        _several(lambda name: self._bring_one(name, source), names)

    def _bring_one(self, name: str, source: "BucketStorage") -> None:
        origin = {"Bucket": source.bucket_name, "Key": source._normalize_name(name)}
        try:
            with _as_oserror(name):
                self.client.copy_object(
                    Bucket=self.bucket_name, Key=self._normalize_name(name), CopySource=origin
                )
        except FileNotFoundError:
            if not self.exists(name):
                raise

    def remove(self, names: Iterable[str]) -> None:
        # Not all who speak S3 know how to delete many in one request.
        _several(self.delete, names)

    def walk(self, folder: str) -> Iterator[StoredFile]:
        root = f"{self.location.strip('/')}/"
        prefix = f"{root}{folder}/" if folder else root
        with _as_oserror(folder):
            pages = self.client.get_paginator("list_objects_v2").paginate(
                Bucket=self.bucket_name, Prefix=prefix, PaginationConfig={"PageSize": PAGE}
            )
            for page in pages:
                for one in page.get("Contents", ()):
                    name = one["Key"].removeprefix(root)
                    yield StoredFile(name, one["Size"], one["LastModified"])

    @contextlib.contextmanager
    def read(
        self, name: str, *, start: int = 0, length: int | None = None
    ) -> Iterator[Iterator[bytes]]:
        last = "" if length is None else start + length - 1
        part = {"Range": f"bytes={start}-{last}"} if start or length is not None else {}
        with _as_oserror(name):
            answer = self.client.get_object(
                Bucket=self.bucket_name, Key=self._normalize_name(name), **part
            )
        with contextlib.closing(answer["Body"]) as body:
            yield _chunks(body, name)

    def check(self) -> None:
        try:
            with _as_oserror(""):
                self._client(brisk=True).head_bucket(Bucket=self.bucket_name)
        except FileNotFoundError as error:
            raise StorageDown("the bucket does not exist") from error


def _chunks(body: Any, name: str) -> Iterator[bytes]:
    with _as_oserror(name):
        yield from body.iter_chunks(CHUNK_BYTES)


def _several(do: Callable[[str], None], names: Iterable[str]) -> None:
    """Do it to each, several at once, and wait for all; raise what the first to fail raised."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for done in [pool.submit(do, name) for name in names]:
            done.result()


@contextlib.contextmanager
def _as_oserror(name: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "")
        # To a HEAD, S3 says no more than the number.
        if code in ("NoSuchKey", "404"):
            raise FileNotFoundError(name) from error
        raise StorageDown(f"the storage refuses: {code}") from error
    except (BotoCoreError, Boto3Error) as error:
        raise StorageDown(f"the storage does not answer: {type(error).__name__}") from error
