"""What can stand against a change of partnerships and commitments."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Partnerships",
    "مشارکت‌ها",
    "Drafting, signing and renewing partnerships, and what their parties owe each other.",
    (
        Entry(
            "TOO_FEW_PARTIES",
            "مشارکت دست‌کم دو طرف دارد. طرف دیگری را هم نام ببرید.",
            "A partnership has at least two parties. Name another.",
        ),
        Entry(
            "NOT_A_PARTY",
            "این سازمان از طرف‌های مشارکت نیست. یکی از طرف‌ها را برگزینید.",
            "The organization is not a party to the partnership. Choose one that is.",
        ),
        Entry(
            "ALREADY_SIGNED",
            "این طرف پیش‌تر امضا کرده است. کار دیگری از آن خواسته نیست.",
            "This party has already signed. Nothing is left for it to do.",
        ),
        Entry(
            "NOT_SIGNED",
            "این طرف هنوز امضا نکرده است. امضایی برای پس گرفتن نیست.",
            "This party has not signed. There is no signature to take back.",
        ),
        Entry(
            "ALREADY_RENEWED",
            "پیش‌نویس تمدید این مشارکت نوشته شده است. همان پیش‌نویس را ویرایش یا امضا کنید.",
            "A renewal of this partnership is already drafted. Edit or sign that draft.",
        ),
        Entry(
            "ANOTHERS_PLACE",
            "جای طرفی دیگر عوض یا برداشته می‌شود. طرف‌های دیگر را همان‌گونه که هستند بفرستید؛ هر طرف تنها جای"
            " خود را عوض می‌کند.",
            "The place of another party would change or be gone. Send the others as they"
            " are; each party changes"
            " its own place only.",
        ),
        Entry(
            "PARTY_WITHDRAWN",
            "یکی از طرف‌ها از شبکه رفته است و کسی از سوی آن سخن نمی‌گوید. بی آن بنویسید، یا"
            " مشارکت را پایان دهید"
            " یا بی آن تمدید کنید.",
            "A party has left the network, and nobody can speak for it. Draft without it; or"
            " end the partnership,"
            " or renew it without that party.",
        ),
        Entry(
            "NOT_BEGUN",
            "نخستین روز این مشارکت {day} است. آن روز یا پس از آن آغازش کنید.",
            "The first day of this partnership is {day}. Activate it on that day or later.",
        ),
        Entry(
            "OUTSIDE_TERM",
            "این روز بیرون از دورهٔ مشارکت است (از {first} تا {last}). روزی در این دوره بدهید.",
            "This day lies outside the term of the partnership ({first} to {last}). Give a day within it.",
        ),
        Entry(
            "NOTHING_CHANGES",
            "این الحاقیه چیزی را عوض نمی‌کند. آنچه باید عوض شود را بفرستید.",
            "The amendment changes nothing. Give what is to be otherwise.",
        ),
        Entry(
            "ALREADY_ACCEPTED",
            "این طرف الحاقیه را پیش‌تر پذیرفته است. منتظر طرف‌های دیگر بمانید.",
            "This party has already accepted the amendment. It is in force once the others have too.",
        ),
        Entry(
            "NOT_DUE",
            "نه سررسید این تعهد گذشته و نه مشارکت آن به سر رسیده است. تا آن هنگام صبر کنید، یا از آن بگذرید.",
            "Neither the due day of this commitment nor its partnership is over. Wait"
            " until then, or waive it.",
        ),
        Entry(
            "NOT_MEASURED",
            "این تعهد سنجه‌ای ندارد که مقداری از آن گفته شود. مقدار را بردارید و در یادداشت بنویسید.",
            "This commitment has no measure that a value could be of. Take the value"
            " out; say it in the note.",
        ),
        Entry(
            "EVIDENCE_NEEDED",
            "آنچه انجام‌شده گفته می‌شود شاهد می‌خواهد. evidenceUrl را بفرستید، یا با نوشته بگویید چه آن را نشان"
            " می‌دهد.",
            "What is said to be done needs evidence. Give `evidenceUrl`, or say in words what shows it.",
        ),
    ),
)
