"""Every limit: what it bounds, in which unit, and what happens beyond it. docs/limits.md is made of this."""


class Limit(int):
    """The most of something: a whole number of `unit`, for `what`.

    Beyond it a request is refused with `code`; without one, `beyond` alone says what is left out or
    forgotten. `fa` tells users the same, where they meet it.
    """

    unit: str
    what: str
    beyond: str
    code: str | None
    fa: str | None

    def __new__(
        cls, most: int, unit: str, what: str, *, beyond: str, code: str | None = None, fa: str | None = None
    ) -> "Limit":
        """A number that knows its own row of docs/limits.md."""
        limit = super().__new__(cls, most)
        limit.unit, limit.what, limit.beyond, limit.code, limit.fa = unit, what, beyond, code, fa
        return limit


# -- a connection ------------------------------------------------------------------------------------

MAXIMUM_HEAD = Limit(
    65_536,
    "bytes",
    "the head of a request: its first line and its headers",
    code="HEAD_TOO_LARGE",
    beyond="Shorten the address or the headers; a query goes by POST.",
    fa="سطر نخست و سرآیندهای درخواست. آن‌ها را کوتاه کنید و پرس‌وجو را با POST بفرستید.",
)
MAXIMUM_HEAD_SECONDS = Limit(
    10,
    "seconds",
    "the sending of a head",
    code="HEAD_TOO_SLOW",
    beyond="Send it at once. A connection on which nothing came is closed without an answer.",
    fa="زمان فرستادن سرآیندها. آن‌ها را یک‌جا بفرستید.",
)
MAXIMUM_BODY_SECONDS = Limit(
    30,
    "seconds",
    "the sending of a body",
    code="BODY_TOO_SLOW",
    beyond="Split it into several requests, or send it by a faster line.",
    fa="زمان فرستادن بدنهٔ درخواست. آن را چند بخش کنید.",
)
MAXIMUM_IDLE_SECONDS = Limit(
    5,
    "seconds",
    "a connection on which nothing is asked",
    beyond="It is closed; open another.",
    fa="زمان بیکاری یک اتصال؛ پس از آن بسته می‌شود.",
)
MAXIMUM_STALL_SECONDS = Limit(
    30,
    "seconds",
    "an answer of which nothing is taken by whoever asked",
    beyond="The connection is cut.",
    fa="زمانی که پاسخ گرفته نمی‌شود؛ پس از آن اتصال بریده می‌شود.",
)
MAXIMUM_ADDRESS_CONNECTIONS = Limit(
    100,
    "connections",
    "what one address has open at a time; proxies that are trusted have as many as they need",
    code="TOO_MANY_CONNECTIONS",
    beyond="Close some, or ask several times on one.",
    fa="اتصال‌های هم‌زمان یک نشانی. چند درخواست را روی یک اتصال بفرستید.",
)
# A kilobyte or two each, and a quarter of a megabyte of requests comes at once.
MAXIMUM_PIPELINED = Limit(
    20,
    "requests",
    "what waits on one connection for earlier answers",
    beyond="Those are answered, and the connection is closed.",
    fa="درخواست‌های در صف یک اتصال؛ آن‌ها پاسخ می‌گیرند و اتصال بسته می‌شود.",
)
# A system gives a process 1,024 open files where nobody has told it otherwise.
MAXIMUM_OPEN_CONNECTIONS = Limit(
    800,
    "connections",
    "what all have open at a time",
    code="HUB_FULL",
    beyond="Try again in a moment.",
    fa="اتصال‌های هم‌زمان همه. چند لحظه دیگر دوباره بفرستید.",
)

# -- a request ---------------------------------------------------------------------------------------

MAXIMUM_BODY = Limit(
    1_048_576,
    "bytes",
    "the body of a request",
    code="BODY_TOO_LARGE",
    beyond="Shorten it, or split it into several requests.",
    fa="بدنهٔ درخواست. آن را کوتاه کنید یا چند بخش کنید.",
)
MAXIMUM_DOCUMENT_TOKENS = Limit(
    4_000,
    "tokens",
    "a GraphQL document; its text may have twenty times as many characters",
    code="DOCUMENT_TOO_LARGE",
    beyond="Split it into several queries.",
    fa="اندازهٔ سند GraphQL. آن را به چند پرس‌وجو بشکنید.",
)
MAXIMUM_DOCUMENT_LEVELS = Limit(
    40,
    "levels",
    "selections one inside the other in a document",
    code="DOCUMENT_TOO_LARGE",
    beyond="Ask for less depth, and for the rest by `node(id:)`.",
    fa="لایه‌های تودرتوی یک سند. ادامه را با node(id:) بپرسید.",
)
# Validation compares fields of one name with each other, and Neo4j plans every field: both take seconds
# for more, and all other requests wait for the first.
MAXIMUM_FIELDS = Limit(
    1_000,
    "fields",
    "a document with its fragments written out",
    code="DOCUMENT_TOO_LARGE",
    beyond="Split it into several queries.",
    fa="فیلدهای یک سند. آن را به چند پرس‌وجو بشکنید.",
)
# Each is a query, and there are fifty connections for all.
MAXIMUM_ROOTS = Limit(
    50,
    "fields",
    "the first level of an operation",
    code="DOCUMENT_TOO_LARGE",
    beyond="Split it into several requests.",
    fa="فیلدهای لایهٔ نخست یک درخواست. آن را چند بخش کنید.",
)
# A filter along twelve edges takes Neo4j 3 s to plan.
MAXIMUM_LEVELS = Limit(
    24,
    "levels",
    "lists and objects one inside the other in a value; in variables the code is VARIABLES_TOO_LARGE",
    code="DOCUMENT_TOO_LARGE",
    beyond="Write the filter flatter, or ask in two steps.",
    fa="لایه‌های تودرتوی یک مقدار. پالایه را ساده‌تر بنویسید یا در دو گام بپرسید.",
)
# The longest list anybody may send has 500.
MAXIMUM_VALUES = Limit(
    2_000,
    "values",
    "the variables of a request",
    code="VARIABLES_TOO_LARGE",
    beyond="Split them into several requests.",
    fa="مقدارهای variables. آن‌ها را در چند درخواست بفرستید.",
)
MAXIMUM_SECONDS = Limit(
    20,
    "seconds",
    "the answer to a request",
    code="TIMEOUT",
    beyond="Ask for less.",
    fa="زمان پاسخ. پرس‌وجوی کوچک‌تری بفرستید.",
)

