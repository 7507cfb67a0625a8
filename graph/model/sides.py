"""Sides: as what an organization stands in a record that binds several, and makes a move of its life."""

from graph.model.words import Choice


class Side(
    Choice,
    en="Side: As what an organization makes a move of a record that binds it.",
    fa="سو: سازمانی که رکورد به آن مربوط است در چه جایگاهی گام برمی‌دارد.",
):
    """What `By.SIDE` stands for in a move. `hub/resolvers/` asks it of a viewer."""

    PARTY = "PARTY", "A party: A party of the partnership.", "یکی از طرف‌ها: یکی از طرف‌های مشارکت."
    OTHER_PARTY = (
        "OTHER_PARTY",
        "Another party: A party of the partnership that did not propose it.",
        "طرفی دیگر: یکی از طرف‌های مشارکت که آن را پیشنهاد نکرده است.",
    )
    OWED_BY = (
        "OWED_BY",
        "Whoever owes it: The party that has to do it.",
        "بدهکار: طرفی که باید آن را انجام دهد.",
    )
    OWED_TO = (
        "OWED_TO",
        "Whomever it is owed to: The party it is done for.",
        "طلبکار: طرفی که برای آن انجام می‌شود.",
    )
    PROPOSER = (
        "PROPOSER",
        "Its proposer: Whoever proposed it.",
        "پیشنهاددهنده: آن که آن را پیشنهاد کرده است.",
    )
    CLAIMANT = (
        "CLAIMANT",
        "Its claimant: Whoever says that it is so.",
        "گویندهٔ آن: سازمانی که می‌گوید چنین است.",
    )
    ASKED = (
        "ASKED",
        "Whoever is asked: The organization that is named, and whose word it waits for.",
        "سازمانی که از آن پرسیده شده: سازمانی که نامش آمده و پاسخ با اوست.",
    )
    GIVER = "GIVER", "Its provider: The organization that gives.", "دهنده: سازمانی که می‌دهد."
    TAKER = "TAKER", "Its receiver: The organization that gets.", "گیرنده: سازمانی که می‌گیرد."
    SECRETARIAT = (
        "SECRETARIAT",
        "The network's secretariat: The organization that runs the network.",
        "دبیرخانهٔ همان شبکه: سازمانی که آن شبکه را اداره می‌کند.",
    )
    MEMBER = (
        "MEMBER",
        "Its member: The organization whose seat or membership it is.",
        "عضو: سازمانی که کرسی یا عضویت از آنِ اوست.",
    )
    APPLICANT = (
        "APPLICANT",
        "The applicant: The organization that asks to become a member.",
        "درخواست‌کننده: سازمانی که می‌خواهد عضو شود.",
    )
    BODY = (
        "BODY",
        "The group's body: The secretariat of its network, or a party of its partnership.",
        "صاحب کارگروه: دبیرخانهٔ شبکهٔ آن، یا یکی از طرف‌های مشارکت آن.",
    )
    RUNNER = (
        "RUNNER",
        "Whoever runs the group: Its chair, its secretary, and whose it is.",
        "گردانندهٔ کارگروه: رئیس و دبیر آن، و صاحبش.",
    )
    SITTER = (
        "SITTER",
        "Whoever sits in the group: An organization that has confirmed its seat, or runs the group.",
        "عضو کارگروه: سازمانی که عضویت خود را تأیید کرده یا کارگروه را می‌گرداند.",
    )
    ATTENDANT = (
        "ATTENDANT",
        "Whoever is said to have been there: An organization on the list of the meeting.",
        "حاضر در جلسه: سازمانی که نامش در فهرست حاضران است.",
    )
    ASSIGNEE = (
        "ASSIGNEE",
        "Whoever has to do it: The organization it is given to.",
        "مسئول آن: سازمانی که کار به او سپرده شده است.",
    )
    ADDRESSEE = (
        "ADDRESSEE",
        "Its addressee: The organization that is asked for something.",
        "مخاطب: سازمانی که از آن چیزی خواسته شده است.",
    )
    AUTHOR = "AUTHOR", "Its publisher: The organization that wrote it.", "ناشر: سازمانی که آن را نوشته است."
    PROVIDER = (
        "PROVIDER",
        "The training provider: The organization that trains.",
        "آموزش‌دهنده: سازمانی که آموزش می‌دهد.",
    )
    RATER = (
        "RATER",
        "The rater: The organization that gave the rating.",
        "رتبه‌دهنده: سازمانی که رتبه داده است.",
    )
    WITNESS = (
        "WITNESS",
        "Whose experience it is: The organization whose experience is the evidence.",
        "صاحب تجربه: سازمانی که تجربه‌اش شاهد است.",
    )
    PAYER = "PAYER", "The payer: The organization that pays.", "پرداخت‌کننده: سازمانی که می‌پردازد."
