"""What can stand against a change of processes and of who follows them."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Processes",
    "فرایندها",
    "Standard processes: their editions, the network's decision, and who follows them.",
    (
        Entry(
            "NOT_THE_STANDARD",
            "آنچه باید جایگزین شود اکنون استاندارد این شبکه نیست. در replacesId نگارش جاری را بفرستید.",
            "What it replaces is no standard of that network now. Give the present edition as `replacesId`.",
        ),
        Entry(
            "VISIBILITY_TOO_NARROW",
            "پیشنهاد را باید اعضای شبکه بتوانند بخوانند. دیدپذیری را PUBLIC یا MEMBERS کنید.",
            "Members must be able to read a proposal. Make its visibility `PUBLIC` or `MEMBERS`.",
        ),
        Entry(
            "DECIDED_ELSEWHERE",
            "این مصوبه از کارگروه‌های این شبکه نیست. مصوبهٔ یکی از کارگروه‌های همین شبکه را بفرستید.",
            "That decision is not one of this network's working groups. Give one of theirs.",
        ),
        Entry(
            "NOT_A_STANDARD",
            "وضعیت این فرایند «{status}» است. تنها از نگارشی می‌توان پیروی کرد که استاندارد است.",
            "The status of that process is `{status}`. Follow an edition that is a standard.",
        ),
        Entry(
            "ALREADY_FOLLOWED",
            "سازمان شما از این نگارش پیروی می‌کند. همان پیروی را با editProcessFollowing تغییر دهید.",
            "Your organization follows this edition already. Change that with `editProcessFollowing`.",
        ),
        Entry(
            "NO_SUCH_STEP",
            "گام {given} در این فرایند نیست. گام‌ها از ۰ تا {last} شماره دارند.",
            "The process has no step {given}. Its steps are numbered 0 to {last}.",
        ),
    ),
)
