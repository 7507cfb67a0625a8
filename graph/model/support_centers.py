"""Support centers: where people who look for work are helped, and how many facilitators work there."""

from graph.model.common import (
    CREATE,
    OWNER_EDGE,
    PUBLISHED_RECORD,
    REGION,
    SOURCE,
    TARGET_GROUPS,
    bilingual,
    published,
)
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    asked,
    choice,
    day,
    link,
    links,
    part,
    record,
    text,
    texts,
    those,
    web,
    whole,
)
from graph.model.life import Also, By, Way, instead
from graph.model.members import Kind
from graph.model.words import Choice


class SupportCenterKind(
    Choice,
    en="Kind of support center: What a center is there for.",
    fa="گونهٔ مرکز حمایت: مرکز برای چه کاری است.",
):
    JOB_SUPPORT_CENTER = (
        "JOB_SUPPORT_CENTER",
        "Job support center: Helps people into work and stands by employer and worker afterwards.",
        "مرکز پشتیبانی شغلی: افراد را به کار می‌رساند و پس از آن هم کنار کارفرما و شاغل می‌ماند.",
    )
    POSITIVE_LIFE_CENTER = (
        "POSITIVE_LIFE_CENTER",
        "Positive Life center: A local center of social services, with job facilitators.",
        "مرکز مثبت زندگی: مرکز محلی خدمات اجتماعی، که تسهیلگر شغلی هم دارد.",
    )


class SupportCenterScope(
    Choice,
    en="Scope: Whether a record is about one center, or about all of its kind in its region.",
    fa="دامنه: رکورد دربارهٔ یک مرکز است یا همهٔ مراکز هم‌گونه در ناحیه‌اش.",
):
    ONE_CENTER = "ONE_CENTER", "One center: The one it names.", "یک مرکز: همان که نامش آمده است."
    ALL_OF_KIND = (
        "ALL_OF_KIND",
        "All of its kind: Where only their sum is known, not each of them.",
        "همهٔ هم‌گونه‌ها: وقتی تنها جمع آن‌ها دانسته است، نه تک‌تکشان.",
    )


FACILITATOR_COUNT = part(
    "FacilitatorCount",
    "Facilitators: How many job facilitators there were on a day; heads are counted, nobody is named.",
    "تسهیلگران: شمار تسهیلگران شغلی در یک روز؛ تنها شمار است و از کسی نام برده نمی‌شود.",
    (
        whole("count", "Count: How many facilitators.", "شمار: چند تسهیلگر.", REQUIRED),
        day(
            "asOf",
            "As of: The day the count is of.",
            "به تاریخ: این شمار از چه روزی است.",
            REQUIRED,
            days=HAPPENED,
            sortable=False,
        ),
    ),
)

SUPPORT_CENTER = record(
    "SupportCenter",
    "sce",
    "Support center: Where people who look for work find help, and by how many facilitators.",
    "مرکز حمایت: جایی که جویندگان کار در آن یاری می‌گیرند، و شمار تسهیلگرانش.",
    plural=("supportCenters", "Support centers", "مراکز حمایت"),
    common=PUBLISHED_RECORD,
    life=published(
        create=instead(
            CREATE,
            "Create: Write down a center that your organization operates, as a draft.",
            "ایجاد: پیش‌نویس مرکزی را بنویسید که سازمان شما می‌گرداند.",
            way=Way.OWN,
            also=Also(By.ADMINISTRATOR),
            takes=(
                asked(
                    "operatorId",
                    Kind.ID,
                    "Operator: Your own organization where not given; administrators enter the word of any.",
                    "گرداننده: اگر نیاید سازمان خودتان؛ سرپرستان گفتهٔ هر سازمانی را وارد می‌کنند.",
                ),
            ),
        )
    ),
    members=(
        choice(
            "kind",
            SupportCenterKind,
            "Kind: Job support center or Positive Life center.",
            "گونه: مرکز پشتیبانی شغلی یا مرکز مثبت زندگی.",
            REQUIRED,
        ),
        bilingual("name", "Name", "نام"),
        text(
            "nameFa",
            "Persian name: The name of the center in Persian.",
            "نام فارسی: نام مرکز به فارسی.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "nameEn",
            "English name: The name of the center in English; null where it has none.",
            "نام انگلیسی: نام مرکز به انگلیسی؛ اگر ندارد null.",
            OPTIONAL,
            searched=TITLE,
        ),
        text(
            "description",
            "Description: What one finds there, and what not.",
            "شرح: در آن چه هست و چه نیست.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        choice(
            "scope",
            SupportCenterScope,
            "Scope: One center, or all of its kind where only their sum is known.",
            "دامنه: یک مرکز، یا همهٔ هم‌گونه‌ها وقتی تنها جمعشان دانسته است.",
            REQUIRED,
            default=SupportCenterScope.ONE_CENTER,
        ),
        whole(
            "centerCount",
            "Number of centers: How many the record stands for; null for one, or where that is not told.",
            "شمار مرکزها: رکورد به جای چند مرکز است؛ برای یک مرکز، یا اگر گفته نشده null.",
            OPTIONAL,
        ),
        texts(
            "services",
            "Services: What it does for people, one service an entry.",
            "خدمت‌ها: برای مردم چه می‌کند، هر مورد یک خدمت.",
            OPTIONAL,
            BODY,
        ),
        TARGET_GROUPS,
        text(
            "phone",
            "Phone: That of the office, with its area code; never a person's.",
            "تلفن: تلفن دفتر، با پیش‌شماره؛ هرگز تلفن کسی نیست.",
            OPTIONAL,
            long=True,
        ),
        web(
            "website",
            "Web address: Where it tells of itself; null where it has none.",
            "نشانی وب: جایی که از خود می‌گوید؛ اگر ندارد null.",
            OPTIONAL,
        ),
        text(
            "address",
            "Address: Where visitors go; null where that is not told.",
            "نشانی: مراجعه‌کننده به کجا برود؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
        ),
        day(
            "startsOn",
            "Open from: The first day it is open; null where that is not told.",
            "آغاز کار: نخستین روز کار آن؛ اگر گفته نشده null.",
            OPTIONAL,
            days=PLANNED,
        ),
        day(
            "endsOn",
            "Open until: The last day it is open; null while no end is known.",
            "پایان کار: واپسین روز کار آن؛ تا پایانی دانسته نیست null.",
            OPTIONAL,
            days=PLANNED,
            from_="startsOn",
        ),
        *SOURCE,
        link(
            "operator",
            OWNER_EDGE,
            "Organization",
            "Operator: The organization that runs it, and whose word all of this is.",
            "گرداننده: سازمانی که آن را می‌گرداند و همهٔ این‌ها گفتهٔ اوست.",
            back=those(
                "Those it operates, as far as you may read.", "آن‌ها که می‌گرداند، تا جایی که می‌توانید بخوانید."
            ),
        ),
        REGION,
        links(
            "facilitators",
            "HAS_FACILITATOR_COUNT",
            "FacilitatorCount",
            "Facilitators: Head counts, the latest first.",
            "تسهیلگران: شمار آن‌ها در روزهای گوناگون، نخست تازه‌ترین.",
            OPTIONAL,
        ),
    ),
)

AREA = (FACILITATOR_COUNT, SUPPORT_CENTER)
