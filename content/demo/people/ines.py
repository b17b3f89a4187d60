"""Ines Halloran, a potter."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

INES = DemoPerson(
    name="Ines Halloran",
    email="ines@example.org",
    bio="I make pots in a shed behind the old post office. Most of what I share are "
    "seconds: sound, useful, and a little crooked.",
    portrait=Picture(
        "pottery.single", "pine", "A yellow pot with painted leaves", "square", 1.4, (0.5, 0.6)
    ),
    posts=(
        DemoPost(
            "Five stoneware seconds looking for a table",
            (
                "The kiln ran hot on Tuesday and the glazes wandered. Nothing leaks, nothing "
                "wobbles, but I cannot sell them beside the others with a straight face.",
                "There are five: two tall vases, a round one with leaves, a speckled bowl and a "
                "small cup. I would rather they went together to one kitchen, but ask if you only "
                "want the bowl.",
                "Wash them by hand the first few times. After that, do what you like with them.",
            ),
            ("ceramics", "handmade", "kitchen", "free"),
            (
                Picture(
                    "pottery.still_life",
                    "apricot",
                    "Five glazed pots on a clay-coloured table, tall ones behind, in window light",
                    "wide",
                    1.18,
                ),
                Picture(
                    "pottery.single",
                    "pine",
                    "A round yellow vase with white painted leaves before an arch",
                    "portrait",
                ),
                Picture(
                    "pottery.still_life",
                    "evening",
                    "The same pots at night: a bowl, a bottle and three vases",
                    "classic",
                    1.6,
                    (0.36, 0.7),
                ),
                Picture(
                    "pottery.set_from_above",
                    "linen",
                    "Plates and bowls on striped linen, seen from above",
                    "square",
                ),
            ),
            1.2,
        ),
        DemoPost(
            "Ten odd mugs, one each",
            (
                "Ten mugs, ten experiments. Some were for a glaze test, some for a handle I was "
                "learning, one because the radio was good that day.",
                "<p>Tell me:</p><ul><li>how big your hands are,</li><li>whether you drink tea or "
                "coffee,</li><li>and which colour you cannot stand.</li></ul>",
                "I will choose for you and leave it on the wall by the gate. One a person, so "
                "that ten people get to be surprised.",
            ),
            ("ceramics", "handmade", "kitchen", "coffee"),
            (
                Picture(
                    "pottery.cups_on_shelves",
                    "chalk",
                    "Two shelves of mugs in different glazes and patterns",
                    "classic",
                ),
                Picture("quiet.steam", "linen", "Steam rising from a blue cup of coffee", "square"),
                Picture(
                    "pottery.cups_on_shelves",
                    "orchard",
                    "Mugs on a green wall, dipped, striped and speckled",
                    "tall",
                    1.2,
                    (0.5, 0.5),
                ),
            ),
            3.5,
            availability="reserved",
        ),
        DemoPost(
            "Evening at the wheel: I will teach two people",
            (
                "I have a second wheel and the patience of someone who has thrown away a thousand "
                "bowls. Come on a Thursday evening, wear something that can be washed, and leave "
                "with clay in your hair.",
                "You will make at least one thing that stands up. I fire it, you fetch it three "
                "weeks later.",
                "It costs nothing. Bring biscuits, or a story.",
            ),
            ("ceramics", "lessons", "evenings"),
            (
                Picture(
                    "pottery.single", "noon", "A tall painted pot on an orange table", "tall", 1.1
                ),
                Picture(
                    "pottery.set_from_above",
                    "apricot",
                    "Finished bowls laid out on a cloth",
                    "wide",
                ),
            ),
            8.0,
        ),
        DemoPost(
            "A teapot that pours without dripping",
            (
                "After eleven teapots that dribbled down their chins, number twelve pours clean. "
                "I have measured the spout and made three more to be sure that it was not luck.",
                "One of the three is for whoever has suffered longest from a dripping pot. Tell "
                "me about yours.",
            ),
            ("ceramics", "kitchen", "tea", "handmade"),
            (
                Picture(
                    "pottery.tea",
                    "noon",
                    "A brick-red speckled teapot and two cups before a pale disc",
                    "wide",
                ),
                Picture(
                    "pottery.tea",
                    "sea",
                    "The same teapot in cream against green",
                    "square",
                    1.25,
                    (0.5, 0.7),
                ),
            ),
            15.3,
        ),
        DemoPost(
            "Glaze notebook, copied out by hand",
            (
                "Twenty years of recipes, with what went wrong in red. I am copying it into a "
                "clean notebook and would lend the copy to any potter who promises to add a page.",
                "Mostly mid-range stoneware, some salt. No secrets, only mistakes made once so "
                "that you need not.",
            ),
            ("ceramics", "books", "to borrow"),
            (
                Picture(
                    "books.open_book",
                    "rosehip",
                    "An open notebook with a painted landscape on its left page",
                    "classic",
                ),
                Picture(
                    "pottery.still_life",
                    "harbour",
                    "Test pots in a row on a blue table",
                    "wide",
                    1.3,
                    (0.55, 0.68),
                ),
            ),
            27.0,
        ),
        DemoPost(
            "Planters with a thumbprint",
            (
                "Small terracotta planters, each with my thumb pressed into the rim where the "
                "watering can goes. I am still deciding how many I can part with.",
            ),
            ("ceramics", "plants"),
            (
                Picture(
                    "greenery.windowsill",
                    "apricot",
                    "Three planters on a shelf against striped wallpaper",
                    "wide",
                ),
            ),
            0.4,
            state="draft",
        ),
    ),
)
