"""The folders that pictures are worked on in: none outlives its worker for long."""

import os
import tempfile
from pathlib import Path

import pytest

from content.images.workspace import open_workspace, remove_abandoned_workspaces
from content.tasks import tidy_image_files


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def make_folder(place: Path, name: str, *, old: bool) -> Path:
    folder = place / name
    folder.mkdir()
    (folder / "upload").write_bytes(b"a private picture")
    if old:
        os.utime(folder, (0, 0))
    return folder


def test_a_workspace_goes_with_its_content(place: Path) -> None:
    with open_workspace() as name:
        (Path(name) / "upload").write_bytes(b"a private picture")
    assert list(place.iterdir()) == []


@pytest.mark.django_db
def test_what_a_killed_worker_left_is_removed_and_nothing_else(place: Path) -> None:
    left = make_folder(place, "firsthand-image-left", old=True)
    kept = [
        make_folder(place, "firsthand-image-at-work", old=False),
        make_folder(place, "somebody-elses", old=True),
    ]
    tidy_image_files()
    assert not left.exists()
    assert all((folder / "upload").exists() for folder in kept)
    assert remove_abandoned_workspaces() == 0