MAXIMUM_ANSWER = Limit(
    8_388_608,
    "bytes",
    "an answer, before it is compressed",
    code="ANSWER_TOO_LARGE",
    beyond="Ask for smaller pages or fewer fields.",
    fa="اندازهٔ یک پاسخ. صفحه‌های کوچک‌تر یا فیلدهای کمتری بخواهید.",
)

MAXIMUM_INTROSPECTION = Limit(
    200_000,
    "fields",
    "what the schema says of itself at a time",
    code="QUERY_TOO_DEAR",
    beyond="Ask for fewer types at a time, or take `schema.graphql`.",
    fa="آنچه طرح‌واره یک‌جا از خود می‌گوید. گونه‌های کمتری بپرسید.",
)
MAXIMUM_ECHO = Limit(
    300,
    "characters",
    "what a message repeats of what was sent",
    beyond="It is cut, and stands on one line.",
    fa="آنچه پیام از فرستادهٔ شما بازمی‌گوید؛ بقیه بریده می‌شود.",
)

# -- a read ------------------------------------------------------------------------------------------

MAXIMUM_PAGE = Limit(
    100,
    "entries",
    "a page of a list",
    code="PAGE_SIZE",
    beyond="Take the next page with `after`.",
    fa="موردهای یک صفحه. صفحهٔ بعد را با after بخوانید.",
)
MAXIMUM_POINTS = Limit(
    200_000,
    "points",
    "a request: its price, worked out before it runs",
    code="QUERY_TOO_LARGE",
    beyond="Ask for smaller pages, or for fewer edges in filters.",
    fa="بهای یک درخواست. صفحه‌های کوچک‌تر یا پالایه‌ای با یال‌های کمتر بخواهید.",
)
MAXIMUM_PLANNING = Limit(
    500_000,
    "points",
    "planning what a request asks, where the database has not answered it lately",
    code="QUERY_TOO_LONG",
    beyond="Ask for fewer types and fields, or for its parts in requests of their own.",
    fa="بهای برنامه‌ریزی یک درخواست تازه. گونه‌ها و فیلدهای کمتر یا بخش‌هایش را جدا بخواهید.",
)
MAXIMUM_DEPTH = Limit(
    12,
    "edges",
    "a query, one inside the other, in its selection and its filters",
    code="DOCUMENT_TOO_LARGE",
    beyond="Ask for less depth, and for the rest by `node(id:)`.",
    fa="یال‌های تودرتوی یک پرس‌وجو. ادامه را با node(id:) بپرسید.",
)
MAXIMUM_IN_LIST = Limit(
    500,
    "values",
    "a list of ids or of values to filter by",
    code="LIST_TOO_LONG",
    beyond="Ask several times.",
    fa="فهرست شناسه‌ها یا مقدارهای پالایه. در چند نوبت بپرسید.",
)
MAXIMUM_FILTER_TEXT = Limit(
    1_000,
    "characters",
    "a text that is searched for or filtered by",
    code="TEXT_TOO_LONG",
    beyond="Shorten it.",
    fa="متن جست‌وجو یا پالایه. آن را کوتاه کنید.",
)
MAXIMUM_ID = Limit(
    64,
    "characters",
    "an id, after its prefix",
    code="BAD_ID",
    beyond="Send the id as it was answered.",
    fa="شناسه. آن را همان‌گونه که گرفته‌اید بفرستید.",
)

# -- a write -----------------------------------------------------------------------------------------

