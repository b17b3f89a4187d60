"""Jasper Lindqvist, who mends bicycles."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

JASPER = DemoPerson(
    name="Jasper Lindqvist",
    email="jasper@example.org",
    bio="Bicycle mechanic on weekdays, kite flyer when it blows. If it has bearings, I am "
    "interested.",
    portrait=Picture(
        "bicycles.wheel_on_wall", "apricot", "A bicycle wheel on a stand", "square", 1.2, (0.5, 0.6)
    ),
    posts=(
        DemoPost(
            "Town bicycle with basket, three gears, one owner",
            (
                "My mother rode this to the library for thirty years. It is heavy, upright and "
                "impossible to hurry, and it has never once let anybody down.",
                "New tyres and cables last month. The basket is original; the flowers are not "
                "included, but I would encourage you.",
                "It should go to someone who will ride it. Frame suits about 160 to 175 cm.",
            ),
            ("bicycles", "free", "repaired"),
            (
                Picture(
                    "bicycles.by_the_wall",
                    "apricot",
                    "An orange town bicycle with a basket of flowers before a pale disc",
                    "wide",
                    1.08,
                    (0.5, 0.68),
                ),
                Picture(
                    "bicycles.in_the_hills",
                    "harbour",
                    "The bicycle on a green hilltop under a white sun",
                    "classic",
                ),
                Picture(
                    "bicycles.by_the_wall",
                    "apricot",
                    "Its front wheel and wicker basket, close by",
                    "square",
                    1.9,
                    (0.72, 0.66),
                ),
            ),
            2.3,
        ),
        DemoPost(
            "I will true your wheel while you wait",
            (
                "Bring me the wobble. Ten minutes on the stand, a spoke key and some quiet, and "
                "it will run straight enough to please you and nearly straight enough to please "
                "me.",
                "Thursdays after six, the green door beside the bakery. Broken spokes take longer "
                "and need a new spoke, which you bring.",
            ),
            ("bicycles", "repairs", "evenings"),
            (
                Picture(
                    "motion.turning_wheel",
                    "apricot",
                    "A bicycle wheel turning true in its stand",
                    "square",
                ),
                Picture(
                    "bicycles.wheel_on_wall",
                    "pine",
                    "A wheel on a yellow stand before a green arch",
                    "tall",
                ),
                Picture(
                    "tools.tools_on_board", "linen", "Hand tools hung in rows on a pegboard", "wide"
                ),
            ),
            7.5,
        ),
        DemoPost(
            "Two bicycles to borrow for visitors",
            (
                "Friends staying for the weekend? Take these two. One is slow and red, one is a "
                "little faster and blue, and both have lights that work.",
                "Leave your name and the day you will bring them back. I have not lost one yet.",
            ),
            ("bicycles", "to borrow"),
            (
                Picture(
                    "bicycles.two_at_the_shop",
                    "chalk",
                    "Two bicycles, one behind the other, against striped wallpaper",
                    "wide",
                ),
            ),
            13.8,
        ),
        DemoPost(
            "Kites from an old tent",
            (
                "The tent gave up in the storm of 2019 but the cloth is still good. So far it has "
                "become four diamonds and one box kite, and all of them fly in anything above a "
                "sigh.",
                "Two are looking for children, or for adults who have remembered. String "
                "included; trees are your own affair.",
            ),
            ("kites", "handmade", "children", "outdoors"),
            (
                Picture(
                    "kites.kites_over_hills",
                    "harbour",
                    "Three kites flying over green hills",
                    "wide",
                ),
                Picture(
                    "motion.flying_kite", "apricot", "A kite weaving about in the wind", "square"
                ),
                Picture(
                    "kites.kites_on_wall",
                    "brick",
                    "A diamond kite and a box kite hung on a wall",
                    "classic",
                ),
            ),
            17.1,
        ),
        DemoPost(
            "Three painted skateboard decks",
            (
                "My flatmate paints, I sand. These are seven-ply maple, complete with trucks and "
                "soft wheels for rough pavements, and they have been ridden exactly once each, to "
                "see.",
                "They went to the youth club on Mill Lane, where they are already scratched. As "
                "they should be.",
            ),
            ("skateboards", "art", "children"),
            (
                Picture(
                    "boards.three_boards",
                    "sea",
                    "Three painted skateboards hung on a green wall",
                    "classic",
                ),
                Picture(
                    "boards.three_boards",
                    "rosehip",
                    "The middle board's stripes and half discs, close by",
                    "tall",
                    1.5,
                    (0.5, 0.5),
                ),
            ),
            29.4,
            availability="given",
        ),
        DemoPost(
            "Mending morning: bring what squeaks",
            (
                "First Sunday of the month, the hall is ours until one. Last time we mended four "
                "bicycles, a toaster, a pram and a music box that turned out to be homesick "
                "rather than broken.",
                "I look for two more people who can hold a screwdriver and a conversation.",
            ),
            ("repairs", "tools", "together"),
            (
                Picture(
                    "tools.tools_on_board",
                    "orchard",
                    "A saw, chisels, a hammer and spanners on a green pegboard",
                    "tall",
                ),
                Picture(
                    "tools.plane_on_bench", "pine", "A wooden plane and shavings on a bench", "wide"
                ),
            ),
            1.0,
            state="in_review",
        ),
    ),
)
