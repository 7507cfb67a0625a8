"""Charters of networks: versions with numbered articles, one in force, and any two of them compared."""

from graph.limits import MAXIMUM_LINKS
from graph.model.common import CHANGES, INTERNAL, LANGUAGE, VERSIONED
from graph.model.days import HAPPENED
from graph.model.declare import (
    BODY,
    IN,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    asked,
    back,
    back_one,
    choice,
    day,
    files,
    link,
    links,
    move,
    part,
    record,
    text,
    whole,
)
from graph.model.life import By, Life, Way
from graph.model.members import Inquiry, Kind, Nested
from graph.model.nodes import Shape
from graph.model.words import Choice, Words


class CharterStatus(
    Choice,
    en="Status of a charter: Whether it is in force.",
    fa="وضعیت اساسنامه: آیا جاری است.",
):
    DRAFT = (
        "DRAFT",
        "Draft: Being written; the secretariat of the network alone reads it.",
        "پیش‌نویس: در دست نوشتن؛ تنها دبیرخانهٔ شبکه آن را می‌خواند.",
    )
    IN_FORCE = "IN_FORCE", "In force: The one that holds now.", "جاری: همان که اکنون برقرار است."
    REPLACED = (
        "REPLACED",
        "Replaced: A later one holds in its place.",
        "جایگزین‌شده: اساسنامهٔ بعدی جای آن را گرفته است.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: A draft that was taken back.",
        "پس‌گرفته: پیش‌نویسی که پس گرفته شد.",
    )


DRAFT, IN_FORCE = CharterStatus.DRAFT, CharterStatus.IN_FORCE
REPLACED, WITHDRAWN = CharterStatus.REPLACED, CharterStatus.WITHDRAWN

LIFE = Life(
    CharterStatus,
    (
        move(
            "draftCharter",
            ("CHARTER_DRAFTED", "Charter drafted", "پیش‌نویس اساسنامه"),
            "Draft: Write the next version of a network's charter, as its secretariat.",
            "پیش‌نویس: در جای دبیرخانه نسخهٔ بعدی اساسنامهٔ شبکه را بنویسید.",
            by=By.OWNER,
            end=DRAFT,
            gives=(
                "Charter: A draft, with its articles; each number stands once.",
                "اساسنامه: پیش‌نویس، با ماده‌هایش؛ هر شماره یک بار می‌آید.",
            ),
        ),
        move(
            "editCharter",
            ("CHARTER_EDITED", "Charter edited", "ویرایش اساسنامه"),
            "Edit: Change a draft; what is in force changes by a new version.",
            "ویرایش: پیش‌نویس را تغییر دهید؛ اساسنامهٔ جاری با نسخه‌ای تازه عوض می‌شود.",
            start=(DRAFT,),
            gives=CHANGES,
        ),
        move(
            "adoptCharter",
            ("CHARTER_ADOPTED", "Charter adopted", "تصویب اساسنامه"),
            "Adopt: Put a draft in force; the one that held until now is replaced.",
            "تصویب: پیش‌نویس را جاری کنید؛ آن که تا کنون برقرار بود جایگزین می‌شود.",
            start=(DRAFT,),
            end=IN_FORCE,
        ),
        move(
            "withdrawCharter",
            ("CHARTER_WITHDRAWN", "Draft of a charter withdrawn", "پس گرفتن پیش‌نویس اساسنامه"),
            "Withdraw: Take a draft back; it stays with the secretariat, marked.",
            "پس گرفتن: پیش‌نویس را پس بگیرید؛ با نشان نزد دبیرخانه می‌ماند.",
            Way.GO,
            start=(DRAFT,),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            None,
            ("CHARTER_REPLACED", "Charter replaced", "جایگزینی اساسنامه"),
            "Replaced: A later version was adopted.",
            "جایگزین‌شده: نسخه‌ای پس از آن تصویب شد.",
            by=By.NOBODY,
            start=(IN_FORCE,),
            end=REPLACED,
        ),
    ),
)