MAXIMUM_SHORT_TEXT = Limit(
    300,
    "characters",
    "a text that is filtered or sorted by: titles, names, units",
    code="TEXT_TOO_LONG",
    beyond="Shorten it.",
    fa="متن کوتاه: عنوان، نام، یکا. آن را کوتاه کنید.",
)
MAXIMUM_LONG_TEXT = Limit(
    20_000,
    "characters",
    "every other text of a record",
    code="TEXT_TOO_LONG",
    beyond="Shorten it.",
    fa="متن بلند. آن را کوتاه کنید.",
)
MAXIMUM_TEXTS = Limit(
    50,
    "entries",
    "a list of texts of a record",
    code="LIST_TOO_LONG",
    beyond="Put some of them together.",
    fa="فهرست متن‌های یک رکورد. چند تا را یکی کنید.",
)
# `within` goes over as many.
MAXIMUM_TERM_LEVELS = Limit(
    4,
    "levels",
    "terms above a topic, a skill or a region",
    code="TERM_TOO_DEEP",
    beyond="Choose a place further up.",
    fa="سطح‌های بالای یک موضوع، مهارت یا ناحیه. جای بالاتری برگزینید.",
)
MAXIMUM_LINKS = Limit(
    100,
    "entries",
    "a list of links or parts of a record: topics, parties, results",
    code="LIST_TOO_LONG",
    beyond="Leave out what matters least.",
    fa="پیوندها و بخش‌های یک رکورد: موضوع‌ها، طرف‌ها، نتیجه‌ها. کم‌اهمیت‌ترها را بردارید.",
)
MAXIMUM_STEP_DAYS = Limit(
    366,
    "days",
    "the days that a network sets for each step of an application",
    code="TOO_MANY_DAYS",
    beyond="Give fewer days.",
    fa="روزهایی که شبکه برای هر گام درخواست عضویت می‌گذارد. روزهای کمتری بدهید.",
)
MAXIMUM_COHORT = Limit(
    100_000,
    "people",
    "each count of a cohort",
    code="NUMBER_OUT_OF_RANGE",
    beyond="Look for a slip of the pen, or report a smaller cohort.",
    fa="هر شمار یک گروه آموزشی. شاید رقمی نادرست باشد؛ یا گروه کوچک‌تری را گزارش کنید.",
)
MAXIMUM_NUMBER = Limit(
    2**63 - 1,
    "of any unit",
    "a whole number, and the sum of what is promised of an offer (SUM_TOO_LARGE)",
    code="NUMBER_TOO_LARGE",
    beyond="Give one nearer to zero; the least is one less than minus this.",
    fa="عدد. عددی نزدیک‌تر به صفر بفرستید.",
)
MAXIMUM_IDEMPOTENCY_KEY = Limit(
    200,
    "characters",
    "an idempotency key",
    code="TEXT_TOO_LONG",
    beyond="Make a shorter one.",
    fa="کلید idempotencyKey. کلید کوتاه‌تری بسازید.",
)
MAXIMUM_CLAIM_HOURS = Limit(
    72,
    "hours",
    "the life of the link that is mailed to confirm a claim of an organization",
    code="LINK_EXPIRED",
    beyond="Have it mailed again.",
    fa="عمر پیوندی که برای تأیید درخواست پیوستن فرستاده می‌شود. دوباره آن را بفرستید.",
)
MAXIMUM_OPENINGS = Limit(
    5,
    "authors",
    "the authors of anonymized records that one trustee opens within 24 hours",
    code="OPENINGS_SPENT",
    beyond="Try again later.",
    fa="نویسنده‌هایی که یک امین در ۲۴ ساعت باز می‌کند. بعد دوباره بفرستید.",
)
MAXIMUM_REMARKS = Limit(
    10,
    "remarks",
    "the questions that one organization asks about a record, and the answers that it gives to a question,"
    " within 24 hours",
    code="REMARKS_SPENT",
    beyond="Try again later, or edit what you have said.",
    fa="پرسش‌هایی که یک سازمان در ۲۴ ساعت دربارهٔ یک رکورد می‌پرسد، و پاسخ‌هایی که به یک پرسش می‌دهد."
    " بعد دوباره بفرستید یا گفتهٔ پیشین را ویرایش کنید.",
)
MAXIMUM_COMPLAINTS = Limit(
    50,
    "complaints",
    "the complaints of one organization within 24 hours",
    code="COMPLAINTS_SPENT",
    beyond="Try again later.",
    fa="شکایت‌های یک سازمان در ۲۴ ساعت. بعد دوباره بفرستید.",
)
MAXIMUM_KEY_DAYS = Limit(
    30,
    "days",
    "how long an idempotency key is remembered",
    beyond="It is forgotten: a change that is sent again with it is made again.",
    fa="زمانی که کلید idempotencyKey به یاد می‌ماند؛ پس از آن همان تغییر دوباره انجام می‌شود.",
)
MAXIMUM_OWN_TOKEN_DAYS = Limit(
    366,
    "days",
    "the life of a token that an editor makes",
    code="NUMBER_OUT_OF_RANGE",
    beyond="Rotate it before it ends.",
    fa="عمر توکنی که ویرایشگر می‌سازد. پیش از پایان آن را بچرخانید.",
)
MAXIMUM_TOKEN_OVERLAP = Limit(
    168,
    "hours",
    "how long the old secret of a rotated token holds on",
    code="NUMBER_OUT_OF_RANGE",
    beyond="Let the system have its new secret sooner.",
    fa="زمانی که راز پیشین توکن چرخانده برقرار می‌ماند. راز تازه را زودتر به سامانه بدهید.",
)
MAXIMUM_TOKENS = Limit(
    50,
    "tokens",
    "those of an organization that are in force",
    code="TOKENS_TOO_MANY",
    beyond="Revoke those that nobody uses any more: `viewer.tokens` says when each was last used.",
    fa="توکن‌های برقرار یک سازمان. آن‌هایی را که دیگر به کار نمی‌روند باطل کنید.",
)
MAXIMUM_TRIES = Limit(
    200,
    "an hour",
    "those whose refused tries the audit tells apart, for each process",
    beyond="Of all others it counts only how often each error was met.",
)
MAXIMUM_TOKEN_DAYS = Limit(
    3_650,
    "days",
    "the life of a token",
    code="TOKEN_SETTINGS",
    beyond="Make one for a shorter time, and another when it ends.",
    fa="عمر یک توکن. توکن کوتاه‌تری بسازید.",
)

