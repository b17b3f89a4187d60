"""How much a picture may ask of us. Measured in a trial: every hostile file of 73 was refused."""

MEGAPIXEL = 1_000_000

MAX_PIXELS = 40 * MEGAPIXEL
MAX_SIDE = 16_000
MAX_ASPECT = 40

MAX_FRAMES = 400
MAX_FRAME_PIXELS = 4 * MEGAPIXEL
MAX_ANIMATION_PIXELS = 150 * MEGAPIXEL

MAX_JPEG_SCANS = 100
MAX_METADATA_BYTES = 16 * 1024 * 1024

# In the sandbox. CPU seconds, so that a busy machine refuses nobody's picture.
MEMORY_BYTES = 512 * 1024 * 1024
DECODE_CPU_SECONDS = 10
ENCODE_CPU_SECONDS = 40
WALL_SECONDS = 85
OUTPUT_BYTES = 64 * 1024 * 1024
