"""How much a picture may ask of us. Measured in a trial: every hostile file of 73 was refused."""

MEGAPIXEL = 1_000_000

MAX_PIXELS = 40 * MEGAPIXEL
# libwebp holds two canvases beside what it hands over: 20 bytes a pixel at its peak.
MAX_PIXELS_OF = {"WEBP": 24 * MEGAPIXEL}
MAX_SIDE = 16_000
MAX_ASPECT = 40

MAX_FRAMES = 400
COUNTED_FRAMES = 20_000  # how far the walks count, to say how many there are
MAX_FRAME_PIXELS = 4 * MEGAPIXEL
MAX_ANIMATION_PIXELS = 150 * MEGAPIXEL

MAX_JPEG_SCANS = 100
MAX_METADATA_BYTES = 16 * 1024 * 1024
# Chunks or segments, and a GIF's blocks of 255 bytes: far above what 25 MB of an honest file have.
MAX_PARTS = 100_000
MAX_GIF_BLOCKS = 1_000_000

# In the sandbox. CPU seconds, so that a busy machine refuses nobody's picture.
# Of address space. The program has 85 MB of it before a job begins, of which 30 are resident: a job that
# takes all there is stays below 512 MB resident.
MEMORY_BYTES = 560 * 1024 * 1024
DECODE_CPU_SECONDS = 10
ENCODE_CPU_SECONDS = 40
WALL_SECONDS = 85
OUTPUT_BYTES = 64 * 1024 * 1024
