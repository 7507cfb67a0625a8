"""Job readiness: its dimensions, which programs strengthen and courses teach."""

from graph.model.declare import OPTIONAL, choices
from graph.model.words import Choice


class Dimension(
    Choice,
    en="Dimension of job readiness: Which side of a person's readiness for work is strengthened.",
    fa="بُعد آمادگی شغلی: کدام سوی آمادگی کسی برای کار تقویت می‌شود.",
):
    PSYCHOLOGICAL = (
        "PSYCHOLOGICAL",
        "Psychological: Self-confidence, motivation, coping.",
        "روانی: اعتمادبه‌نفس، انگیزه، تاب‌آوری.",
    )
    SOCIAL = (
        "SOCIAL",
        "Social: Getting on with others, at work and around it.",
        "اجتماعی: کنار آمدن با دیگران، در کار و پیرامون آن.",
    )
    ECONOMIC = (
        "ECONOMIC",
        "Economic: Skills, capital and a market for one's work.",
        "اقتصادی: مهارت، سرمایه و بازار برای کار.",
    )


DIMENSIONS = choices(
    "dimensions",
    Dimension,
    "Dimensions: Which sides of job readiness it strengthens; empty where that is not told.",
    "بُعدها: کدام سوی آمادگی شغلی را تقویت می‌کند؛ خالی یعنی گفته نشده.",
    OPTIONAL,
)
