"""What can stand against a change of organizations and their ties."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Organizations",
    "سازمان‌ها",
    "Listing, registering and claiming organizations, and their ties.",
    (
        Entry(
            "ALREADY_CLAIMED",
            "این سازمان پیش‌تر عضو شده است. با توکن همان سازمان کار کنید.",
            "The organization is already a member. Go on with its own token.",
        ),
        Entry(
            "CLAIM_EXISTS",
            "درخواست پیوستن شما برای این سازمان در انتظار تصمیم است ({id}). منتظر بمانید یا آن را پس بگیرید.",
            "Your claim of this organization waits to be decided ({id}). Wait, or withdraw it.",
        ),
        Entry(
            "PROOF_NEEDED",
            "گواهی که نام برده‌اید نیامده است. mail یا document را بنویسید.",
            "The proof you name is missing. Give `mail`, or `document`.",
        ),
        Entry(
            "MAIL_OF_ANOTHER_DOMAIN",
            "این نشانی در دامنهٔ وبگاه سازمان نیست. نشانی سازمانی بنویسید، یا مدرکی گواه بیاورید.",
            "This address is not at the web domain of the organization. Give one that is, or a document.",
        ),
        Entry(
            "MAIL_NOT_CONFIRMED",
            "پیوند فرستاده‌شده به نشانی سازمان هنوز باز نشده است. با mailOrganizationClaim آن را بفرستید.",
            "Nobody has opened the link that is mailed to the address. Send it with `mailOrganizationClaim`.",
        ),
        Entry(
            "NATIONAL_ID_TAKEN",
            "سازمان دیگری با این شناسهٔ ملی ثبت شده است. آن را پیدا کنید یا شماره را بررسی کنید.",
            "Another organization has this national identifier. Find that one, or check the number.",
        ),
        Entry(
            "LIKELY_TWIN",
            "سازمانی با همین نام هست: «{name}» ({id}). اگر همان است، آن را به کار ببرید؛ اگر دیگری است،"
            " شناسه‌اش را در despite بفرستید.",
            "There is an organization of this name: {name} ({id})."
            " Where it is the same, use that one; where it is another, give its id in `despite`.",
        ),
        Entry(
            "MERGE_BINDS_BOTH",
            "این دو در مشارکت، تبادل یا به‌کارگیری روبه‌روی هم‌اند؛ پس دو سازمان‌اند. نخست آن را پایان دهید.",
            "The two face each other in a partnership, an exchange or an adoption, so they are two."
            " See to that first.",
        ),
        Entry(
            "NATIONAL_IDS_DIFFER",
            "این دو شناسهٔ ملی جدا دارند؛ پس دو سازمان‌اند. اگر یکی نادرست است نخست آن را درست کنید.",
            "The two have different national identifiers, so they are two."
            " Where one is wrong, correct it first.",
        ),
        Entry(
            "TIE_EXISTS",
            "همین پیوند پیش‌تر اظهار شده یا برقرار است ({id}). آن را با confirmTie تأیید کنید یا با endTie"
            " پایان دهید.",
            "This tie is claimed already, or holds ({id})."
            " Confirm it with `confirmTie`, or end it with `endTie`.",
        ),
        Entry(
            "TIE_ENDED",
            "این پیوند پیش‌تر پایان یافته است. پیوند تازه را با declareTie ثبت کنید.",
            "This tie has already ended. Record a new one with `declareTie`.",
        ),
        Entry(
            "SOURCE_REQUIRED",
            "هماهنگ‌کننده از سوی هیچ‌یک از دو سازمان سخن نمی‌گوید. source را بنویسید: از کجا دانسته شده است.",
            "A coordinator speaks for neither of the two. Give a `source`: where this is known from.",
        ),
        Entry(
            "OTHERS_WORD",
            "این را خودتان گفته‌اید. تنها سوی دیگر، یا هماهنگ‌کننده با منبع، می‌تواند آن را تأیید یا رد کند.",
            "This is your own word. The other end confirms or disputes it, or a coordinator with a source.",
        ),
        Entry(
            "CONFIRMED_BY_OTHER",
            "سوی دیگر این را تأیید کرده است. اگر دیگر برقرار نیست، آن را با endTie پایان دهید.",
            "The other end has confirmed this. Where it no longer holds, end it with `endTie`.",
        ),
        Entry(
            "ORGANIZATION_WITHDRAWN",
            "این سازمان از شبکه رفته است؛ آنچه از آن مانده همان می‌ماند. سازمان دیگری برگزینید.",
            "This organization has withdrawn; what is there of it stays as it is. Choose another.",
        ),
    ),
)
