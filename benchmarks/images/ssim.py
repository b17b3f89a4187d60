"""Structural similarity of two pictures' luma.

Wang, Bovik, Sheikh and Simoncelli, "Image Quality Assessment: From Error Visibility to Structural
Similarity", IEEE Transactions on Image Processing 13 (4), 2004: equation 13 with the paper's constants (K1
0.01, K2 0.03, L 255), averaged over every place where the window fits whole. The window is either the
paper's own (11 x 11, a Gaussian of 1.5 px) or scikit-image's default (7 x 7, even, sample covariance).
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

Plane = NDArray[np.float64]

_AT = np.arange(-5, 6)
_BELL = np.exp(-(_AT**2) / (2 * 1.5**2))
GAUSSIAN: Plane = _BELL / _BELL.sum()
EVEN: Plane = np.full(7, 1 / 7)


def ssim(one: Image.Image, other: Image.Image, window: Plane = EVEN) -> float:
    """Return the mean SSIM of two pictures of one size, each side at least 11 px; 1 is no difference."""
    x, y = (np.asarray(image.convert("L"), dtype=np.float64) for image in (one, other))
    sample = 49 / 48 if window is EVEN else 1.0
    mean_x, mean_y = _smooth(x, window), _smooth(y, window)
    variance_x = sample * (_smooth(x * x, window) - mean_x**2)
    variance_y = sample * (_smooth(y * y, window) - mean_y**2)
    covariance = sample * (_smooth(x * y, window) - mean_x * mean_y)
    likeness = (2 * mean_x * mean_y + _C1) * (2 * covariance + _C2)
    most = (mean_x**2 + mean_y**2 + _C1) * (variance_x + variance_y + _C2)
    return float((likeness / most).mean())


def _smooth(plane: Plane, window: Plane) -> Plane:
    height, width = (side - len(window) + 1 for side in plane.shape)
    down = sum(weight * plane[at : at + height] for at, weight in enumerate(window))
    across = sum(weight * down[:, at : at + width] for at, weight in enumerate(window))
    return np.asarray(across)
