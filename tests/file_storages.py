"""The two kinds of storage that files may lie in: a folder, and a bucket of a server that speaks S3.

The server is SeaweedFS, a process of its own. It knows one key and checks every request's signature, so what
is not signed is refused, as a private bucket does.
"""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote, urlsplit

import boto3
import botocore.session
import pytest
from botocore.exceptions import EndpointConnectionError

from deploy.local.ports import try_port
from site_config.file_storages import file_storages
from tests.stack import wait_until

REGION = "us-east-1"
KEY, SECRET = "firsthand", "only+for/tests"  # pragma: allowlist secret
WEED = Path(sys.executable).parent / "weed"
PARTS = ("master", "volume", "filer", "s3")


@dataclass
class S3Server:
    """A running server and the port at which it speaks S3."""

    port: int
    process: subprocess.Popen[bytes]

    def client(self) -> Any:
        """boto's own client, to look past Firsthand into a bucket."""
        return boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{self.port}",
            region_name=REGION,
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
        )

    def new_bucket(self) -> str:
        """Make an empty bucket and return its STORAGE_URL."""
        name = f"files-{uuid.uuid4().hex}"
        self.client().create_bucket(Bucket=name)
        signed = f"{KEY}:{quote(SECRET, safe='')}"
        return f"s3://{signed}@127.0.0.1:{self.port}/{name}?region={REGION}&secure=0"


def start_s3_server(folder: Path) -> S3Server:
    """Start an empty server on free ports, with its files and its log in `folder`. Who starts it ends its
    process.
    """
    known = {"accessKey": KEY, "secretKey": SECRET}
    identity = {"name": "firsthand", "credentials": [known], "actions": ["Admin"]}
    (folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
    (folder / "files").mkdir()
    doors = [f"{part}.port{kind}" for part in PARTS for kind in ("", ".grpc")]
    ports = {door: try_port("127.0.0.1", 0) for door in doors}
    options = {
        **ports,
        "dir": folder / "files",
        "ip": "127.0.0.1",
        "s3.config": folder / "s3.json",
        # Neither a table of its own on a well-known port, nor a word to its makers.
        "s3.port.iceberg": 0,
        "s3.port.lance": 0,
        "master.telemetry": "false",
        # Every bucket takes a volume: many small ones.
        "master.volumeSizeLimitMB": 64,
        "volume.max": 1000,
    }
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [WEED, "server", "-s3", *(f"-{name}={value}" for name, value in options.items())],
            env=os.environ | {"WEED_MASTER_VOLUME_GROWTH_COPY_1": "1"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = S3Server(ports["s3.port"], process)

    def answers() -> bool:
        assert process.poll() is None, f"the S3 server ended:\n{log.read_text()}"
        try:
            server.client().list_buckets()
        except EndpointConnectionError:
            return False
        return True

    wait_until(answers, "the S3 server to start", 60)
    return server


@pytest.fixture(scope="session", autouse=True)
def _descriptions_of_services_read_once() -> Iterator[None]:
    """boto reads megabytes of them for every client anew, and nearly every test here makes clients."""
    with patch("botocore.session.create_loader", cache(botocore.session.create_loader)):
        yield


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    server = start_s3_server(tmp_path_factory.mktemp("s3"))
    try:
        yield server
    finally:
        server.process.kill()
        server.process.wait(10)


@pytest.fixture
def bucket_url(s3_server: S3Server, settings: Any) -> str:
    """Let files lie in a new bucket, and return its STORAGE_URL."""
    url = s3_server.new_bucket()
    use_storage(settings, url)
    return url


@pytest.fixture(params=["folder", "bucket"])
def kind_of_storage(request: pytest.FixtureRequest, settings: Any, tmp_path: Path) -> str:
    """Run the test twice: files in new folders, and in a new bucket."""
    if request.param == "bucket":
        request.getfixturevalue("bucket_url")
    else:
        use_storage(settings, "", folder=tmp_path)
    return str(request.param)


def use_storage(settings: Any, url: str, *, folder: Path = Path()) -> None:
    """Let files lie where STORAGE_URL says; in two folders of this one when it is empty."""
    settings.STORAGES = settings.STORAGES | file_storages(
        url, public=folder / "media", private=folder / "private", media_url=settings.MEDIA_URL
    )


def bucket_in(url: str) -> str:
    return urlsplit(url).path.strip("/")