# -- what is worked out ------------------------------------------------------------------------------

MAXIMUM_HITS = Limit(
    500,
    "hits",
    "a search: what is counted, listed and paged through",
    beyond="The best are kept. Search for more words.",
    fa="یافته‌های یک جست‌وجو؛ بهترین‌ها می‌مانند. واژه‌های بیشتری بنویسید.",
)
# The index knows no rights, so a viewer who may read one in ten of what matches still gets 500 hits.
# Whoever may read less gets fewer, and never learns of the others.
MAXIMUM_FETCHED_HITS = Limit(
    5_000,
    "records",
    "what is taken from the full-text index for a search, before rights",
    beyond="The best of the index are taken.",
)
MAXIMUM_WORDS = Limit(
    12,
    "words",
    "a search",
    beyond="The first count.",
    fa="واژه‌های یک جست‌وجو؛ نخستین‌ها به شمار می‌آیند.",
)
MAXIMUM_CLOSE_TERMS = Limit(
    8,
    "terms",
    "what else a word of a search stands for: words of its root, and close terms",
    beyond="The first are looked for.",
)
# What holds every word comes first. Where it is less than one sees at a glance, people want more.
MAXIMUM_FEW_HITS = Limit(
    4,
    "hits",
    "a search that finds little, so that records that hold most of its words follow",
    beyond="Only what holds every word is found.",
    fa="یافته‌هایی که اندک به شمار می‌آیند، تا آن‌ها که بیشتر واژه‌ها را دارند در پی بیایند.",
)
MAXIMUM_PARTIAL_HITS = Limit(
    20,
    "hits",
    "what a search adds of records that hold most of its words",
    beyond="The best are kept.",
    fa="یافته‌هایی که تنها بیشتر واژه‌ها را دارند؛ بهترین‌ها می‌مانند.",
)
MAXIMUM_FETCHED_PARTIAL_HITS = Limit(
    500,
    "records",
    "what is taken from the full-text index for them, before rights",
    beyond="The best of the index are taken.",
)
MAXIMUM_NAMED_SKILLS = Limit(
    20,
    "skills",
    "those that each word of a search names",
    beyond="The nearest are taken.",
)
MAXIMUM_FETCHED_SKILLED = Limit(
    1_000,
    "records",
    "what a search takes, for each of its words, of records with a skill called so, before rights",
    beyond="Others are found by their own words alone.",
)
MAXIMUM_ALIKE = Limit(
    20,
    "records",
    "those that hold a word spelled nearly like one of the search, for each of its words",
    beyond="The nearest are taken.",
)
MAXIMUM_FETCHED_ALIKE = Limit(
    500,
    "records",
    "what is taken from the full-text index for each such word, before rights",
    beyond="The nearest are taken.",
)
MAXIMUM_FACET = Limit(
    20,
    "values",
    "a facet of a search",
    beyond="Those of most hits are listed.",
    fa="مقدارهای یک دسته‌بندی؛ پرشمارترین‌ها می‌آیند.",
)
# Each costs Python some milliseconds.
MAXIMUM_HIGHLIGHTS = Limit(
    3,
    "highlights",
    "a hit",
    beyond="The first are shown.",
)
MAXIMUM_HIGHLIGHT = Limit(
    160,
    "characters",
    "a highlight, about",
    beyond="It is cut between words.",
)
MAXIMUM_NAMED = Limit(
    5,
    "records",
    "what a reason to work together names of one kind",
    beyond="The others count, and are not named.",
    fa="نمونه‌های هر دلیل همکاری؛ بقیه به شمار می‌آیند و نام برده نمی‌شوند.",
)
MAXIMUM_ON_THE_WAY = Limit(
    2_000,
    "skills",
    "what a skill or an occupation stands for in `pathways`: itself and all that is narrower",
    beyond="Others are left out; ask for a narrower skill.",
    fa="مهارت‌هایی که در pathways زیر یک مهارت یا شغل می‌آیند؛ بقیه کنار می‌مانند. مهارت محدودتری بخواهید.",
)
MAXIMUM_COMMON = Limit(
    2_000,
    "organizations",
    "who may share a topic, partner or region for it to be a reason to work together",
    beyond="What more of them share says nothing, and is no reason.",
    fa="سازمان‌هایی که در یک موضوع، شریک یا منطقه مشترک‌اند؛ بیش از آن دلیل همکاری نیست.",
)
MAXIMUM_OWN = Limit(
    20,
    "records",
    "the topics, needs, offers … of an organization that suggestions start from, of each kind",
    beyond="The newest, or the first by name, are looked at.",
)
MAXIMUM_SUPPORT = Limit(
    2_000,
    "records",
    "what `supportFor` looks at, of each type",
    beyond="The newest that have not ended are looked at.",
)
MAXIMUM_REPORTS = Limit(
    5_000,
    "cohort reports",
    "what the shares of `lastingJobs` are put together from",
    beyond="The newest are looked at; ask for fewer years, one provider, or one program.",
    fa="گزارش‌هایی که سهم‌های lastingJobs از آن‌ها به دست می‌آید؛ تازه‌ترین‌ها دیده می‌شوند. سال‌های کمتر، یک"
    " آموزش‌دهنده یا یک برنامه بخواهید.",
)
MAXIMUM_NEWEST = Limit(
    100,
    "records",
    "the offers or needs of others, on one topic or skill, that suggestions look at",
    beyond="The newest are looked at.",
)
MAXIMUM_WAITING = Limit(
    100,
    "records",
    "what waits for a viewer's organization and is listed",
    beyond="The others are counted; what is due first is listed.",
    fa="کارهای ماندهٔ سازمان بیننده که فهرست می‌شوند؛ بقیه شمرده می‌شوند.",
)
MAXIMUM_DAYS_AHEAD = Limit(
    30,
    "days",
    "before the due day of a commitment, from which it waits for whoever owes it",
    beyond="It is no reason to hurry yet.",
    fa="روزهای پیش از سررسید که تعهد از آن پس در کارهای مانده می‌آید.",
)
MAXIMUM_PATH = Limit(
    6,
    "ties",
    "an introduction goes over",
    code="PATH_LENGTH",
    beyond="Ask for a shorter one.",
    fa="طول مسیر معرفی. مسیر کوتاه‌تری بخواهید.",
)
MAXIMUM_MAP_NODES = Limit(
    2_000,
    "organizations",
    "what a map lists",
    code="PAGE_SIZE",
    beyond="Narrow the map by region, topic or kind.",
    fa="سازمان‌های یک نقشه. نقشه را با منطقه، موضوع یا گونه کوچک کنید.",
)
MAXIMUM_MAP_TIES = Limit(
    5_000,
    "ties",
    "what a map lists",
    code="PAGE_SIZE",
    beyond="Narrow the map by region, topic or kind.",
    fa="پیوندهای یک نقشه. نقشه را با منطقه، موضوع یا گونه کوچک کنید.",
)
# With an address in each language a site map takes 50,000.
MAXIMUM_CRAWLED = Limit(
    10_000,
    "records",
    "a file of the site map, which names the page of each in both languages",
    beyond="The next file has the next ones.",
)
MAXIMUM_CRAWLED_PARTS = Limit(
    20,
    "files",
    "what the site map has of one type of record",
    beyond="The others are left out; search engines find them by links.",
)
MAXIMUM_MAPPED_ORGANIZATIONS = Limit(
    20_000,
    "organizations",
    "what a map is made of",
    beyond="The first by name are taken.",
)
MAXIMUM_MAPPED_TIES = Limit(
    50_000,
    "ties",
    "what a map is made of",
    beyond="The map says that it is `truncated`.",
)
MAXIMUM_COMPARED = Limit(
    2_000,
    "records",
    "the programs, and the needs, that overlaps and gaps of programs are made of",
    beyond="The first to begin are looked at, and the answer says that it is `truncated`.",
    fa="برنامه‌ها و نیازهایی که هم‌پوشانی و شکاف از آن‌ها به دست می‌آید؛ زودآغازترین‌ها دیده می‌شوند.",
)
MAXIMUM_PERIOD = Limit(
    3_660,
    "days",
    "the time that overlaps and gaps of programs look at",
    code="NUMBER_OUT_OF_RANGE",
    beyond="Ask for a shorter one.",
    fa="زمانی که در هم‌پوشانی و شکاف برنامه‌ها دیده می‌شود. زمان کوتاه‌تری بخواهید.",
)

