"""Samir Haddad, who teaches music."""

from content.demo.drawing import Picture
from content.demo.people.kinds import DemoPerson, DemoPost

SAMIR = DemoPerson(
    name="Samir Haddad",
    email="samir@example.org",
    bio="Guitar and piano, mostly for beginners of every age. I collect records and lend "
    "them out too freely.",
    portrait=Picture(
        "guitars.guitar_rose", "sea", "The sound hole of a guitar", "square", 1.1, (0.6, 0.45)
    ),
    posts=(
        DemoPost(
            "A guitar to borrow for your first three months",
            (
                "Most people stop because the guitar they started on hurt their fingers. This one "
                "does not. The strings are low, the neck is kind, and a previous borrower wrote "
                "the chords on a card.",
                "Keep it for three months. If you still play it then, we will find you one of "
                "your own and this one goes on to the next.",
                "No lesson is attached, but I do answer questions.",
            ),
            ("music", "guitar", "to borrow", "beginners"),
            (
                Picture(
                    "guitars.guitar_by_stool",
                    "noon",
                    "A guitar leaning by a stool before an arch on a yellow wall",
                    "tall",
                ),
                Picture(
                    "guitars.guitar_rose",
                    "sea",
                    "The guitar's sound hole, strings and scratch plate, close by",
                    "square",
                ),
                Picture(
                    "guitars.guitars_on_wall",
                    "chalk",
                    "Three guitars hung side by side on a pale wall",
                    "classic",
                ),
            ),
            0.9,
        ),
        DemoPost(
            "Piano lessons for people who think it is too late",
            (
                "My oldest pupil began at seventy-one and plays Satie to her cat. It is not too "
                "late, and you do not need long fingers.",
                "I have two free half hours on Monday evenings. The piano is green and nearly in "
                "tune.",
                "You pay nothing. You practise, though, and I can tell.",
            ),
            ("music", "piano", "lessons", "beginners", "evenings"),
            (
                Picture(
                    "pianos.piano_in_room",
                    "apricot",
                    "A green upright piano with a lamp and an orange stool",
                    "classic",
                    1.06,
                    (0.5, 0.6),
                ),
                Picture(
                    "pianos.keyboard_from_above",
                    "noon",
                    "Piano keys running slantwise over yellow",
                    "wide",
                ),
                Picture(
                    "scores.strings",
                    "orchard",
                    "Sheets of handwritten music with a pencil across them",
                    "classic",
                ),
            ),
            4.0,
        ),
        DemoPost(
            "Records for a rainy month",
            (
                "Forty records, picked for grey weather: slow strings, late trumpets, one whole "
                "side of a river. Take ten, play them, bring them back and tell me which one you "
                "kept putting on.",
                "Please hold them by the edges. I know that you know.",
            ),
            ("music", "records", "to borrow"),
            (
                Picture(
                    "records.sleeves_from_above",
                    "linen",
                    "Six record sleeves with bold printed patterns on floorboards",
                    "wide",
                ),
                Picture(
                    "motion.turning_record", "noon", "A record turning on its player", "square"
                ),
                Picture(
                    "records.crate_of_records",
                    "apricot",
                    "A wooden crate of records, a sleeve leaning beside it",
                    "classic",
                    1.3,
                    (0.5, 0.78),
                ),
                Picture(
                    "records.listening_corner",
                    "evening",
                    "A record player on a cabinet full of records under a hanging lamp",
                    "tall",
                ),
            ),
            9.3,
        ),
        DemoPost(
            "Old player, new belt",
            (
                "I replaced the belt and the needle and it runs at the right speed, which is more "
                "than I can say for myself. The wood has a ring from somebody's glass, circa "
                "1974.",
                "Needs an amplifier. I can show you how to set it up and where not to put your "
                "glass.",
            ),
            ("music", "records", "repaired", "free"),
            (
                Picture(
                    "records.player_on_table",
                    "kitchen",
                    "A wooden record player before a large yellow disc",
                    "wide",
                ),
                Picture(
                    "records.player_on_table",
                    "rosehip",
                    "The tone arm and the label, close by",
                    "square",
                    1.7,
                    (0.46, 0.66),
                ),
            ),
            14.5,
            availability="reserved",
        ),
        DemoPost(
            "Choir without auditions needs basses",
            (
                "We are nineteen altos, eleven sopranos, four brave tenors and one bass called "
                "Peter. Peter would like company.",
                "Wednesdays at half past seven in the school hall. You do not have to read music; "
                "half of us hum until we know.",
            ),
            ("music", "singing", "together", "evenings"),
            (
                Picture(
                    "scores.curve_of_song",
                    "apricot",
                    "Musical notes rising over green hills towards the sun",
                    "wide",
                ),
                Picture(
                    "scores.strings",
                    "linen",
                    "Three sheets of music fanned on a table",
                    "square",
                    1.2,
                    (0.5, 0.5),
                ),
            ),
            19.9,
        ),
        DemoPost(
            "Free tickets!!! click fast",
            (
                "Huge discount on tickets to everything. Write to me for the link and pay a small "
                "fee ahead.",
            ),
            ("music",),
            (Picture("scores.curve_of_song", "rosehip", "Notes over hills", "wide"),),
            21.0,
            state="removed",
            verdict="This asked people to pay ahead for something you do not have. Posts like this "
            "are not allowed here. If your account was used by somebody else, change your "
            "password and write to us.",
        ),
    ),
)
