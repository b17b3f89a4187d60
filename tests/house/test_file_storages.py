"""What STORAGE_URL may say, and that a bad one stops the start and names itself without its secret."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from deploy.local.options import ROOT
from site_config.file_storages import file_storages


def parse(url: str) -> dict[str, Any]:
    return file_storages(url, public=Path("a"), private=Path("b"), media_url="/media/")


def test_files_lie_in_two_folders_unless_told_otherwise() -> None:
    found = parse("")
    assert {name: one["OPTIONS"]["location"] for name, one in found.items()} == {
        "default": Path("a"),
        "private": Path("b"),
    }


def test_a_bucket_holds_both_under_prefixes() -> None:
    found = parse("s3://KEY:se%2Fcr%40et@s3.example:9000/files?region=auto&secure=0")
    common = {
        "access_key": "KEY",
        "secret_key": "se/cr@et",
        "bucket_name": "files",
        "endpoint_url": "http://s3.example:9000",
        "region_name": "auto",
    }
    assert found["default"]["OPTIONS"] == common | {"location": "public"}
    assert found["private"]["OPTIONS"] == common | {"location": "private"}


def test_a_bucket_is_asked_over_tls_unless_told_otherwise() -> None:
    options = parse("s3://k:s@[::1]/files")["default"]["OPTIONS"]
    assert options["endpoint_url"] == "https://[::1]"
    assert options["region_name"] == "us-east-1"


@pytest.mark.parametrize(
    "url",
    [
        "files",
        "https://k:hush@host/bucket",
        "s3://host/bucket",
        "s3://k@host/bucket",
        "s3://k:hush@host",
        "s3://k:hush@host/",
        "s3://k:hush@host/bucket/folder",
        "s3://k:hush@/bucket",
        "s3://k:hush@host:port/bucket",
        "s3://k:hush@host:99999/bucket",
        "s3://k:hush@[host/bucket",
        "s3://k:hush@host/bucket?regoin=x",
        "s3://k:hush@host/bucket?region=",
        "s3://k:hush@host/bucket?secure=yes",
    ],
)
def test_a_bad_url_is_refused_without_telling_its_secret(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="STORAGE_URL") as refused:
        parse(url)
    assert "hush" not in str(refused.value)


def test_a_bad_url_stops_the_start() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=os.environ
        | {
            "STORAGE_URL": "s3://k:hush@host",
            "DJANGO_SETTINGS_MODULE": "site_config.settings.local",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "STORAGE_URL must read s3://" in done.stderr
    assert "hush" not in done.stderr
