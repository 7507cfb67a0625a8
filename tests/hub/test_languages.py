"""Two languages: which one is chosen, and that nothing is left unsaid in either."""

import re

import pytest

from graph.model.words import digits
from hub.i18n import language, of_json, translated
from tests.running import Hub

PERSIAN = re.compile("[آ-ی]")

# -- Accept-Language -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (None, "fa"),
        ("", "fa"),
        ("*", "fa"),
        ("de", "fa"),
        ("fa", "fa"),
        ("fa-IR", "fa"),
        ("en", "en"),
        ("en-US", "en"),
        ("EN-gb", "en"),
        ("english", "fa"),
        ("fa, en", "fa"),
        ("en, fa", "en"),
        ("fa;q=0.5, en", "en"),
        ("fa;q=0.5, en;q=0.5", "fa"),
        ("en;q=0.8, fa;q=0.9", "fa"),
        ("de, en;q=0.1", "en"),
        ("en;q=0", "fa"),
        ("fa;q=0, en;q=0.001", "en"),
        ("en; Q = 0.9 , fa;q=0.1", "en"),
        ("en;q=x, fa", "fa"),
        ("en;q=1.2.3", "fa"),
        ("en;q=nan", "fa"),
        ("en;q=inf, fa;q=0.1", "fa"),
        ("en;q=-1", "fa"),
        ("en;level=1;q=0.4, fa;q=0.3", "en"),
        (" ,, en ,", "en"),
        ("\x00;;q=;=", "fa"),
        ("en-US,en;q=0.9,fa;q=0.8", "en"),
        ("fa-IR,fa;q=0.9,en-US;q=0.8,en;q=0.7", "fa"),
    ],
)
def test_the_language_is_the_best_of_ours_that_is_asked_for(header: str | None, chosen: str) -> None:
    assert language(header) == chosen


def test_names_and_labels_follow_the_language(hub: Hub) -> None:
    organization = hub.organization("انجمن نامدار", nameEn="Named Guild")
    plain = hub.organization("انجمن بی نام دیگر")
    topic = hub.topic("languages", "زبان‌ها")
    hub.cypher("MATCH (t:Topic {id: $id}) SET t.labelEn = 'Languages'", id=topic)
    document = (
        f'{{ named: organization(id: "{organization}") {{ name }} plain: organization(id: "{plain}") {{ name }}'
        f' topic(id: "{topic}") {{ label }} }}'
    )
    expected = {"fa": ("انجمن نامدار", "زبان‌ها"), "en": ("Named Guild", "Languages")}
    for tongue, (name, label) in expected.items():
        response = hub.post(document, language=tongue)
        assert response.headers["content-language"] == tongue
        assert response.json()["data"] == {
            "named": {"name": name},
            "plain": {"name": "انجمن بی نام دیگر"},
            "topic": {"label": label},
        }


def test_one_cached_document_is_answered_in_each_language(hub: Hub) -> None:
    texts = [hub.post("{ organisations { x } }", language=tongue).json() for tongue in ("en", "fa", "en")]
    assert texts[0] == texts[2] != texts[1]


# -- what graphql-core says ------------------------------------------------------------------------

