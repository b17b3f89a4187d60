"""What visitors write to the demo's creators."""

from dataclasses import dataclass

Status = str


@dataclass(frozen=True)
class Letter:
    """A request about the post with this title. `member` marks a sender who has an account here."""

    about: str
    name: str
    email: str
    message: str
    status: Status
    days: float
    note: str = ""
    member: bool = False


POTS = "Five stoneware seconds looking for a table"
MUGS = "Ten odd mugs, one each"
WHEEL = "Evening at the wheel: I will teach two people"
LOAVES = "Saturday loaves, still warm"
STARTER = "A spoonful of sourdough starter called Herbert"
HONEY = "Honey from the lime trees"
BASKETS = "Three banneton baskets and a peel"

LETTERS = (
    Letter(
        POTS,
        "Lena Brandt",
        "lena.brandt@example.net",
        "We moved in last week and eat from the lids of boxes. All five would be at home "
        "here, and I promise to use the speckled bowl every day. I can come on foot any "
        "evening after six.",
        "new",
        0.2,
    ),
    Letter(
        POTS,
        "Omar Farouk",
        "omar.farouk@example.net",
        "Is the speckled bowl free on its own? My mother had one like it and I broke it in 1998.",
        "new",
        0.5,
    ),
    Letter(
        POTS,
        "Maud Okafor",
        "maud@example.org",
        "Ines, I would trade the tall vase for a cutting in a bottle. You know which bottle.",
        "read",
        0.9,
        member=True,
    ),
    Letter(
        MUGS,
        "Priya Raman",
        "priya.raman@example.net",
        "Large hands, coffee, anything but pink. I am the postwoman on your street so I "
        "can pick it up on my round.",
        "accepted",
        2.9,
        note="Yours is the blue one with the wandering handle. It is on the wall.",
    ),
    Letter(
        MUGS,
        "Felix Arnold",
        "felix.arnold@example.net",
        "Could I have three for the office? We are a small team and the old mugs are dreadful.",
        "declined",
        2.2,
        note="One each this time, sorry. But send the two others along to ask!",
    ),
    Letter(
        WHEEL,
        "Hana Kobayashi",
        "hana.kobayashi@example.net",
        "I have wanted to try since I was ten. Thursdays are good for me and I can bring "
        "both biscuits and a story.",
        "accepted",
        6.4,
        note="See you next Thursday at seven. Old clothes, short nails.",
    ),
    Letter(
        WHEEL,
        "Callum Reid",
        "callum.reid@example.net",
        "I asked last week, but my shifts have changed and I cannot do evenings any more. "
        "Thank you all the same.",
        "withdrawn",
        5.0,
    ),
    Letter(
        LOAVES,
        "Ines Halloran",
        "ines@example.org",
        "One loaf for Saturday, please. I have a plate for you that came out level, which "
        "has not happened since spring.",
        "new",
        0.3,
        member=True,
    ),
    Letter(
        LOAVES,
        "Walter Simms",
        "walter.simms@example.net",
        "I live at the bottom of the hill and my hip does not like it. Would your "
        "grandson really bring one? I have gingerbread for him.",
        "read",
        0.6,
        note="He would. He heard about the gingerbread.",
    ),
    Letter(
        STARTER,
        "Dora Engel",
        "dora.engel@example.net",
        "My own starter died while I was in hospital. I have a clean jar and a lot of time now.",
        "accepted",
        4.2,
        note="Herbert is packed and waiting. Come any morning.",
    ),
    Letter(
        STARTER,
        "Ben Ashworth",
        "ben.ashworth@example.net",
        "Is it still available? I bake twice a week and would take good care of Herbert.",
        "unconfirmed",
        1.1,
    ),
    Letter(
        STARTER,
        "Best Offers",
        "offers@example.com",
        "Great product. My agent and courier will collect after you send the money for "
        "shipping by bank transfer. See www.example.com/pay and write to me on WhatsApp "
        "today.",
        "held",
        0.8,
    ),
    Letter(
        HONEY,
        "Rosa Marchetti",
        "rosa.marchetti@example.net",
        "One jar for my father, who kept bees until he could not. I will bring it back "
        "washed, with a photo of his face.",
        "accepted",
        9.0,
        note="Of course. Take two and do not tell anyone.",
    ),
    Letter(
        BASKETS,
        "Youssef Amrani",
        "youssef.amrani@example.net",
        "I have been proving my dough in a washing-up bowl. It works, but it feels wrong.",
        "accepted",
        23.1,
        note="Nobody should live like that. All three are yours.",
    ),
    Letter(
        "Rooted cuttings from a cheese plant with ambitions",
        "Tobias Renk",
        "tobias@example.org",
        "The shop window faces east and has nothing in it but me. One cutting, please; I "
        "pay in rye.",
        "new",
        0.2,
        member=True,
    ),
    Letter(
        "A crate a week while the glut lasts",
        "Nadia Cole",
        "nadia.cole@example.net",
        "We are five, we eat everything but marrow, and the little one likes snails. Any "
        "Wednesday would be wonderful.",
        "accepted",
        6.0,
        note="Next Wednesday then, by the blue water butt.",
    ),
    Letter(
        "Town bicycle with basket, three gears, one owner",
        "Ruth Abernathy",
        "ruth@example.org",
        "I am 168 cm in thick socks and would ride it to the library, which seems only right.",
        "new",
        1.4,
        member=True,
    ),
    Letter(
        "Town bicycle with basket, three gears, one owner",
        "Iris Novak",
        "iris.novak@example.net",
        "My daughter starts her apprenticeship in March and there is no bus that early. "
        "She would look after it well.",
        "read",
        1.8,
    ),
    Letter(
        "A quilt that needs a bed",
        "Jonas Weil",
        "jonas.weil@example.net",
        "For our son, who is four and has just moved from a cot to a bed. He has asked for stars.",
        "new",
        1.0,
    ),
    Letter(
        "A guitar to borrow for your first three months",
        "Tom Ellery",
        "tom.ellery@example.net",
        "I am sixty-three and have played the air guitar for fifty years. It is time.",
        "accepted",
        0.5,
        note="It is. Come on Monday, I will show you how to tune it.",
    ),
    Letter(
        "Prints that came out slightly wrong, and better",
        "Samir Haddad",
        "samir@example.org",
        "The one with the arches, for the wall above the piano, which is where beginners "
        "look when they are lost.",
        "accepted",
        0.3,
        note="Exactly the kind of wall I hoped for.",
        member=True,
    ),
    Letter(
        "Nest boxes for small tenants",
        "Aoife Brennan",
        "aoife.brennan@example.net",
        "Two for the school garden? The children have been counting tits all winter and "
        "feel responsible.",
        "new",
        9.8,
    ),
    Letter(
        "Telescope evenings on the quay",
        "Milo Stern",
        "milo.stern@example.net",
        "My sister and I are nine and eleven and we have a flask. Do we have to ask if we "
        "are children?",
        "read",
        12.0,
        note="You are first in the line. Bring the flask.",
    ),
)
