"""Errors of what is taught and where it leads: qualifications, courses, apprenticeships and jobs."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Training and jobs",
    "آموزش و شغل",
    "Qualifications, courses and who pays for them, apprenticeships, job opportunities.",
    (
        Entry(
            "OCCUPATION_FORM",
            "«{given}» کد شغلی ISCO-08 نیست. چهار رقم گروه شغلی را بنویسید، مانند 7212 برای جوشکاران.",
            "{given!r} is no occupation of ISCO-08. Give the four digits of its unit group,"
            " such as 7212 for welders.",
        ),
        Entry(
            "OWN_QUALIFICATION",
            "این گواهینامه را سازمان شما صادر می‌کند و به رسمیت شناختن نمی‌خواهد. از آنِ دیگری را برگزینید.",
            "Your organization issues this qualification, so it needs no recognition of yours."
            " Choose another's.",
        ),
        Entry(
            "ALREADY_RECOGNIZED",
            "این گواهینامه را پیش‌تر به رسمیت شناخته‌اید ({id}). همان را با editRecognition تغییر دهید.",
            "Your organization recognizes this qualification already ({id}). Change that with"
            " `editRecognition`.",
        ),
        Entry(
            "OTHERS_RELY_ON_IT",
            "سازمان‌های دیگر این گواهینامه را به رسمیت شناخته‌اند یا دوره‌هایشان به آن می‌رسد؛ عنوان، کد، شغل،"
            " اعتبار و مهارت‌های آن همان می‌ماند. گواهینامهٔ تازه‌ای بنویسید.",
            "Other organizations recognize this qualification, or their courses lead to it: its title, code,"
            " occupation, validity and skills stay. Write a new qualification instead.",
        ),
        Entry(
            "SHARES_STAND",
            "سازمان دیگری سهمی از این شهریه را بر عهده گرفته یا از آن خواسته شده است؛ شهریه، عنوان، ظرفیت،"
            " ساعت‌ها و آزمون دوره همان می‌ماند. نخست سهم‌ها را با withdrawCostShare پس بگیرید و پس از تغییر"
            " دوباره اظهار کنید.",
            "Another organization pays a share of this price, or is asked to: price, title, capacity, hours"
            " and exam of the course stay. Take the shares back with `withdrawCostShare` first, and claim"
            " them anew once the course is changed.",
        ),
        Entry(
            "PRICE_NEEDED",
            "این دوره شهریه‌ای ندارد که سهمی از آن پرداخت شود. نخست شهریه را در دوره بنویسید.",
            "The course has no price that a share could be of. Give the course its price first.",
        ),
        Entry(
            "PERCENT_OR_AMOUNT",
            "سهم یا درصد است یا مبلغ. یکی از percent و amount را بفرستید.",
            "A share is a percentage or an amount. Give one of `percent` and `amount`.",
        ),
        Entry(
            "PRICE_UNIT_DIFFERS",
            "شهریهٔ دوره به {unit} است. سهم را هم با همان واحد بفرستید.",
            "The price of the course is in {unit}. State the share in that unit, too.",
        ),
        Entry(
            "SHARES_EXCEED_PRICE",
            "جمع سهم‌ها از شهریه بیشتر می‌شود؛ تنها {left} درصد آن مانده است. سهم کمتری بفرستید یا"
            " سهمی دیگر را پس بگیرید.",
            "The shares would exceed the price: {left} percent of it are left. Give a smaller share, or take"
            " another back.",
        ),
        Entry(
            "SHARE_HAS_NO_ROOM",
            "از هنگامی که این سهم را نپذیرفتید، سهم‌های دیگری جایش را گرفته‌اند. از آموزش‌دهنده بخواهید سهمی را"
            " که جا دارد از نو اظهار کند.",
            "Since you refused this share, others have taken its place. Ask the provider to claim anew what"
            " there is room for.",
        ),
        Entry(
            "CLAIM_STANDS",
            "همین پیش‌تر اظهار شده و برقرار است ({id}). نخست باید آموزش‌دهنده آن را پس بگیرد.",
            "This is claimed already ({id}); its provider has to take that back first.",
        ),
        Entry(
            "APPRENTICESHIP_LENGTH",
            "استادشاگردی {least} تا {most} ماه است، نه {given} ماه: در کمتر از آن حرفه آموخته نمی‌شود"
            " و بیشتر از آن کار بی استخدام است. عددی از {least} تا {most} بفرستید.",
            "An apprenticeship is {least} to {most} months, not {given}: in less a trade is not learned,"
            " and more is work without employment. Give {least} to {most}.",
        ),
        Entry(
            "MORE_FILLED_THAN_PLACES",
            "این فرصت {places} جا دارد و {filled} جای پرشده نمی‌شود داشته باشد. یکی از دو عدد را درست کنید.",
            "It has {places} places, and cannot have {filled} of them filled. Correct one of the numbers.",
        ),
        Entry(
            "SKILL_OR_OCCUPATION",
            "باید گفت راه به کدام کار می‌خواهید. یکی از skillId و occupation را بفرستید.",
            "Say to which work you want the way. Give one of `skillId` and `occupation`.",
        ),
    ),
)
