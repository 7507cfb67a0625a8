"""What can stand against a change of regions, topics and skills, by a mutation or by a file."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Regions, topics and skills",
    "ناحیه‌ها، موضوع‌ها و مهارت‌ها",
    "What all records are placed by: mutations of coordinators, and files that `hub reference load` reads.",
    (
        Entry(
            "SLUG_FORM",
            "«{given}» نام کوتاه درستی نیست. حروف کوچک لاتین و رقم بنویسید، جداشده با خط تیره.",
            "{given!r} is no short name. Take small Latin letters and digits, parted by hyphens.",
        ),
        Entry(
            "REGION_CODE_FORM",
            "«{given}» کد ناحیه نیست. دو حرف بزرگ کشور را بنویسید و سپس بخش‌ها را، مانند IR-23 یا IR-23-01.",
            "{given!r} is no code of a region. Take the country's two capitals, then its parts, like IR-23"
            " or IR-23-01.",
        ),
        Entry(
            "ISCO_FORM",
            "«{given}» کد ISCO-08 نیست. یک تا چهار رقم بنویسید.",
            "{given!r} is no code of ISCO-08. Give one to four digits.",
        ),
        Entry(
            "ESCO_FORM",
            "«{given}» نشانی ESCO نیست. نشانی‌ای بدهید که با http://data.europa.eu/esco/ آغاز شود.",
            "{given!r} is no address of ESCO. Give one that starts with http://data.europa.eu/esco/.",
        ),
        Entry(
            "TERM_UNKNOWN",
            "«{given}» شناخته نیست. کد یا نام کوتاه آن را بررسی کنید، یا نخست خود آن را بیفزایید.",
            "{given!r} is not known. Check its code or short name, or add it first.",
        ),
        Entry(
            "TERM_IN_A_RING",
            "این جابه‌جایی آن را زیر خودش می‌برد. جای دیگری برگزینید.",
            "This would put it below itself. Choose another place for it.",
        ),
        Entry(
            "TERM_TOO_DEEP",
            "بیش از {maximum} سطح بالای آن قرار می‌گیرد. جای بالاتری برگزینید.",
            "More than {maximum} levels would stand above it. Choose a place further up.",
        ),
        Entry(
            "REGION_OF_ANOTHER_LEVEL",
            "شهرستان در استان است و استان در کشور؛ کشور در هیچ ناحیه‌ای نیست. گونه یا جای آن را درست کنید.",
            "A county lies in a province, a province in a country, and a country in no region."
            " Mend its kind or its place.",
        ),
        Entry(
            "SLUG_TAKEN",
            "این نام کوتاه از آنِ دیگری است. نام دیگری برگزینید، یا همان را ویرایش کنید یا بازگردانید.",
            "Another has this short name. Choose another, or edit or restore the one that has it.",
        ),
        Entry(
            "TERM_TWIN",
            "«{given}» هست، شاید با نگارشی دیگر: {id}. همان را به کار ببرید، ویرایش کنید یا بازگردانید؛ اگر"
            " چیز دیگری است نامی بدهید که از آن بازشناخته شود.",
            "{given!r} is there, perhaps spelled another way: {id}. Use, edit or restore that one; where"
            " this is something else, give it a name that tells them apart.",
        ),
        Entry(
            "REGION_CODE_TAKEN",
            "این کد از آنِ ناحیهٔ دیگری است. کد دیگری بنویسید، یا همان ناحیه را ویرایش کنید یا بازگردانید.",
            "Another region has this code. Give another, or edit or restore the region that has it.",
        ),
        Entry(
            "TERM_RETIRED",
            "«{retired}» کنار گذاشته شده است و جانشینی ندارد. یکی از آنچه در کاربرد است برگزینید.",
            "“{retired}” is retired, and nothing stands for it. Choose one that is in use.",
        ),
        Entry(
            "TERM_MERGED",
            "«{retired}» در «{name}» ادغام شده است. «{name}» ({id}) را به جای آن بدهید.",
            "“{retired}” was merged into “{name}”. Give “{name}” ({id}) instead.",
        ),
        Entry(
            "TERM_HAS_OTHERS_BELOW",
            "زیر آن هنوز شاخه‌هایی در کاربرد است. نخست آن‌ها را جابه‌جا کنید یا کنار بگذارید،"
            " یا خودِ آن را در دیگری ادغام کنید.",
            "Others in use stand below it. Move or retire those first, or merge it into another.",
        ),
        Entry(
            "SAME_TERM",
            "این همان است که ادغام می‌شود. یکی دیگر برگزینید.",
            "It is the one that is to be merged. Choose another.",
        ),
        Entry(
            "TERM_OF_ANOTHER_KIND",
            "از گونهٔ دیگری است. یکی از همان گونه برگزینید.",
            "The other is of another kind. Choose one of the same kind.",
        ),
        Entry(
            "ALREADY_RETIRED",
            "پیش‌تر کنار گذاشته شده است. کار دیگری لازم نیست.",
            "It is retired already. Nothing is left to do.",
        ),
        Entry(
            "ALREADY_IN_USE",
            "در کاربرد است. کار دیگری لازم نیست.",
            "It is in use. Nothing is left to do.",
        ),
        Entry(
            "TERM_BELOW_RETIRED",
            "«{given}»، که بالای آن می‌ایستد، کنار گذاشته شده است. جای دیگری برگزینید،"
            " یا این را هم کنار بگذارید.",
            "{given!r}, which stands above it, is retired. Choose another place, or retire this one, too.",
        ),
        Entry(
            "REPLACED_IN_USE",
            "آنچه در کاربرد است جانشین ندارد. جانشین را بردارید، یا وضعیت را RETIRED بنویسید.",
            "What is in use is replaced by nothing. Take that away, or give the status RETIRED.",
        ),
        Entry(
            "SUCCESSOR_REPLACED",
            "جانشین آن خود جانشین دارد. «{name}» را به جای آن بنویسید.",
            "What stands for it is replaced itself. Give {name!r} instead.",
        ),
        Entry(
            "TERM_TWICE",
            "«{given}» پیش‌تر آمده است ({first}). یکی از دو ردیف را بردارید.",
            "{given!r} stands there already ({first}). Take one of the two away.",
        ),
        Entry(
            "COLUMNS_UNKNOWN",
            "ستون‌ها از هیچ جدول شناخته‌ای نیست. جدول‌ها این‌هاست: {known}. ستون‌ها را چنین بنامید.",
            "The columns are of no known table. There are {known}. Name the columns so.",
        ),
        Entry(
            "NOT_CSV",
            "این‌جا CSV نیست. فایل را با UTF-8 و نقل‌قول‌های بسته ذخیره کنید.",
            "This is no CSV. Save the file in UTF-8, with its quotes closed.",
        ),
        Entry(
            "NOT_RDF",
            "این‌جا RDF درست نیست. فایل را با برنامه‌ای که آن را ساخته درست کنید.",
            "This is no sound RDF. Mend the file with the program that wrote it.",
        ),
        Entry(
            "NO_CONCEPTS",
            "فایل هیچ skos:Concept ندارد. موضوع‌ها یا مهارت‌ها را به SKOS بنویسید.",
            "The file has no skos:Concept. Write the topics or skills down as SKOS.",
        ),
        Entry(
            "SCHEME_UNKNOWN",
            "روشن نیست که موضوع است یا مهارت. skos:inScheme را بنویسید، یا نام فایل یکی از این‌ها باشد:"
            " {known}.",
            "Whether it is a topic or a skill is not told. Say skos:inScheme, or name the file as one of"
            " {known}.",
        ),
        Entry(
            "FILE_ENDING",
            "پسوند فایل شناخته نیست. یکی از این‌ها باشد: {endings}.",
            "The file's ending is not known. There are {endings}.",
        ),
        Entry(
            "NOT_UNICODE",
            "متن فایل UTF-8 نیست. آن را با UTF-8 ذخیره کنید.",
            "The file is no text in UTF-8. Save it in UTF-8.",
        ),
        Entry(
            "TOO_MANY_CELLS",
            "خانه‌های این ردیف از ستون‌ها بیشتر است. متنی را که ویرگول دارد در نقل‌قول بگذارید.",
            "The row has more cells than there are columns. Put a text that has a comma in quotes.",
        ),
        Entry(
            "NOT_AN_OPTION",
            "«{given}» از گزینه‌ها نیست. یکی از این‌ها را بنویسید: {options}.",
            "{given!r} is none of the options. Take one of {options}.",
        ),
    ),
)
