"""What can stand against a change of networks, their steps, boards, charters, members and applications."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Networks",
    "شبکه‌ها",
    "Founding networks, their boards and charters, and becoming a member.",
    (
        Entry(
            "STEPS_OPEN",
            "گام «{title}» هنوز مانده است. نخست همهٔ گام‌های تأسیس را انجام دهید یا کنار بگذارید.",
            "The step “{title}” is still to be done. Complete or skip all founding steps first.",
        ),
        Entry(
            "EARLIER_STEP_OPEN",
            "گام «{title}» پیش از این است و هنوز مانده. نخست آن را انجام دهید یا کنار بگذارید.",
            "The step “{title}” comes before it and is still to be done. Complete or skip that one first.",
        ),
        Entry(
            "LATER_STEP_DONE",
            "گام «{title}» پس از این است و انجام شده. جای دیگری بدهید، یا نخست آن را با"
            " reopenFoundingStep باز کنید.",
            "The step “{title}” comes after it and is done. Choose another place, or reopen that one first"
            " with `reopenFoundingStep`.",
        ),
        Entry(
            "NOT_NATIONAL",
            "این شبکه ملی نیست. شبکهٔ استانی را زیر یک شبکهٔ ملی تأسیس کنید.",
            "The network is not a national one. Found provincial networks under one that is.",
        ),
        Entry(
            "PROVINCE_HAS_NETWORK",
            "این شبکهٔ ملی در این ناحیه شبکه‌ای دارد ({id}). همان را پیش ببرید، یا ناحیهٔ دیگری برگزینید.",
            "The national network has one in this region already ({id}). Go on with that one, or"
            " choose another"
            " region.",
        ),
        Entry(
            "NOT_A_PROVINCE",
            "شبکهٔ استانی از آنِ یک استان است، نه همهٔ کشور یا یک شهرستان. استان را برگزینید.",
            "A provincial network is for a province, not for the whole country or a county. Choose the"
            " province.",
        ),
        Entry(
            "NOT_OFFERED",
            "دبیرخانهٔ این شبکه به کسی پیشنهاد نشده است. نخست دبیرخانهٔ کنونی با offerSecretariat"
            " پیشنهادش دهد.",
            "The secretariat of this network is offered to nobody. The present one offers it first, with"
            " `offerSecretariat`.",
        ),
        Entry(
            "TOO_MANY_DAYS",
            "{given} روز برای یک گام زیاد است. بیشینه {maximum} روز بدهید.",
            "{given} days are too many for a step. Give {maximum} at most.",
        ),
        Entry(
            "BOARD_SITS",
            "هیئتی از این گونه بر سر کار است ({id}). نخست آن را با endBoard پایان دهید.",
            "A board of this kind sits already ({id}). End that one first, with `endBoard`.",
        ),
        Entry(
            "ALREADY_SEATED",
            "این سازمان همین کرسی را دارد، یا از آن پرسیده شده است ({id}). همان را پیش ببرید.",
            "The organization has this very seat, or is asked about it ({id}). Go on with that one.",
        ),
        Entry(
            "NO_ARTICLES",
            "این پیش‌نویس هیچ ماده‌ای ندارد. نخست ماده‌ها را با editCharter بنویسید.",
            "The draft has no article. Write its articles first, with `editCharter`.",
        ),
        Entry(
            "ADOPTED_EARLIER",
            "اساسنامهٔ جاری در {day} تصویب شده است. روزی از آن پس بدهید.",
            "The charter in force was adopted on {day}. Give that day or a later one.",
        ),
        Entry(
            "ALREADY_MEMBER",
            "این سازمان عضو شبکه است یا دعوت شده ({id}). اگر جایگاهش باید عوض شود، نخست آن را پایان"
            " دهید یا پس"
            " بگیرید.",
            "The organization is a member of the network, or invited to be one ({id}). End or withdraw that"
            " first where it is to be another kind.",
        ),
        Entry(
            "ALREADY_APPLIED",
            "درخواست دیگری از سازمان شما به این شبکه هنوز باز است ({id}). همان را پیش ببرید یا پس بگیرید.",
            "Another application of your organization to this network is open ({id}). Go on with it, or"
            " withdraw it.",
        ),
    ),
)
