"""An animation as Pillow's encoders want it: one image that can be sought, of which one frame is in memory.

Pillow turns `append_images` into a list; 150 megapixels of frames would be 600 MB.
"""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from content.images.frames import read_frames
from content.images.opening import open_picture


class Reel(Image.Image):
    """The file's frames in one mode, no side longer than `widest` px. Read forwards it decodes once."""

    is_animated = True

    def __init__(self, path: Path, name: str, *, mode: str, count: int, widest: int) -> None:
        super().__init__()
        self._path, self._name, self._widest = path, name, widest
        self._mode, self.n_frames = mode, count
        self._at = -1
        self._frames: Iterator[Image.Image] = iter(())
        self.seek(0)

    def seek(self, frame: int) -> None:
        if not 0 <= frame < self.n_frames:
            raise EOFError(frame)
        if frame < self._at or self._at < 0:
            self._frames, self._at = self._read(), -1
        while self._at < frame:
            picture = next(self._frames)
            self._at += 1
            if self._at == frame:
                self.im, self._size = picture.im, picture.size

    def tell(self) -> int:
        return self._at

    def _read(self) -> Iterator[Image.Image]:
        with open_picture(self._path, self._name) as image:
            for frame, _ in read_frames(image):
                picture = frame.convert(self._mode)
                picture.thumbnail((self._widest, self._widest), reducing_gap=2.0)
                yield picture
