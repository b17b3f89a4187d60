"""Ruth Abernathy, who sews and knits."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

RUTH = DemoPerson(
    name="Ruth Abernathy",
    email="ruth@example.org",
    bio="Forty years in alterations. Now I only sew what I like, for people I like, which "
    "is most of them.",
    portrait=Picture(
        "quilts.quilt_close", "harbour", "Patchwork blocks", "square", 1.3, (0.5, 0.5)
    ),
    posts=(
        DemoPost(
            "A quilt that needs a bed",
            (
                "Twelve blocks, every one a different old pattern: pinwheel, log cabin, flying "
                "geese, a star or two, and the curved one that made me say words.",
                "It fits a single bed and has been washed so that it is already soft. I want it "
                "used, not folded away for best.",
                "Tell me who would sleep under it.",
            ),
            ("quilts", "textiles", "handmade", "free"),
            (
                Picture(
                    "quilts.quilt_on_wall",
                    "linen",
                    "A patchwork quilt of twelve blocks hung from a rod",
                    "classic",
                ),
                Picture(
                    "quilts.quilt_close",
                    "harbour",
                    "Pinwheel, star and flying geese blocks, close by",
                    "square",
                ),
                Picture(
                    "sewing.thread_reels",
                    "rosehip",
                    "Reels of thread in rows on a pink cloth",
                    "wide",
                ),
                Picture(
                    "sewing.machine_at_window",
                    "apricot",
                    "A sewing machine with spotted cloth under its needle",
                    "wide",
                ),
            ),
            1.9,
        ),
        DemoPost(
            "Wool from a finished blanket, a basketful",
            (
                "Good wool, no moths, in the colours of a seaside town. Balls from about 20 to 90 "
                "grams: enough for hats, for stripes, or for a child learning.",
                "I would love it to go to a school or a hospital group, but one keen person is "
                "fine too.",
            ),
            ("wool", "knitting", "textiles", "free"),
            (
                Picture(
                    "wool.wool_basket",
                    "rosehip",
                    "A woven basket full of balls of wool with two needles",
                    "classic",
                    1.08,
                    (0.5, 0.7),
                ),
                Picture(
                    "wool.wool_from_above",
                    "chalk",
                    "Twelve balls of wool in rows, seen from above",
                    "wide",
                ),
                Picture(
                    "quiet.rain",
                    "sea",
                    "Rain on a window, a ball of wool and a cup on the sill",
                    "square",
                ),
            ),
            6.2,
        ),
        DemoPost(
            "Yoke jumper, knitted for a nephew who grew",
            (
                "It took a winter. He took a summer. It would now fit a person of about twelve, "
                "or a small adult with a liking for round yokes.",
                "Pure wool, washed once, not itchy unless you expect it to be.",
            ),
            ("knitting", "clothes", "handmade"),
            (
                Picture(
                    "knitwear.jumper_flat",
                    "linen",
                    "A rust-coloured jumper with a dotted yoke, laid flat on boards",
                    "classic",
                ),
                Picture(
                    "knitwear.jumper_on_chair",
                    "sea",
                    "The jumper over the back of a chair, a ball of wool beside it",
                    "tall",
                    1.15,
                    (0.5, 0.6),
                ),
            ),
            11.6,
        ),
        DemoPost(
            "Odd socks, honestly odd",
            (
                "I knit single socks while I listen to plays, and never the same one twice. There "
                "are now nineteen. Come and choose two that get on with each other.",
                "Sizes from small to <i>my late husband</i>.",
            ),
            ("knitting", "clothes", "free"),
            (
                Picture(
                    "knitwear.socks_on_line",
                    "harbour",
                    "Five odd socks pegged on a washing line before hills",
                    "wide",
                ),
            ),
            16.4,
        ),
        DemoPost(
            "Hems, zips and buttons on Tuesday afternoons",
            (
                "If it is worth keeping it is worth mending. I do hems, zips, buttons, elbows, "
                "and trousers that have mysteriously shrunk at the waist.",
                "Come between two and five. You may wait, and if you like I will show you how so "
                "that you can do the next one yourself.",
            ),
            ("repairs", "sewing", "textiles", "lessons"),
            (
                Picture(
                    "sewing.machine_at_window",
                    "sea",
                    "A sewing machine by a window",
                    "square",
                    1.25,
                    (0.46, 0.7),
                ),
                Picture(
                    "sewing.thread_reels", "chalk", "Twenty reels of thread on a pale cloth", "tall"
                ),
            ),
            22.8,
        ),
        DemoPost(
            "Cloth remnants, sorted by colour",
            (
                "Three boxes of cotton pieces, none smaller than a hand. Sorted by colour because "
                "I could not sleep.",
                "A quilting group from across the river has asked for all three.",
            ),
            ("textiles", "sewing", "quilts"),
            (
                Picture(
                    "quilts.quilt_on_wall",
                    "sea",
                    "A green-bordered patchwork of many blocks",
                    "tall",
                ),
                Picture(
                    "quilts.quilt_close",
                    "apricot",
                    "Orange and green blocks with white stitching",
                    "wide",
                ),
            ),
            35.5,
            availability="reserved",
        ),
    ),
)
