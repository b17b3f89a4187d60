"""Greta Moss, who prints, reads and photographs."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

GRETA = DemoPerson(
    name="Greta Moss",
    email="greta@example.org",
    bio="Printmaker with ink under every nail. I run a shelf of books outside my door and "
    "never count them.",
    portrait=Picture(
        "prints.moons_print", "noon", "A print of overlapping discs", "square", 1.1, (0.5, 0.5)
    ),
    posts=(
        DemoPost(
            "Prints that came out slightly wrong, and better",
            (
                "Screen prints where the colours slid by a millimetre. The gallery wants them "
                "straight; I have grown fond of the crooked ones.",
                "Four designs, about six of each, on heavy cotton paper, 50 by 70. Unsigned, "
                "unless you ask.",
                "Say which one and which wall. I like to know about the wall.",
            ),
            ("art", "prints", "handmade", "free"),
            (
                Picture(
                    "prints.hills_print",
                    "apricot",
                    "A print of waving hills under a large orange sun",
                    "tall",
                ),
                Picture(
                    "prints.arches_print", "sea", "A print of arches one inside another", "tall"
                ),
                Picture(
                    "prints.moons_print",
                    "noon",
                    "A print of overlapping discs in a yellow room",
                    "square",
                ),
                Picture(
                    "prints.stem_print",
                    "rosehip",
                    "A print of a leafy stem in green, red and yellow",
                    "tall",
                ),
                Picture(
                    "prints.framed_prints", "chalk", "Three of the prints framed on a wall", "wide"
                ),
            ),
            0.5,
        ),
        DemoPost(
            "The shelf outside number 9",
            (
                "Take a book, leave a book, or take two and leave a note. The shelf has a roof, a "
                "bench, and a firm opinion that nobody should be without something to read on a "
                "Sunday.",
                "Just now there is a run of sea stories, a good deal of poetry, and a manual for "
                "a tractor.",
                "If you are looking for one title in particular, ask. I may have it indoors.",
            ),
            ("books", "free", "to borrow"),
            (
                Picture(
                    "books.full_shelves",
                    "pine",
                    "Three shelves of books with coloured spines on a green wall",
                    "tall",
                ),
                Picture(
                    "books.stack_with_cup",
                    "chalk",
                    "Six books stacked on a table with a cup on top",
                    "square",
                ),
                Picture(
                    "lights.swinging_lamp",
                    "evening",
                    "A lamp swinging over a stack of books",
                    "square",
                ),
            ),
            3.0,
        ),
        DemoPost(
            "A rangefinder that still sees clearly",
            (
                "My uncle's camera, serviced last year, light meter honest to half a stop. I have "
                "moved to a box with a hole in it and this deserves better than a drawer.",
                "It goes to somebody who will use film and is willing to send me one print. Any "
                "print.",
            ),
            ("photography", "free", "art"),
            (
                Picture(
                    "cameras.camera_on_table",
                    "brick",
                    "A rangefinder camera with its strap on a red table",
                    "wide",
                ),
                Picture(
                    "cameras.photographs",
                    "linen",
                    "Instant photographs pegged on two strings",
                    "classic",
                ),
                Picture(
                    "cameras.camera_on_table",
                    "chalk",
                    "The camera's lens, close by",
                    "square",
                    1.7,
                    (0.5, 0.7),
                ),
            ),
            7.8,
            availability="reserved",
        ),
        DemoPost(
            "Walking maps, folded many times",
            (
                "Twenty-three sheets of the hills within a day of here, with my notes: where the "
                "stile is broken, where the dog is friendly, where to sit when it rains.",
                "Borrow what you need for your walk. Add your own notes in pencil.",
            ),
            ("maps", "outdoors", "to borrow", "books"),
            (
                Picture(
                    "maps.map_sheet",
                    "pine",
                    "A walking map with a dotted route, and a brass compass",
                    "classic",
                ),
                Picture(
                    "camping.tent_in_woods",
                    "apricot",
                    "An orange tent between fir trees at the end of the route",
                    "wide",
                ),
            ),
            12.9,
        ),
        DemoPost(
            "Chess by the window, Fridays",
            (
                "A board, two chairs, and a turned set with one pawn from another family. I play "
                "slowly and badly and look for someone who does either.",
                "Tea is provided. So is defeat, evenly shared.",
            ),
            ("games", "together", "evenings"),
            (
                Picture(
                    "games.chessmen",
                    "kitchen",
                    "Five turned chessmen at the edge of their board in window light",
                    "wide",
                ),
            ),
            23.6,
        ),
        DemoPost(
            "Learn to cut lino without cutting yourself",
            (
                "Three hours, one block, one bird. I bring tools, ink and plasters; you bring a "
                "drawing no larger than a postcard.",
                "Four places. The table is round, so nobody has the bad end.",
            ),
            ("art", "prints", "lessons"),
            (
                Picture(
                    "birds.birds_on_wire",
                    "orchard",
                    "A print of five birds on two wires before a pale disc",
                    "square",
                ),
                Picture("birds.feathers", "chalk", "Six patterned feathers on pale paper", "wide"),
            ),
            30.2,
        ),
        DemoPost(
            "Frames without pictures",
            ("A dozen frames from a closed gallery, most of them oak. Still measuring.",),
            ("art", "free"),
            (
                Picture(
                    "prints.framed_prints",
                    "brick",
                    "Three framed prints on a clay-coloured wall",
                    "wide",
                ),
            ),
            0.2,
            state="draft",
        ),
    ),
)
