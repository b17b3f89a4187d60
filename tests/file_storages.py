"""The two kinds of storage that files may lie in: a folder, and a bucket of a server that speaks S3.

The server is moto's, a process of its own. It checks every request's signature and its key's
permissions, so what is not signed is refused, as a private bucket does.
"""

import json
import os
import socket
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

from deploy.local.ports import try_port
from site_config.file_storages import file_storages
from tests.stack import wait_until

REGION = "us-east-1"
POLICY = {
    "Version": "2012-10-17",
    "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
}
# Making the user, the key and the policy; after these, nothing goes through unsigned.
OPEN_REQUESTS = 3


@dataclass
class S3Server:
    """A running server and the one key that it knows."""

    port: int
    key: str
    secret: str
    process: subprocess.Popen[bytes]

    def client(self) -> Any:
        """boto's own client, to look past Firsthand into a bucket."""
        return _client("s3", self.port, self.key, self.secret)

    def new_bucket(self) -> str:
        """Make an empty bucket and return its STORAGE_URL."""
        name = f"files-{uuid.uuid4().hex}"
        self.client().create_bucket(Bucket=name)
        signed = f"{quote(self.key, safe='')}:{quote(self.secret, safe='')}"
        return f"s3://{signed}@127.0.0.1:{self.port}/{name}?region={REGION}&secure=0"


def start_s3_server(log: Path) -> S3Server:
    """Start an empty server on a free port. Who starts it ends its process."""
    port = try_port("127.0.0.1", 0)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
            env=os.environ | {"INITIAL_NO_AUTH_ACTION_COUNT": str(OPEN_REQUESTS)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    def listens() -> bool:
        assert process.poll() is None, f"the S3 server ended:\n{log.read_text()}"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    wait_until(listens, "the S3 server to start", 60)
    iam = _client("iam", port, "nobody", "nothing")
    iam.create_user(UserName="firsthand")
    made = iam.create_access_key(UserName="firsthand")["AccessKey"]
    iam.put_user_policy(
        UserName="firsthand", PolicyName="buckets", PolicyDocument=json.dumps(POLICY)
    )
    return S3Server(port, made["AccessKeyId"], made["SecretAccessKey"], process)


def _client(service: str, port: int, key: str, secret: str) -> Any:
    return boto3.client(
        service,
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name=REGION,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
    )


@pytest.fixture(scope="session", autouse=True)
def _descriptions_of_services_read_once() -> Iterator[None]:
    """boto reads megabytes of them for every client anew, and nearly every test here makes clients."""
    with patch("botocore.session.create_loader", cache(botocore.session.create_loader)):
        yield


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    server = start_s3_server(tmp_path_factory.mktemp("s3") / "log")
    try:
        yield server
    finally:
        server.process.terminate()
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