Q = "query Q"
SAID: list[tuple[str, str, str]] = [
    # document, Persian, English; the first error counts
    ("{ organisations { totalCount } }", "گونهٔ «Query» فیلد «organisations» ندارد. شاید منظور شما «organizations»، «organization»، «affiliations»، «notifications» یا «organizationClaim» بوده است؟", "Cannot query field 'organisations' on type 'Query'. Did you mean 'organizations', 'organization', 'affiliations', 'notifications', or 'organizationClaim'?"),
    ("{ organizations { nodes { nameFaa } } }", "گونهٔ «Organization» فیلد «nameFaa» ندارد. شاید منظور شما «nameFa»، «name» یا «nameEn» بوده است؟", "Cannot query field 'nameFaa' on type 'Organization'. Did you mean 'nameFa', 'name', or 'nameEn'?"),
    ("{ node(id: \"les_1\") { recommendation } }", "گونهٔ «Node» فیلد «recommendation» ندارد. شاید منظور شما «Lesson» بوده است؟", "Cannot query field 'recommendation' on type 'Node'. Did you mean to use an inline fragment on 'Lesson'?"),
    ("{ organizations(frist: 1) { totalCount } }", "فیلد «Query.organizations» آرگومان «frist» ندارد. شاید منظور شما «first» یا «last» بوده است؟", "Unknown argument 'frist' on field 'Query.organizations'. Did you mean 'first' or 'last'?"),
    ("{ __typename @skip(if: true, iff: true) }", "رهنمود «@skip» آرگومان «iff» ندارد. شاید منظور شما «if» بوده است؟", "Unknown argument 'iff' on directive '@skip'. Did you mean 'if'?"),
    ("{ organizations(filter: {kind: {eq: NGOO}}) { totalCount } }", "«NGOO» از مقدارهای OrganizationKind نیست. شاید منظور شما «NGO» بوده است؟", "Value 'NGOO' does not exist in 'OrganizationKind' enum. Did you mean the enum value 'NGO'?"),
    ('{ organizations(filter: {kind: {eq: "NGO"}}) { totalCount } }', "\"NGO\" از مقدارهای OrganizationKind نیست. شاید منظور شما «NGO» بوده است؟", "Enum 'OrganizationKind' cannot represent non-enum value: \"NGO\". Did you mean the enum value 'NGO'?"),
    ("{ organizations(filter: {kindd: {}}) { totalCount } }", "گونهٔ OrganizationFilter فیلد «kindd» ندارد. شاید منظور شما «kind»، «AND» یا «id» بوده است؟", "'OrganizationFilter' has no field 'kindd'. Did you mean 'kind', 'AND', or 'id'?"),
    ("{ organizations(filter: 5) { totalCount } }", "مقدار گونهٔ OrganizationFilter باید یک شیء باشد.", "A value of type 'OrganizationFilter' must be an object."),
    ("mutation { listOrganization(input: {kind: NGO}) { errors { code } } }", "در ورودی گونهٔ ListOrganizationInput فیلد «nameFa» لازم است.", "The required field 'nameFa' of 'ListOrganizationInput' is missing."),
    ("{ organizations(filter: {kind: {eq: NGO, eq: NGO}}) { totalCount } }", "فیلد «eq» در ورودی دو بار آمده است.", "There can be only one input field named 'eq'."),
    ('{ organizations(first: "1") { totalCount } }', '"1" مقدار درستی برای Int نیست.', "Int cannot represent non-integer value: \"1\""),
    ("{ organizations(first: 99999999999) { totalCount } }", "99999999999 مقدار درستی برای Int نیست.", "Int cannot represent non 32-bit signed integer value: 99999999999"),
    ("{ lesson(id: null) { id } }", "این مقدار لازم است و نمی‌تواند null باشد (گونهٔ ID!).", "A value of type 'ID!' is required here; it cannot be null."),
    ("{ lesson { id } }", "آرگومان «Query.lesson(id:)» از گونهٔ ID! لازم است.", "Argument 'Query.lesson(id:)' of type 'ID!' is required, but it was not provided."),
    ("{ __typename @include }", "آرگومان «@include(if:)» از گونهٔ Boolean! لازم است.", "Argument '@include(if:)' of type 'Boolean!' is required, but it was not provided."),
    ("{ organizations(first: 1, first: 2) { totalCount } }", "آرگومان «first» دو بار آمده است.", "There can be only one argument named 'first'."),
    ("{ organizations }", "برای فیلد «organizations» از گونهٔ OrganizationConnection! باید زیرفیلدهایی برگزینید. شاید منظور شما «organizations { ... }» بوده است؟", "Field 'organizations' of type 'OrganizationConnection!' must have a selection of subfields. Did you mean 'organizations { ... }'?"),
    ("{ organizations { totalCount { x } } }", "فیلد «totalCount» از گونهٔ Int! زیرفیلدی ندارد.", "Field 'totalCount' must not have a selection since type 'Int!' has no subfields."),
    ("{ a: __typename a: organizations { totalCount } }", "دو فیلد با نام «a» با هم نمی‌خوانند. به هر کدام نام مستعار جدایی بدهید.", "Fields 'a' conflict because '__typename' and 'organizations' are different fields. Use different aliases on the fields to fetch both if this was intentional."),
    ("{ __typename @foo }", "رهنمود «@foo» شناخته نیست.", "Unknown directive '@foo'."),
    ("query @skip(if: true) { __typename }", "رهنمود «@skip» این‌جا (query) به کار نمی‌آید.", "Directive '@skip' may not be used on query."),
    ("{ __typename @skip(if: true) @skip(if: true) }", "رهنمود «@skip» این‌جا بیش از یک بار آمده است.", "The directive '@skip' can only be used once at this location."),
    ("{ ...X }", "پارهٔ «X» تعریف نشده است.", "Unknown fragment 'X'."),
    ("{ __typename } fragment A on Query { __typename }", "پارهٔ «A» به کار نرفته است.", "Fragment 'A' is never used."),
    ("{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }", "دو پاره با نام «A» در سند است.", "There can be only one fragment named 'A'."),
    ("{ ...A } fragment A on Query { ...A }", "پارهٔ «A» خودش را در بر می‌گیرد.", "Cannot spread fragment 'A' within itself."),
    ("{ ... on Lesson { id } }", "پارهٔ گونهٔ «Lesson» این‌جا نمی‌آید: این‌جا گونهٔ «Query» است.", "Fragment cannot be spread here as objects of type 'Query' can never be of type 'Lesson'."),
    ("{ ...A } fragment A on Lesson { id }", "پارهٔ گونهٔ «Lesson» این‌جا نمی‌آید: این‌جا گونهٔ «Query» است.", "Fragment 'A' cannot be spread here as objects of type 'Query' can never be of type 'Lesson'."),
    ("{ ... on Int { id } }", "پاره روی گونهٔ «Int» تعریف نمی‌شود.", "Fragment cannot condition on non composite type 'Int'."),
    ("{ ... on Lessonn { id } }", "گونهٔ «Lessonn» در طرح‌واره نیست. شاید منظور شما", "Unknown type 'Lessonn'. Did you mean 'Lesson'"),
    ("query A { __typename } query A { __typename }", "دو عملیات با نام «A» در سند است.", "There can be only one operation named 'A'."),
    ("{ __typename } query A { __typename }", "عملیات بی‌نام باید تنها عملیات سند باشد.", "This anonymous operation must be the only defined operation."),
    ("query A { __typename } query B { __typename }", "سند چند عملیات دارد؛ نام یکی را در operationName بفرستید.", "Must provide operation name if query contains multiple operations."),
    ("type A { a: Int }", "تعریف 'A' در پرس‌وجو جایی ندارد.", "The 'A' definition is not executable."),
    (f"{Q}($a: Int) {{ __typename }}", "متغیر «$a» به کار نرفته است.", "Variable '$a' is never used in operation 'Q'."),
    (f"{Q} {{ organizations(first: $a) {{ totalCount }} }}", "متغیر «$a» تعریف نشده است.", "Variable '$a' is not defined by operation 'Q'."),
    (f"{Q}($a: Int, $a: Int) {{ organizations(first: $a) {{ totalCount }} }}", "متغیر «$a» دو بار تعریف شده است.", "There can be only one variable named '$a'."),
    (f"{Q}($a: Lesson) {{ lesson(id: $a) {{ id }} }}", "گونهٔ Lesson برای متغیر «$a» ورودی نیست.", "Variable '$a' cannot be non-input type 'Lesson'."),
    (f"{Q}($a: ID) {{ lesson(id: $a) {{ id }} }}", "متغیر «$a» از گونهٔ ID است، اما این‌جا ID! لازم است.", "Variable '$a' of type 'ID' used in position expecting type 'ID!'."),
    (f"{Q}($a: ID!) {{ lesson(id: $a) {{ id }} }}", "مقدار متغیر «$a» درست نیست: این مقدار لازم است و نمی‌تواند null باشد (گونهٔ ID!).", "The value of '$a' is not right: A value of type 'ID!' is required here; it cannot be null."),
    (f'{Q}($a: Int = "x") {{ organizations(first: $a) {{ totalCount }} }}', '"x" مقدار درستی برای Int نیست.', "Int cannot represent non-integer value: \"x\""),
    ("{" + " ".join(f"z{i}" for i in range(30)) + "}", "گونهٔ «Query» فیلد «z0» ندارد.", "Cannot query field 'z0' on type 'Query'."),
]  # fmt: skip