# -- files -------------------------------------------------------------------------------------------

MAXIMUM_FILE = Limit(
    20_971_520,
    "bytes",
    "a file that is uploaded",
    code="FILE_TOO_LARGE",
    beyond="Make it smaller: a picture of fewer dots, a document in parts.",
    fa="اندازهٔ یک پرونده. آن را کوچک‌تر کنید: تصویر را با نقطه‌های کمتر، سند را چند بخش.",
)
MAXIMUM_FILES = Limit(
    1_073_741_824,
    "bytes",
    "all files of an organization together",
    code="FILES_QUOTA_EXCEEDED",
    beyond="Remove files that are attached to nothing.",
    fa="همهٔ پرونده‌های یک سازمان روی هم. پرونده‌هایی را که پیوست چیزی نیستند بردارید.",
)
MAXIMUM_UPLOAD_SECONDS = Limit(
    900,
    "seconds",
    "the sending of a file",
    code="BODY_TOO_SLOW",
    beyond="Make it smaller, or send it by a faster line.",
    fa="زمان فرستادن یک پرونده. آن را کوچک‌تر کنید یا با خطی تندتر بفرستید.",
)
MAXIMUM_UPLOADS = Limit(
    3,
    "files",
    "what one token uploads at a time",
    code="TOO_BUSY",
    beyond="Send them one after another.",
    fa="پرونده‌هایی که با یک توکن هم‌زمان بارگذاری می‌شوند. آن‌ها را یکی پس از دیگری بفرستید.",
)
MAXIMUM_FILE_NAME = Limit(
    150,
    "characters",
    "the name of a file",
    beyond="It is cut, and keeps its ending.",
)
MAXIMUM_ENTRIES = Limit(
    5_000,
    "entries",
    "what an office document is packed of",
    code="FILE_DAMAGED",
    beyond="Save it anew, or as PDF.",
    fa="بخش‌هایی که یک سند اداری از آن‌ها بسته‌بندی شده. آن را از نو، یا به صورت PDF، ذخیره کنید.",
)
MAXIMUM_PICTURE_PARTS = Limit(
    20_000,
    "parts",
    "what a picture is made of: chunks, segments",
    code="FILE_DAMAGED",
    beyond="Save it anew: no camera and no program makes as many.",
    fa="بخش‌هایی که یک تصویر از آن‌ها ساخته شده. آن را از نو ذخیره کنید.",
)
MAXIMUM_HOLDERS = Limit(
    20,
    "records",
    "what is told of the records that carry a file",
    beyond="The others are not told.",
)
MAXIMUM_LOOSE_DAYS = Limit(
    30,
    "days",
    "a file that is attached to nothing",
    beyond="It is removed.",
    fa="زمانی که پرونده‌ای پیوست چیزی نباشد؛ پس از آن برداشته می‌شود.",
)

