"""Letters of what is new: how often a person is mailed them, and how that ends."""

from graph.model.declare import flag
from graph.model.deeds import Doer, deed
from graph.model.members import Giving
from graph.model.personal import digest_hour, digest_pace

DEEDS = (
    deed(
        "setDigest",
        "Set the letter: How often you are mailed what is new for you, and at which hour.",
        "تنظیم نامه: هر چند وقت و در چه ساعتی خبرهای تازه برای شما فرستاده شود.",
        Doer.PERSON,
        (digest_pace(Giving.OPTIONAL), digest_hour(Giving.OPTIONAL)),
        (flag("done", "Done: Whether it was done.", "انجام شد: آیا انجام شد."),),
    ),
)

AREA = ()