@pytest.mark.parametrize(("document", "persian", "english"), SAID)
def test_what_is_wrong_with_a_document_is_said_in_both_languages(
    hub: Hub, document: str, persian: str, english: str
) -> None:
    for tongue, text in (("fa", persian), ("en", english)):
        errors = hub.post(document, language=tongue).json()["errors"]
        assert errors[0]["message"].startswith(text)
        assert text.endswith(("منظور شما", "'Lesson'")) or errors[0]["message"] == text
        for error in errors:
            assert error["extensions"]["code"] == "VALIDATION_FAILED"
            assert bool(PERSIAN.search(error["message"])) is (tongue == "fa")
            assert "طرح‌واره نمی‌خواند" not in error["message"], "not translated"
            assert "Did you mean" not in error["message"] or tongue == "en"


SYNTAX: list[tuple[str, int, str, str]] = [
    # document, column, Persian, English
    ("{", 2, "این‌جا Name لازم است، نه <EOF>.", "Expected Name, found <EOF>."),
    ("{ a(b:) }", 7, "')' این‌جا جایی ندارد.", "Unexpected ')'."),
    ("#x", 3, "<EOF> این‌جا جایی ندارد.", "Unexpected <EOF>."),
    ("{ a ~ }", 5, "نویسهٔ '~' این‌جا پذیرفته نیست.", "Unexpected character: '~'."),
    ("{ a \x00 }", 5, "نویسهٔ U+0000 این‌جا پذیرفته نیست.", "Unexpected character: U+0000."),
    ('{ a(b: "x', 10, 'متن بسته نشده است: یک " کم است.', "Unterminated string."),
    ('{ a(b: "\\q") }', 9, "گریز «\\q» درست نیست.", "Invalid character escape sequence: '\\q'."),
    ('{ a(b: "\\ud800") }', 9, "گریز «\\ud800» درست نیست.", "Invalid Unicode escape sequence: '\\ud800'."),
    ("{ a(b: 01) }", 9, "این عدد درست نوشته نشده است.", "Invalid number, unexpected digit after 0: '1'."),
    ("{ a(b: 'x') }", 8, 'به جای \' گیومهٔ دوتایی (") بگذارید.', "Unexpected single quote character ('), did you mean to use a double quote (\")?"),
    ("{ a .. b }", 5, "'..' این‌جا جایی ندارد. شاید منظور شما «...» بوده است؟", "Unexpected '..', did you mean '...'?"),
    ("query($a: Int = $b) { a }", 17, "متغیر «$b» این‌جا پذیرفته نیست.", "Unexpected variable '$b' in constant value."),
    ('"x" { a }', 1, "توضیح این‌جا پذیرفته نیست.", "Unexpected description, descriptions are not supported on shorthand queries."),
    ("enum A { true }", 10, "Name 'true' نام مقدار نمی‌شود.", "Name 'true' is reserved and cannot be used for an enum value."),
]  # fmt: skip