MAXIMUM_PROOF_DAYS = Limit(
    90,
    "days",
    "the files of a claim of an organization, once it is decided",
    beyond="They are removed; what the claim says of the document stays.",
    fa="زمانی که پرونده‌های یک درخواست پیوستن پس از تصمیم می‌مانند؛ سپس برداشته می‌شوند و گفتهٔ درخواست می‌ماند.",
)

# -- subscriptions -----------------------------------------------------------------------------------

MAXIMUM_SUBSCRIPTIONS = Limit(
    500,
    "subscriptions",
    "what all have open at a time, in one process",
    code="TOO_MANY_SUBSCRIPTIONS",
    beyond="Try again later, or read `events` page by page.",
    fa="اشتراک‌های باز همه. بعد دوباره بفرستید یا رخدادها را صفحه‌به‌صفحه بخوانید.",
)
MAXIMUM_VIEWER_SUBSCRIPTIONS = Limit(
    50,
    "subscriptions",
    "what one token, or one address without any, has open at a time",
    code="TOO_MANY_SUBSCRIPTIONS",
    beyond="End some, or follow several records by one filter.",
    fa="اشتراک‌های باز یک بیننده. چند تا را ببندید یا چند رکورد را با یک پالایه دنبال کنید.",
)
MAXIMUM_SOCKET_SUBSCRIPTIONS = Limit(
    20,
    "subscriptions",
    "what is open on one WebSocket",
    code="TOO_MANY_SUBSCRIPTIONS",
    beyond="End some, or follow several records by one filter.",
    fa="اشتراک‌های باز یک WebSocket. چند تا را ببندید.",
)
MAXIMUM_ADDRESS_SOCKETS = Limit(
    50,
    "WebSockets",
    "what one address has open at a time",
    code="TOO_MANY_CONNECTIONS",
    beyond="Subscribe several times on one; the close code is 4429.",
    fa="WebSocketهای باز یک نشانی. چند اشتراک را روی یکی بگیرید.",
)
MAXIMUM_INIT_SECONDS = Limit(
    10,
    "seconds",
    "the time until `connection_init` comes on a WebSocket",
    beyond="It is closed with 4408.",
    fa="زمان رسیدن connection_init؛ پس از آن WebSocket بسته می‌شود.",
)
# Each is paid for as a page of so many.
MAXIMUM_TOLD_AT_ONCE = Limit(
    10,
    "events",
    "what is read for a subscription at a time",
    beyond="The next are read once those are taken.",
)
MAXIMUM_FOLLOWING = Limit(
    4,
    "statements",
    "what is read for all subscriptions at a time, so that requests keep the others",
    beyond="The others wait for their turn.",
)
MAXIMUM_QUIET_SECONDS = Limit(
    10,
    "seconds",
    "how long nothing comes on an event stream; as long until an end of rights ends a subscription",
    beyond="A comment is sent, and it is asked again who subscribes.",
    fa="زمان سکوت یک جریان رخداد؛ پس از آن نشانه‌ای فرستاده می‌شود.",
)

# -- the hub itself ----------------------------------------------------------------------------------

