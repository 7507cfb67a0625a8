"""Pathways: what leads to work with a skill or in an occupation, from the course to the job."""

from graph.limits import MAXIMUM_PAGE
from graph.model.declare import asked, choices
from graph.model.members import Inquiry, Kind, Nested
from graph.model.nodes import Shape
from graph.model.words import Choice, Words, digits


class PathwayStep(Choice, en="Step: A stage of the way to work.", fa="گام: مرحله‌ای از راه تا کار."):
    COURSE = "COURSE", "Course: Something is taught.", "دوره: چیزی آموخته می‌شود."
    QUALIFICATION = (
        "QUALIFICATION",
        "Qualification: What one can do is certified.",
        "گواهینامه: آنچه آموخته شده گواهی می‌شود.",
    )
    APPRENTICESHIP = (
        "APPRENTICESHIP",
        "Apprenticeship: A trade is learned at the side of a master.",
        "استادشاگردی: حرفه‌ای کنار استادکار آموخته می‌شود.",
    )
    JOB_OPPORTUNITY = "JOB_OPPORTUNITY", "Job opportunity: Work is offered.", "فرصت شغلی: کار عرضه می‌شود."


def _step(name: str, to: str, en: str, fa: str) -> Nested:
    return Nested(name, to, many=True, most="first", words=Words(en, fa))


PATHWAY = Shape(
    "Pathways",
    (
        _step(
            "courses",
            "Course",
            "Courses: Those that are not over and teach it, or lead to one of the qualifications or jobs; the"
            " first to begin comes first.",
            "دوره‌ها: آن‌ها که به سر نرسیده‌اند و آن را می‌آموزند یا به یکی از گواهینامه‌ها یا شغل‌ها می‌رسند؛ نخست"
            " آن که زودتر آغاز می‌شود.",
        ),
        _step(
            "qualifications",
            "Qualification",
            "Qualifications: Those that certify it, or that one of the courses leads to.",
            "گواهینامه‌ها: آن‌ها که آن را گواهی می‌کنند یا یکی از دوره‌ها به آن‌ها می‌رسد.",
        ),
        _step(
            "apprenticeships",
            "Apprenticeship",
            "Apprenticeships: Those that take apprentices today; the first to close comes first.",
            "استادشاگردی‌ها: آن‌ها که امروز کارآموز می‌پذیرند؛ نخست آن که زودتر بسته می‌شود.",
        ),
        _step(
            "jobOpportunities",
            "JobOpportunity",
            "Job opportunities: Those that are open today; the first to close comes first.",
            "فرصت‌های شغلی: آن‌ها که امروز بازند؛ نخست آن که زودتر بسته می‌شود.",
        ),
        choices(
            "missing",
            PathwayStep,
            "Missing: The steps of which there is none that you may read.",
            "کمبود: گام‌هایی که هیچ‌یک از آن‌ها نیست که بتوانید بخوانید.",
        ),
    ),
    Words(
        "Pathways: What leads to work with a skill or in an occupation in a region.",
        "راه‌ها: آنچه در یک ناحیه به کار با یک مهارت یا در یک شغل می‌رسد.",
    ),
)

PATHWAYS = Inquiry(
    "pathways",
    "Pathways",
    Words(
        "Pathways: Courses, qualifications, apprenticeships and jobs that lead to work with a skill or in an"
        " occupation, in a region and its parts; what is over or closed is left out. Give `skillId`,"
        " `occupation` or both.",
        "راه‌ها: دوره‌ها، گواهینامه‌ها، استادشاگردی‌ها و شغل‌هایی که در یک ناحیه و بخش‌هایش به کار با مهارتی یا در"
        " شغلی می‌رسند؛ آنچه به سر رسیده یا بسته است نمی‌آید. `skillId` یا `occupation` یا هر دو را بفرستید.",
    ),
    arguments=(
        asked(
            "skillId",
            Kind.ID,
            "Skill: The skill of the work, with those narrower than it.",
            "مهارت: مهارت آن کار، با زیرشاخه‌هایش.",
        ),
        asked(
            "occupation",
            Kind.STRING,
            "Occupation: The four digits of its unit group in ISCO-08.",
            "شغل: چهار رقم گروه شغلی آن در ISCO-08.",
        ),
        asked(
            "regionId",
            Kind.ID,
            "Region: Where, its parts included; everywhere when not given. What is online is everywhere.",
            "ناحیه: کجا، با بخش‌هایش؛ اگر نیاید همه جا. آنچه برخط است همه جا هست.",
        ),
        asked(
            "first",
            Kind.INT,
            f"How many: At most this many of each step, 1 to {MAXIMUM_PAGE:,}; «default» when not given.",
            f"چند تا: بیشینهٔ هر گام، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید «default».",
        ),
    ),
)
