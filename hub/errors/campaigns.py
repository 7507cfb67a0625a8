"""What can stand against a change of campaigns and of who signs them."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Campaigns",
    "کارزارها",
    "Campaigns: whom they ask, what that body answered, and who signs.",
    (
        Entry(
            "ADDRESSEE_NEEDED",
            "کارزار از هیچ نهادی چیزی نمی‌خواهد. addressedToId یا addressedToWords را بفرستید.",
            "The campaign asks nobody. Give `addressedToId` or `addressedToWords`.",
        ),
        Entry(
            "ALREADY_ANSWERED",
            "پاسخ آمده است: مخاطب دیگر عوض نمی‌شود، و اگر خود نهاد پاسخ داده متن هم نه. برای مخاطب یا متن دیگر"
            " کارزاری تازه بسازید.",
            "It is answered, so whom it asks stays, and where the body itself has answered so does the"
            " wording. Begin another campaign for another.",
        ),
        Entry(
            "ANSWERED_BY_BODY",
            "خود نهاد پاسخ داده است. تنها خودش می‌تواند آن را عوض کند؛ داوری شما در پیامد می‌آید.",
            "The body itself has answered. It alone can change that; what you make of it is the outcome.",
        ),
        Entry(
            "ANSWER_NEEDS_SOURCE",
            "پاسخ دیگری بی منبع پذیرفته نیست. answerSource یا answerUrl را بفرستید.",
            "The answer of another needs a source. Give `answerSource` or `answerUrl`.",
        ),
        Entry(
            "ANSWER_NEEDED",
            "هنوز پاسخی گفته نشده است. نخست آن را با answerCampaign بنویسید، یا پیامد را OPEN بگذارید.",
            "No answer has been told. Tell it with `answerCampaign` first, or leave the outcome `OPEN`.",
        ),
        Entry(
            "OWN_CAMPAIGN",
            "سازمان پشتیبان کارزار خودش شمرده نمی‌شود. کارزار سازمانی دیگر را برگزینید.",
            "An organization does not sign its own campaign. Choose another's.",
        ),
        Entry(
            "CAMPAIGN_CLOSED",
            "این کارزار به پایان رسیده است و دیگر امضا نمی‌پذیرد. کارزاری برگزینید که جریان دارد.",
            "The campaign has ended and takes no more signatures. Choose one that goes on.",
        ),
        Entry(
            "ALREADY_ENDORSED",
            "سازمان شما این کارزار را امضا کرده است. اگر متن عوض شد، با confirmEndorsement دوباره امضا کنید.",
            "Your organization has signed already. Sign a changed wording with `confirmEndorsement`.",
        ),
    ),
)