MAXIMUM_CONNECTIONS = Limit(
    50,
    "connections",
    "one hub has to its database",
    code="DATABASE_UNAVAILABLE",
    beyond="Who waits for one longer than 5 seconds is refused.",
)
MAXIMUM_AT_ONCE = Limit(
    4,
    "statements",
    "what one request has the database do at a time",
    beyond="The others wait for their turn.",
)
MAXIMUM_OF_A_VIEWER = Limit(
    12,
    "statements",
    "what one token, or one address without any, has the database do at a time",
    code="TOO_BUSY",
    beyond="Who waits for a turn longer than 5 seconds is refused.",
    fa="کارهای هم‌زمان یک بیننده در پایگاه داده. درخواست‌ها را یکی‌یکی بفرستید.",
)
MAXIMUM_DEAR = Limit(
    8,
    "statements",
    "what costs more than a few points and is done at a time, for all",
    code="TOO_BUSY",
    beyond="Who waits for a turn longer than 5 seconds is refused.",
    fa="کارهای سنگین هم‌زمان همهٔ بینندگان. چند لحظه دیگر دوباره بفرستید.",
)
MAXIMUM_CHEAP_POINTS = Limit(
    500,
    "points",
    "what is cheap: it never waits for what is dear",
    beyond="It is done when there is room.",
)
MAXIMUM_FINISHED = Limit(
    150,
    "values",
    "what is worked out of an answer between two other requests, where each takes microseconds",
    beyond="It is done beside them.",
)
MAXIMUM_WRITE_ROWS = Limit(
    10_000,
    "rows",
    "a statement inside of a write",
    beyond="The others are not read; no statement of the hub has as many.",
)
MAXIMUM_STREAM_ROWS = Limit(
    1_000,
    "rows",
    "a page of what is read or loaded as a whole: a backup, a check",
    beyond="The next page follows once this one is done with.",
)
MAXIMUM_LOG = Limit(
    1_000_000,
    "bytes",
    "what the database process said, in one file",
    beyond="The next start puts the file aside; the last three stay.",
)
MAXIMUM_SORT_KEY = Limit(
    120,
    "characters",
    "the key a text is sorted by",
    beyond="Texts that begin alike are in the order of their ids.",
)
# A parsed document takes about 130 bytes a letter.
MAXIMUM_KEPT_LETTERS = Limit(
    100_000,
    "characters",
    "the text of remembered documents as a whole",
    beyond="The document that was used longest ago is forgotten.",
)
MAXIMUM_KEPT_PERSISTED = Limit(
    4_000_000,
    "bytes",
    "the texts that are asked for by their SHA-256, as a whole",
    code="PERSISTED_QUERY_NOT_FOUND",
    beyond="The text that was asked for longest ago is forgotten; clients send it again.",
)
MAXIMUM_KEPT_INTROSPECTION = Limit(
    4_194_304,
    "bytes",
    "remembered answers about the schema as a whole",
    beyond="The answer that was used longest ago is forgotten.",
)
MAXIMUM_KEPT_TEXT = Limit(
    1_000_000,
    "characters",
    "the Cypher of remembered queries as a whole",
    beyond="The query that was used longest ago is forgotten.",
)
MAXIMUM_KEPT_FIELDS = Limit(
    10_000,
    "fields",
    "remembered selections as a whole",
    beyond="The selection that was used longest ago is forgotten.",
)
# A plan takes some 100 kB of the database's heap, a large one more.
MAXIMUM_PLANS = Limit(
    500,
    "plans",
    "what the database remembers of how to answer a text",
    beyond="The plan that was used longest ago is forgotten, and made anew: that is in the price.",
)
MAXIMUM_SLOW_TEXT = Limit(
    4_000_000,
    "bytes",
    "the Cypher of slow statements that is kept as a whole",
    beyond="The statement that was seen longest ago is forgotten.",
)
MAXIMUM_KEPT_VIEWERS = Limit(
    10_000,
    "tokens",
    "whose rights are remembered for a few seconds",
    beyond="All are forgotten, and read again.",
)

# -- accounts ----------------------------------------------------------------------------------------

