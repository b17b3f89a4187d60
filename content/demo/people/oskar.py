"""Oskar Vaitkus, who builds and repairs in wood."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

OSKAR = DemoPerson(
    name="Oskar Vaitkus",
    email="oskar@example.org",
    bio="Boatbuilder, retired, which means that I now build smaller things. The workshop "
    "is open when the flag is up.",
    portrait=Picture(
        "boats.sailing", "apricot", "A small boat with an orange sail", "square", 1.3, (0.45, 0.6)
    ),
    posts=(
        DemoPost(
            "Reading chair, reupholstered by stubbornness",
            (
                "I found it in a skip with one arm. It now has two, webbing that will outlast us, "
                "and a cover in a green I did not choose but have come to defend.",
                "Deep enough to fall asleep in. You will need two people and a van; I am one of "
                "the people.",
            ),
            ("furniture", "repaired", "free", "woodwork"),
            (
                Picture(
                    "chairs.armchair_by_lamp",
                    "linen",
                    "A green armchair with wooden arms, a lamp on a stool beside it",
                    "classic",
                ),
                Picture(
                    "chairs.armchair_by_lamp",
                    "apricot",
                    "The same chair in orange on a round rug",
                    "square",
                    1.4,
                    (0.52, 0.7),
                ),
            ),
            1.6,
        ),
        DemoPost(
            "Two kitchen chairs that are not a pair",
            (
                "Same maker, same year, different paint. They have stood at either end of a table "
                "for so long that they have begun to look alike.",
                "Joints reglued, seats waxed. Together, please.",
            ),
            ("furniture", "kitchen", "free"),
            (
                Picture(
                    "chairs.two_chairs",
                    "sea",
                    "An orange and a cream spindle-backed chair by a window's light",
                    "square",
                ),
                Picture("chairs.one_chair", "noon", "A blue-green chair before an arch", "tall"),
                Picture(
                    "chairs.stools",
                    "rosehip",
                    "Three stools with red, green and yellow seats",
                    "wide",
                    1.15,
                    (0.5, 0.7),
                ),
            ),
            5.7,
        ),
        DemoPost(
            "Lamps rewired, yours or one of mine",
            (
                "Bring a lamp you are afraid of and I will give it a new flex, a proper plug and "
                "an earth. Or take one of the four on the bench, which frightened other people "
                "first.",
                "I test everything before it leaves. Twenty minutes, if the switch behaves.",
            ),
            ("lamps", "repairs", "furniture", "electrical"),
            (
                Picture(
                    "lamps.lamp_at_night",
                    "evening",
                    "A yellow desk lamp shining on an open book at night",
                    "wide",
                    1.08,
                    (0.5, 0.6),
                ),
                Picture(
                    "lights.lanterns",
                    "evening",
                    "Paper lanterns brightening and dimming on a string",
                    "square",
                ),
                Picture(
                    "lamps.lamps_in_a_row",
                    "orchard",
                    "Two table lamps with pleated shades, one of them lit",
                    "classic",
                ),
                Picture(
                    "lights.candle",
                    "pine",
                    "A candle burning in a dish, for when the power goes",
                    "square",
                ),
            ),
            9.0,
        ),
        DemoPost(
            "Nest boxes for small tenants",
            (
                "Twelve boxes from old larch, with the hole the right size for tits and too small "
                "for the neighbours' cat. No paint inside, a hinge for cleaning, and a roof in "
                "whatever was left in the tin.",
                "North or east, two to four metres up, and patience. They move in when they are "
                "ready.",
            ),
            ("garden", "birds", "woodwork", "handmade", "free"),
            (
                Picture(
                    "birds.nest_box_on_tree",
                    "harbour",
                    "An orange nest box on a trunk, a bird on the branch beside it",
                    "tall",
                ),
                Picture(
                    "birds.birds_on_wire",
                    "linen",
                    "Small birds of different colours on two wires",
                    "classic",
                ),
            ),
            11.1,
        ),
        DemoPost(
            "Rowing boat, shared by the hour",
            (
                "Four metres, clinker, older than me and drier. She lies at the second mooring "
                "and the oars are behind the shed. Take her out when the wind is under three, and "
                "bail before you go.",
                "I ask that you can swim, that you tell me when, and that you are back before "
                "dark.",
            ),
            ("boats", "outdoors", "to borrow"),
            (
                Picture(
                    "motion.rocking_boat",
                    "harbour",
                    "An orange rowing boat rocking at its mooring",
                    "square",
                ),
                Picture(
                    "boats.boat_at_sea",
                    "rosehip",
                    "The boat on a plum-coloured sea at sunset",
                    "wide",
                ),
                Picture("boats.sailing", "apricot", "Sails on a calm evening sea", "classic"),
                Picture(
                    "lights.lighthouse",
                    "evening",
                    "A lighthouse sending its beam over a night sea",
                    "square",
                ),
            ),
            16.0,
        ),
        DemoPost(
            "A wooden train for the long corridor",
            (
                "Engine, three trucks, nine blocks that fit and one that does not, on purpose. "
                "Beech, oiled, nothing small enough to swallow.",
                "It has done two grandchildren and a waiting room. It went to a third-floor flat "
                "with a very long corridor.",
            ),
            ("children", "toys", "woodwork", "free"),
            (
                Picture(
                    "games.wooden_train",
                    "harbour",
                    "A painted wooden train with three trucks of blocks",
                    "wide",
                ),
            ),
            26.3,
            availability="given",
        ),
        DemoPost(
            "Telescope evenings on the quay",
            (
                "On the first clear night of the week I carry the telescope down to the quay. "
                "Come and look: the moon's edge, Saturn if she is up, and the street lamp across "
                "the water by mistake.",
                "Dress for standing still. Children first.",
            ),
            ("stars", "together", "outdoors", "evenings", "children"),
            (
                Picture(
                    "stars.telescope_at_night",
                    "evening",
                    "A telescope on a tripod under a crescent moon",
                    "tall",
                ),
                Picture(
                    "stars.constellation",
                    "evening",
                    "A round star chart with joined constellations",
                    "square",
                ),
                Picture("camping.tent_at_night", "evening", "A lit tent under the stars", "wide"),
            ),
            31.4,
        ),
        DemoPost(
            "Plane, chisels and a saw for a beginner",
            (
                "A first kit: one plane, four chisels, a saw I sharpened myself. I wrote down "
                "what each is for, and what it is not for.",
                "The description of the saw needs another look, as the moderators rightly said.",
            ),
            ("tools", "woodwork", "free", "beginners"),
            (
                Picture(
                    "tools.plane_on_bench",
                    "linen",
                    "A wooden plane with curls of shavings",
                    "wide",
                    1.1,
                    (0.5, 0.7),
                ),
                Picture(
                    "tools.tools_on_board",
                    "chalk",
                    "Tools hung in two rows on a white pegboard",
                    "classic",
                ),
            ),
            2.7,
            state="changes_requested",
            verdict="Lovely kit. Please say that the tools are sharp and who may fetch them, since "
            "beginners and children read this too.",
        ),
        DemoPost(
            "Mended boots, size 43",
            (
                "New soles, new laces, old stories. Somebody else will walk further in them than "
                "I do now.",
            ),
            ("clothes", "repaired", "free"),
            (
                Picture(
                    "boots.boots_on_mat",
                    "noon",
                    "A pair of blue boots on a dark mat before a pale disc",
                    "classic",
                ),
            ),
            0.7,
            state="in_review",
        ),
        DemoPost(
            "Solvents and old paint, take the lot",
            (
                "About thirty tins from the boat shed, some without labels. First come, first "
                "served.",
            ),
            ("tools", "free"),
            (Picture("tools.plane_on_bench", "brick", "A bench with shavings", "wide"),),
            28.0,
            state="removed",
            verdict="Unlabelled solvents are dangerous to hand on. The recycling yard on Dock Road "
            "takes them free of charge on Saturdays.",
        ),
        DemoPost(
            "Oars, one and a half pairs",
            ("Still deciding what becomes of the odd one.",),
            ("boats",),
            (Picture("boats.boat_at_sea", "sea", "A rowing boat on calm green water", "wide"),),
            0.1,
            state="draft",
        ),
    ),
)
