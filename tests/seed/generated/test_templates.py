"""A filled template is exactly what a write stores."""

import pytest

from graph.model import MODEL
from graph.model.stored import stored
from graph.text import sort_key
from seed.generated import templates


@pytest.mark.parametrize(("story", "region"), [(0, "IR-03-01"), (15, "IR-23"), (40, "IR-07-02")])
def test_a_filled_template_is_what_stored_makes(story: int, region: str) -> None:
    template = templates.story_title(story, region)
    title = template.filled("1000042")["title"]
    given = {**templates.SYSTEM, **template.fixed, "title": title}
    made = stored(MODEL.nodes["Experience"], given)
    assert template.filled("1000042") == {name: made[name] for name in template.blanks}


def test_a_sort_key_that_is_cut_in_the_number_is_cut_there_for_every_number() -> None:
    text = next(
        "ا" * length for length in range(90, 130) if sort_key("ا" * length + " (7135792)")[-3:] == "713"
    )
    given = {"statement": text, "recommendation": "-", "language": "FA", "wording": 1}
    template = templates.template("Lesson", given, "statement")
    assert template.blanks["statementSort"].kept == 3
    assert template.filled("4000000")["statementSort"] == sort_key(f"{text} (4000000)")