MINIMUM_PASSWORD = 12
"""The fewest characters of a password (NIST SP 800-63B asks for 8, or 15 where there is no second factor)."""
MAXIMUM_PASSWORD = Limit(
    256,
    "characters",
    "a password",
    code="PASSWORD_TOO_LONG",
    beyond="Take a shorter one.",
    fa="گذرواژه. کوتاه‌ترش کنید.",
)
MAXIMUM_TRIES_OF_ACCOUNT = Limit(
    10,
    "tries in 15 minutes",
    "signing in to one account, with a password or code that is wrong",
    code="TOO_MANY_TRIES",
    beyond="Wait, or reset the password.",
    fa="تلاش نادرست برای ورود به یک حساب. صبر کنید یا گذرواژه را بازنشانی کنید.",
)
MAXIMUM_TRIES_OF_ADDRESS = Limit(
    60,
    "tries in 15 minutes",
    "signing in, resetting and opening links from one address, where it fails",
    code="TOO_MANY_TRIES",
    beyond="Wait.",
    fa="تلاش ناموفق از یک نشانی شبکه. صبر کنید.",
)
MAXIMUM_LETTERS_TO_ONE = Limit(
    5,
    "letters in 15 minutes",
    "what is mailed to one address because somebody asked for it",
    code="TOO_MANY_TRIES",
    beyond="Wait. A reset that is asked for more often is not mailed, and nobody is told.",
    fa="نامه به یک نشانی. صبر کنید.",
)
MAXIMUM_INVITATION_DAYS = Limit(
    14,
    "days",
    "an invitation",
    code="LINK_EXPIRED",
    beyond="Ask for a new one.",
    fa="مهلت دعوت. دعوت تازه بخواهید.",
)
MAXIMUM_LINK_HOURS = Limit(
    2,
    "hours",
    "a link that was mailed to reset a password or to confirm an address",
    code="LINK_EXPIRED",
    beyond="Ask for a new one.",
    fa="مهلت پیوندی که برای بازنشانی گذرواژه یا تأیید نشانی فرستاده شده. پیوند تازه بخواهید.",
)
MAXIMUM_FRESH_MINUTES = Limit(
    15,
    "minutes",
    "from signing in to a change of how one signs in",
    code="SIGN_IN_AGAIN",
    beyond="Sign in once more.",
    fa="فاصلهٔ ورود تا تغییر راه ورود. دوباره وارد شوید.",
)
MAXIMUM_SESSIONS = Limit(
    20,
    "sessions",
    "one account at a time",
    beyond="The one that was used longest ago ends.",
    fa="نشست‌های هم‌زمان یک حساب؛ کهنه‌ترین پایان می‌یابد.",
)
MAXIMUM_OFFICES = Limit(
    100,
    "offices",
    "what `viewer.person` shows of those a person has",
    beyond="The first are shown.",
    fa="سمت‌هایی که viewer.person نشان می‌دهد؛ نخستین‌ها می‌آیند.",
)
MAXIMUM_PASSKEYS = Limit(
    10,
    "passkeys",
    "one account",
    code="TOO_MANY_PASSKEYS",
    beyond="Remove one that is not used.",
    fa="کلیدهای عبور یک حساب. یکی را که به کار نمی‌رود بردارید.",
)
MAXIMUM_FOLLOWS = Limit(
    100,
    "records",
    "what one person follows",
    code="TOO_MANY_FOLLOWS",
    beyond="Unfollow something, or follow a broader topic or region.",
    fa="آنچه یک شخص دنبال می‌کند. چیزی را دیگر دنبال نکنید، یا موضوع یا ناحیهٔ گسترده‌تری را دنبال کنید.",
)
MAXIMUM_SAVED_SEARCHES = Limit(
    20,
    "searches",
    "those that one person has saved",
    code="TOO_MANY_SAVED_SEARCHES",
    beyond="Remove one that is not used.",
    fa="جست‌وجوهای ذخیره‌شدهٔ یک شخص. یکی را که به کار نمی‌رود بردارید.",
)
MAXIMUM_NEWS_DAYS = Limit(
    90,
    "days",
    "how far back notifications go",
    beyond="What is older is in the feed alone: `events`.",
    fa="اعلان‌ها تا چند روز پیش را نشان می‌دهند؛ آنچه کهنه‌تر است تنها در events می‌آید.",
)
# Few of the events are about what somebody follows, and each is asked what it is about.
MAXIMUM_NEWS_LOOKED_AT = Limit(
    1_000,
    "events",
    "those that a page of notifications is looked for in, of what the reader may read",
    beyond="The page is shorter, says that there is more, and the next one goes on from there.",
    fa="رخدادهایی که یک صفحهٔ اعلان‌ها در آن‌ها جسته می‌شود؛ صفحه کوتاه‌تر است و صفحهٔ بعد ادامه می‌دهد.",
)
MAXIMUM_NEW = Limit(
    100,
    "notifications",
    "how many new ones are counted",
    beyond="This many stands for that many or more.",
    fa="اعلان‌های تازه‌ای که شمرده می‌شوند؛ این شمار یعنی همین یا بیشتر.",
)
MAXIMUM_MAIL_SECONDS = Limit(
    15,
    "seconds",
    "handing a letter to the mail server",
    code="MAIL_FAILED",
    beyond="Try again; the operator sees why in the log.",
    fa="زمان سپردن نامه به کارساز پست. دوباره کوشش کنید.",
)
MAXIMUM_WAITING_MAILS = Limit(
    1_000,
    "letters",
    "what waits for the mail server",
    beyond="Further letters are left out, and the log says so.",
)

# -- telling -----------------------------------------------------------------------------------------

MAXIMUM_WEBHOOKS = Limit(
    10,
    "webhooks",
    "those of an organization",
    code="WEBHOOKS_TOO_MANY",
    beyond="Remove one that nobody uses any more: `viewer.webhooks` says when each last took something.",
    fa="وب‌هوک‌های یک سازمان. یکی را که به کار نمی‌رود بردارید.",
)
MAXIMUM_TOLD_SECONDS = Limit(
    10,
    "seconds",
    "one delivery to a webhook, from looking its host up to its answer",
    beyond="It counts as failed, and is tried again later.",
    fa="زمان هر تحویل به وب‌هوک؛ پس از آن ناموفق است و دوباره کوشش می‌شود.",
)
MAXIMUM_TELLING = Limit(
    20,
    "organizations",
    "whose webhooks one process tells at a time",
    beyond="The others wait for their turn, which comes within seconds.",
)
MAXIMUM_LETTER_ROWS = Limit(
    40,
    "rows",
    "the news, and what waits for each organization, that a letter shows",
    beyond="It says that there is more.",
    fa="خبرهایی که یک نامه نشان می‌دهد؛ اگر بیشتر باشد می‌گوید.",
)
MAXIMUM_FAILING_DAYS = Limit(
    5,
    "days",
    "how long a webhook may fail before it is disabled",
    beyond="Its organization's editors are told; they enable it again, and nothing is lost.",
    fa="روزهایی که وب‌هوک می‌تواند ناموفق باشد؛ پس از آن خاموش می‌شود و به ویرایشگران گفته می‌شود.",
)