_NUMBER = whole(
    "number",
    "Number: Its number in the charter; each stands once.",
    "شماره: شمارهٔ آن در اساسنامه؛ هر شماره یک بار می‌آید.",
    REQUIRED,
)

ARTICLE = part(
    "CharterArticle",
    "Article: A numbered article of a charter.",
    "ماده: یک مادهٔ شماره‌دار از اساسنامه.",
    (
        _NUMBER,
        text(
            "heading",
            "Heading: What it is about, in a few words.",
            "عنوان ماده: دربارهٔ چیست، در چند واژه.",
            OPTIONAL,
        ),
        text("text", "Text: What it says.", "متن: چه می‌گوید.", REQUIRED, long=True),
    ),
)

CHARTER = record(
    "Charter",
    "cha",
    "Charter: A version of the rules a network acts by, article by article.",
    "اساسنامه: نسخه‌ای از قواعدی که شبکه با آن‌ها کار می‌کند، ماده به ماده.",
    plural=("charters", "Charters", "اساسنامه‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        text(
            "title",
            "Title: What stands above it.",
            "عنوان: آنچه بالای آن نوشته شده.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        whole(
            "edition",
            "Edition: Which version of the network's charter it is, from 1.",
            "نگارش: چندمین نسخهٔ اساسنامهٔ شبکه است، از ۱.",
            required=True,
            sortable=True,
        ),
        text(
            "summary",
            "Summary: What it is for, or what is new in it, in a few sentences.",
            "چکیده: برای چیست یا چه چیز تازه‌ای دارد، در چند جمله.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        choice(
            "status",
            CharterStatus,
            "Status: Draft, in force, replaced or withdrawn.",
            "وضعیت: پیش‌نویس، جاری، جایگزین‌شده یا پس‌گرفته.",
            required=True,
        ),
        day(
            "adoptedOn",
            "Adopted on: The day it was adopted, and so is in force; null until then.",
            "روز تصویب: روزی که تصویب و جاری شد؛ تا آن هنگام null.",
            days=HAPPENED,
        ),
        day(
            "replacedOn",
            "Replaced on: The day a later one took its place; null until then.",
            "روز جایگزینی: روزی که نسخهٔ بعدی جایش را گرفت؛ تا آن هنگام null.",
            days=HAPPENED,
            sortable=False,
        ),
        links(
            "articles",
            "HAS_ARTICLE",
            "CharterArticle",
            "Articles: What it says, article by article, in the order of its text.",
            "ماده‌ها: متن آن، ماده به ماده، به همان ترتیب.",
            OPTIONAL,
            open=True,
        ),
        link(
            "network",
            "HAS_CHARTER",
            "Network",
            "Network: The one whose charter it is.",
            "شبکه: شبکه‌ای که اساسنامه از آن است.",
            ONCE,
            direction=IN,
            back=back(
                "charters",
                "Charters: Its versions; drafts only for the secretariat.",
                "اساسنامه‌ها: نسخه‌های آن؛ پیش‌نویس‌ها تنها برای دبیرخانه.",
            ),
        ),
        link(
            "replaces",
            "REPLACES",
            "Charter",
            "Replaces: The version that held until this one was adopted; null for the first.",
            "جایگزینِ: نسخه‌ای که تا تصویب این یکی برقرار بود؛ برای نخستین null.",
            back=back_one(
                "replacedBy",
                "Replaced by: The version that took its place; null while it holds.",
                "جایگزین‌شده با: نسخه‌ای که جایش را گرفت؛ تا برقرار است null.",
            ),
        ),
        link(
            "basedOn",
            "BASED_ON",
            "Charter",
            "Based on: The charter of the national network that it was copied from; null where it was not.",
            "برگرفته از: اساسنامهٔ شبکهٔ ملی که از روی آن نوشته شده؛ اگر نشده null.",
            back=back(
                "copies",
                "Copies: Charters of provincial networks that were copied from it.",
                "رونوشت‌ها: اساسنامه‌های شبکه‌های استانی که از روی آن نوشته شده‌اند.",
            ),
        ),
        files(),
    ),
)