@pytest.mark.parametrize(("document", "column", "persian", "english"), SYNTAX)
def test_what_cannot_be_read_is_said_in_both_languages_with_its_place(
    hub: Hub, document: str, column: int, persian: str, english: str
) -> None:
    wanted = {
        "fa": f"سند GraphQL در خط ۱، ستون {digits(column)} خوانده نمی‌شود: {persian}",
        "en": f"The GraphQL document cannot be read at line 1, column {column}: {english}",
    }
    for tongue, text in wanted.items():
        (error,) = hub.post(document, language=tongue).json()["errors"]
        assert error == {
            "message": text,
            "extensions": {"code": "SYNTAX_ERROR"},
            "locations": [{"line": 1, "column": column}],
        }


def test_what_is_known_of_no_client_is_not_passed_on() -> None:
    assert translated("Schema must contain uniquely named types.", "fa") is None
    assert translated("Schema must contain uniquely named types.", "en") is None


def test_braces_and_format_signs_in_a_name_are_only_text() -> None:
    text = "Unknown operation named '{0.__class__} %s {x}'."
    assert translated(text, "fa") == "عملیاتی به نام «{0.__class__} %s {x}» در سند نیست."
    assert translated(text, "en") == text


@pytest.mark.parametrize(
    ("python", "json"),
    [
        ("'x'", '"x"'),
        ("True", "true"),
        ("[None, 'ا']", '[null,"ا"]'),
        ("{'a': [...]}", "…"),
        ("inf", "…"),
        ("'it\\'s \"x\"'", '"it\'s \\"x\\""'),
    ],
)
def test_a_value_is_told_as_json_and_not_as_python(python: str, json: str) -> None:
    told = of_json(f"Int cannot represent non-integer value: {python}")
    assert told == f"Int cannot represent non-integer value: {json}"
