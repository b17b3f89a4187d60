"""Tobias Renk, who bakes and keeps bees."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

TOBIAS = DemoPerson(
    name="Tobias Renk",
    email="tobias@example.org",
    bio="Baker by trade until my knees retired me, baker by habit since. Two hives at the "
    "bottom of the garden.",
    portrait=Picture(
        "bread.boule_on_board", "kitchen", "A round loaf on a board", "square", 1.5, (0.5, 0.7)
    ),
    posts=(
        DemoPost(
            "Saturday loaves, still warm",
            (
                "I bake eight every Saturday because the oven holds eight, and we eat two. The "
                "others are on the kitchen sill from nine in the morning.",
                "Plain wheat with a fifth of rye, a long night in the cold, a crust that argues "
                "back. Ask by Friday noon so that I know whose name to put on the bag.",
                "If you cannot come up the hill, say so. My grandson has a bicycle and likes to "
                "be useful.",
            ),
            ("bread", "food", "handmade", "saturdays"),
            (
                Picture(
                    "bread.boule_on_board",
                    "kitchen",
                    "A scored round loaf on a wooden board with ears of wheat",
                    "wide",
                    1.15,
                    (0.5, 0.72),
                ),
                Picture(
                    "bread.loaves_on_shelf",
                    "apricot",
                    "Four loaves cooling on two shelves",
                    "square",
                ),
                Picture(
                    "bread.slices_from_above",
                    "brick",
                    "Six slices of bread on a checked cloth",
                    "classic",
                ),
                Picture(
                    "bread.baguettes_in_jar",
                    "harbour",
                    "Three baguettes in a striped crock, a loaf beside it",
                    "portrait",
                ),
            ),
            0.8,
        ),
        DemoPost(
            "A spoonful of sourdough starter called Herbert",
            (
                "Herbert is nineteen and has been to Portugal. He doubles in five hours, forgives "
                "neglect, and smells of yoghurt on good days and of nail varnish on bad ones.",
                "Bring a clean jar. I will write down how to feed him and you may ring me when he "
                "sulks.",
            ),
            ("bread", "food", "free", "kitchen"),
            (
                Picture(
                    "preserves.three_jars",
                    "kitchen",
                    "Three jars on a green table, one with a cloth cap",
                    "classic",
                ),
                Picture(
                    "bread.boule_on_board",
                    "orchard",
                    "A dark round loaf in window light",
                    "square",
                    1.3,
                    (0.5, 0.72),
                ),
            ),
            5.1,
        ),
        DemoPost(
            "Honey from the lime trees",
            (
                "The limes on Station Road flowered for nine days and the bees missed none of "
                "them. It is pale, minty and already setting.",
                "I have fourteen small jars to share with neighbours. One each, and <b>please "
                "bring back the jar</b>.",
                "The label is drawn by my granddaughter and she would like it known that bees "
                "have four wings.",
            ),
            ("honey", "food", "garden"),
            (
                Picture(
                    "preserves.honey",
                    "noon",
                    "A large jar of honey, a dipper and two bees before an arch",
                    "tall",
                ),
                Picture(
                    "motion.bees",
                    "harbour",
                    "Bees hovering around a painted hive in the hills",
                    "square",
                ),
                Picture(
                    "preserves.jars_on_shelf",
                    "linen",
                    "Jars of honey and jam on two shelves",
                    "wide",
                ),
            ),
            10.4,
        ),
        DemoPost(
            "Learn to bake one loaf well",
            (
                "Not a course. One afternoon, one loaf, and you do everything while I sit on a "
                "stool and point. By the end you will know by touch what the recipe could not "
                "tell you.",
                "Two people at a time. Children are welcome if they like to get their hands dirty.",
            ),
            ("bread", "lessons", "kitchen"),
            (
                Picture(
                    "bread.slices_from_above",
                    "sea",
                    "Slices of white bread laid out on green gingham",
                    "tall",
                ),
                Picture(
                    "bread.loaves_on_shelf",
                    "linen",
                    "Tin loaves and round loaves on a baker's shelf",
                    "classic",
                ),
            ),
            18.7,
        ),
        DemoPost(
            "Three banneton baskets and a peel",
            (
                "I own eleven proving baskets, which is a number that needs explaining. Three are "
                "free, well floured and well loved, with a wooden peel that my neighbour turned "
                "from an old shelf.",
                "They went to a young man who had been proving dough in a washing-up bowl. Good "
                "luck to him.",
            ),
            ("bread", "kitchen", "free"),
            (
                Picture(
                    "bread.baguettes_in_jar",
                    "rosehip",
                    "Baguettes in a crock before a pink arch",
                    "portrait",
                ),
            ),
            24.0,
            availability="given",
        ),
        DemoPost(
            "Rye sour, for the patient",
            (
                "A second starter, all rye, slower and darker than Herbert. Looking for someone "
                "who bakes every week, since it does not forgive holidays.",
            ),
            ("bread", "food"),
            (
                Picture(
                    "bread.boule_on_board",
                    "brick",
                    "A dark loaf on a brick-coloured table",
                    "wide",
                    1.2,
                    (0.5, 0.72),
                ),
            ),
            0.6,
            state="in_review",
        ),
    ),
)
