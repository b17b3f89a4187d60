"""Maud Okafor, who grows more than she can eat."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

MAUD = DemoPerson(
    name="Maud Okafor",
    email="maud@example.org",
    bio="Allotment 14, the one with the blue water butt. I swap cuttings, seeds and "
    "opinions about compost.",
    portrait=Picture(
        "greenery.monstera_by_wall",
        "rosehip",
        "A potted Swiss cheese plant",
        "square",
        1.2,
        (0.5, 0.66),
    ),
    posts=(
        DemoPost(
            "Rooted cuttings from a cheese plant with ambitions",
            (
                "The mother plant touched the ceiling in March and I had to be firm with her. "
                "Seven cuttings have good roots now and want pots, light and somebody who talks "
                "to them.",
                "They come in old bottles. Keep the bottle, or bring me another.",
                "I can tell you in two minutes how to pot it on, and in twenty if you let me.",
            ),
            ("plants", "cuttings", "free", "indoors"),
            (
                Picture(
                    "greenery.cuttings_on_sill",
                    "apricot",
                    "Three cuttings with white roots in bottles of water",
                    "wide",
                    1.1,
                    (0.5, 0.66),
                ),
                Picture(
                    "greenery.monstera_by_wall",
                    "rosehip",
                    "The mother plant in an orange pot before a pale disc",
                    "tall",
                ),
                Picture(
                    "greenery.leaf_study", "chalk", "Five leaves laid out on cream paper", "classic"
                ),
                Picture(
                    "greenery.cuttings_on_sill",
                    "sea",
                    "A cheese plant leaf rooting in a bottle against a green wall",
                    "portrait",
                    1.2,
                    (0.5, 0.6),
                ),
            ),
            0.3,
        ),
        DemoPost(
            "Pilea babies, a dozen of them",
            (
                "My pilea sends up children faster than I can find homes for them. They ask for "
                "little: a bright sill, water when the soil is dry, a quarter turn on Sundays.",
                "Come with a yoghurt pot and take two.",
            ),
            ("plants", "cuttings", "free", "indoors"),
            (
                Picture(
                    "quiet.waving_plant",
                    "chalk",
                    "A pilea in a terracotta pot swaying in a draught",
                    "square",
                ),
                Picture(
                    "greenery.hanging_shelf",
                    "chalk",
                    "A pilea and a trailing plant on a high shelf",
                    "tall",
                ),
                Picture(
                    "greenery.windowsill", "evening", "Three pots on a dark striped wall", "wide"
                ),
            ),
            4.6,
        ),
        DemoPost(
            "A crate a week while the glut lasts",
            (
                "Courgettes have manners this year but the beetroot has not, and the tomatoes all "
                "turned on the same day. Every Wednesday I fill one crate for one household.",
                "Nothing has been sprayed with anything but bad language. There will be soil. "
                "There may be a snail.",
                "Tell me what you will not eat and how many you are.",
            ),
            ("garden", "food", "vegetables"),
            (
                Picture(
                    "produce.harvest_crate",
                    "orchard",
                    "A crate of carrots, beetroot and tomatoes with a pumpkin beside it",
                    "wide",
                    1.12,
                    (0.52, 0.76),
                ),
                Picture(
                    "produce.vegetables_from_above",
                    "linen",
                    "Carrots, beetroot and tomatoes in rows on boards",
                    "classic",
                ),
                Picture(
                    "produce.loose_bowl", "pine", "A dipped bowl piled with tomatoes", "square"
                ),
                Picture(
                    "produce.pumpkins",
                    "evening",
                    "Four pumpkins of different colours at dusk",
                    "wide",
                ),
                Picture(
                    "produce.harvest_crate",
                    "apricot",
                    "The crate again, ready to be fetched",
                    "square",
                    1.4,
                    (0.5, 0.74),
                ),
            ),
            6.9,
        ),
        DemoPost(
            "Seeds saved last autumn, in packets my niece printed",
            (
                "Marigold, runner bean, a squash whose name nobody remembers, and the sweet peas "
                "that won second prize. All from the allotment, all open-pollinated, all labelled "
                "to the best of my knowledge.",
                "<ul><li>Marigold: 40 packets</li><li>Runner bean: 25</li><li>Mystery squash: "
                "12</li><li>Sweet pea: 9</li></ul>",
                "Post is fine if you send a stamped envelope, or find me on the plot on Sundays.",
            ),
            ("seeds", "garden", "free", "by post"),
            (
                Picture(
                    "seeds.seed_packets",
                    "orchard",
                    "Four printed seed packets fanned out, seeds spilt beside them",
                    "classic",
                ),
                Picture(
                    "greenery.leaf_study", "linen", "Pressed leaves on linen-coloured paper", "tall"
                ),
            ),
            12.2,
        ),
        DemoPost(
            "Jam for someone who returns jars",
            (
                "Plum, damson, apricot, and one batch of rhubarb that set like a roof tile. I "
                "make too much because the pan is large and standing over it is the best part of "
                "September.",
                "Two jars each. The roof tile is very good with cheese.",
            ),
            ("jam", "food", "kitchen", "handmade"),
            (
                Picture(
                    "preserves.jars_on_shelf",
                    "apricot",
                    "Eight jars of jam on two shelves, some with spotted caps",
                    "classic",
                ),
                Picture("preserves.three_jars", "chalk", "Three jars of jam and a spoon", "wide"),
                Picture(
                    "fruit.lemons_from_above",
                    "chalk",
                    "Whole and cut lemons scattered on pink gingham",
                    "classic",
                ),
            ),
            20.5,
            availability="reserved",
        ),
        DemoPost(
            "Lemons from the conservatory tree",
            (
                "One tree, in a tub, in a glasshouse held together by putty. It gave forty-one "
                "lemons this winter and I have run out of recipes.",
                "Come with a bowl. Leaves on, unwaxed, and they smell the way lemons are drawn.",
            ),
            ("food", "garden", "free"),
            (
                Picture(
                    "fruit.lemons_in_bowl",
                    "sea",
                    "A painted bowl of lemons with a white jug behind it",
                    "wide",
                    1.1,
                    (0.5, 0.7),
                ),
                Picture(
                    "fruit.lemons_from_above",
                    "harbour",
                    "Lemons on blue gingham, seen from above",
                    "square",
                ),
            ),
            33.0,
            availability="given",
        ),
        DemoPost(
            "Tomato plants, cheap, cash only",
            ("Forty strong plants. Cash on collection, no questions.",),
            ("garden", "vegetables"),
            (Picture("greenery.trio", "linen", "Three potted plants in front of an arch", "wide"),),
            2.0,
            state="changes_requested",
            verdict="Firsthand is for sharing rather than selling, so please take out the price. If "
            "you are giving some away, say how many and when people may come, and send it "
            "again.",
        ),
    ),
)