class ArticleDifference(
    Choice,
    en="Difference of an article: What became of it from one charter to the other.",
    fa="تفاوت ماده: از یک اساسنامه تا دیگری چه بر سر آن آمده است.",
):
    ADDED = "ADDED", "Added: In the other one alone.", "افزوده: تنها در دیگری هست."
    REMOVED = "REMOVED", "Removed: In the one alone.", "برداشته: تنها در نخستین هست."
    CHANGED = "CHANGED", "Changed: In both, in other words.", "تغییرکرده: در هر دو هست، با متنی دیگر."
    SAME = "SAME", "Same: In both, word by word.", "همان: در هر دو هست، واژه به واژه."


def _said(name: str, en: str, fa: str) -> Nested:
    return Nested(name, "CharterArticle", required=False, words=Words(en, fa))


ARTICLE_COMPARISON = Shape(
    "ArticleComparison",
    (
        whole("number", "Number: The number of the article.", "شماره: شمارهٔ ماده.", required=True),
        choice(
            "difference",
            ArticleDifference,
            "Difference: Added, removed, changed or the same.",
            "تفاوت: افزوده، برداشته، تغییرکرده یا همان.",
            required=True,
        ),
        _said(
            "before",
            "Before: The article in the one; null where it was added.",
            "پیش از آن: ماده در نخستین؛ اگر افزوده شده null.",
        ),
        _said(
            "after",
            "After: The article in the other; null where it was removed.",
            "پس از آن: ماده در دیگری؛ اگر برداشته شده null.",
        ),
    ),
    Words(
        "Compared article: What became of an article from one charter to another.",
        "مادهٔ سنجیده: از یک اساسنامه تا دیگری چه بر سر یک ماده آمده است.",
    ),
)

_COUNTED = {
    "added": ("Added: How many are new.", "افزوده‌ها: چند ماده تازه است."),
    "removed": ("Removed: How many are gone.", "برداشته‌ها: چند ماده دیگر نیست."),
    "changed": ("Changed: How many say something else.", "تغییرکرده‌ها: متن چند ماده عوض شده است."),
    "same": ("Same: How many are as they were.", "همان‌ها: چند ماده همان است که بود."),
}

CHARTER_COMPARISON = Shape(
    "CharterComparison",
    (
        Nested("one", "Charter", words=Words("One: The first of the two.", "نخستین: نخستین از آن دو.")),
        Nested("other", "Charter", words=Words("Other: The second of the two.", "دیگری: دومین از آن دو.")),
        *(whole(name, en, fa, required=True) for name, (en, fa) in _COUNTED.items()),
        Nested(
            "articles",
            "ArticleComparison",
            many=True,
            most=2 * MAXIMUM_LINKS,
            words=Words(
                "Articles: All articles of both, by number.", "ماده‌ها: همهٔ ماده‌های هر دو، به ترتیب شماره."
            ),
        ),
    ),
    Words(
        "Compared charters: Two charters, article by article.", "سنجش اساسنامه‌ها: دو اساسنامه، ماده به ماده."
    ),
)

COMPARE_CHARTERS = Inquiry(
    "compareCharters",
    "CharterComparison",
    Words(
        "Compare charters: What differs between two charters, of one network or of two; null where you may"
        " not read both.",
        "سنجش اساسنامه‌ها: دو اساسنامه، از یک شبکه یا دو شبکه، چه فرقی دارند؛ اگر هر دو را نمی‌توانید بخوانید"
        " null.",
    ),
    (
        asked("one", Kind.ID, "One: The charter to begin with.", "نخستین: اساسنامهٔ نخست.", required=True),
        asked("other", Kind.ID, "Other: The one beside it.", "دیگری: اساسنامهٔ کنار آن.", required=True),
    ),
    required=False,
)

AREA = (ARTICLE, CHARTER, ARTICLE_COMPARISON, CHARTER_COMPARISON)
