"""A statement that takes too long is ended for visitors, who are told to come again; for nobody else."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from api.post_reading import readable_posts
from content.models import Post
from tests.api.conftest import Api, assert_problem

BIN = Path(__file__).resolve().parents[2] / "deploy" / "bin"


def options_of(program: str, folder: Path) -> str:
    """Return what a program of deploy/bin asks of PostgreSQL, by a Python that only says so."""
    says = folder / "python"
    says.write_text('#!/bin/sh\necho "$PGOPTIONS"\n')
    says.chmod(0o755)
    environ = {"PATH": f"{folder}:{os.environ['PATH']}", "VAR_DIR": str(folder)}
    done = subprocess.run([BIN / program], env=environ, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_only_the_web_server_sets_a_limit(tmp_path: Path) -> None:
    assert options_of("api", tmp_path) == "-c statement_timeout=30s"
    for program in ("worker", "images-worker", "beat"):
        assert options_of(program, tmp_path) == ""


@pytest.mark.django_db
def test_postgresql_understands_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGOPTIONS", options_of("api", tmp_path))
    another = connection.copy()
    try:
        with another.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("30s",)
    finally:
        another.close()


@pytest.mark.django_db
def test_what_takes_too_long_is_a_503(creator: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*args: Any) -> Any:
        return readable_posts(*args).extra(where=["pg_sleep(5) IS NOT NULL"])

    monkeypatch.setattr("api.posts.readable_posts", slowly)
    post = Post.objects.create(creator=creator.user, title="T", content="<p>C</p>")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '100ms'")
    response = creator.get(f"/api/post/{post.pk}")
    assert_problem(response, 503)
    assert int(response["Retry-After"]) > 0
