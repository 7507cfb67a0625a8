"""Turn records, as the API tells them, into JSON-LD in the words of schema.org.

Each takes a record with the fields it names, and the addresses of pages: `at("Lesson", id)`. What a record
does not tell (whose it is, where) is not told here either.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

At: TypeAlias = Callable[[str, str], str]
"""The address of a record's page, by its type and id."""
Record: TypeAlias = Mapping[str, Any]
Linked: TypeAlias = dict[str, Any]

CONTEXT = "https://schema.org"
_KINDS = {
    "NGO": "NGO",
    "STATE_BODY": "GovernmentOrganization",
    "FOUNDATION": "NGO",
    "TRAINING_PROVIDER": "EducationalOrganization",
    "ENTERPRISE": "Corporation",
    "NETWORK": "Organization",
}

_TOGETHER = {
    "Partnership": "Project",
    "ResourceOffer": "Offer",
    "ResourceNeed": "Demand",
    "Program": "Project",
    "Network": "Organization",
    "WorkingGroup": "Organization",
    "Process": "HowTo",
    "Campaign": "Project",
}


def site(name: str, description: str, home: str, search: str) -> Linked:
    """The hub itself, and how it is searched: `search` is an address with `{words}`."""
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": search},
        "query-input": "required name=words",
    }
    return _whole("WebSite", name=name, description=description, url=home, potentialAction=action)


def lesson(record: Record, at: At) -> Linked:
    """A lesson, with the experiences it was drawn from."""
    return _whole(
        "LearningResource",
        **_written(record, at, "Lesson"),
        name=record["statement"],
        abstract=record["recommendation"],
        isBasedOn=[at("Experience", one["id"]) for one in record["experiences"]["nodes"]],
    )


def approach(record: Record, at: At) -> Linked:
    """An approach, step by step."""
    steps = sorted(record["steps"], key=lambda step: step["position"])
    return _whole(
        "HowTo",
        **_written(record, at, "Approach"),
        name=record["title"],
        description=record["summary"],
        step=[_part("HowToStep", name=step["title"], text=step["text"]) for step in steps],
    )


def experience(record: Record, at: At) -> Linked:
    """What was tried, and what came of it."""
    return _whole(
        "Article",
        **_written(record, at, "Experience"),
        headline=record["title"],
        description=record["happened"],
        contentLocation=_place(record["region"]),
    )


def organization(record: Record, at: At) -> Linked:
    """An organization."""
    return _whole(
        _KINDS.get(record["kind"], "Organization"),
        name=record["name"],
        url=at("Organization", record["id"]),
        sameAs=record["website"],
        description=record["mission"],
        foundingDate=record["foundingDate"],
        location=_place(record["location"]),
        knowsAbout=[topic["label"] for topic in record["topics"]],
    )


def job(record: Record, at: At) -> Linked:
    """Work that is offered."""
    return _whole(
        "JobPosting",
        **_offered(record, at, "JobOpportunity", "hiringOrganization"),
        title=record["title"],
        datePosted=record["publishedAt"],
        validThrough=record["closesOn"],
        occupationalCategory=record["occupationCode"],
        totalJobOpenings=record["placesLeft"],
        jobLocation=_place(record["region"]),
    )


def course(record: Record, at: At) -> Linked:
    """A course, with what it leads to."""
    leads = record["qualification"]
    return _whole(
        "Course",
        **_offered(record, at, "Course", "provider"),
        name=record["title"],
        inLanguage=record["language"].lower(),
        teaches=[skill["label"] for skill in record["skills"]],
        educationalCredentialAwarded=leads and at("Qualification", leads["id"]),
        hasCourseInstance=_part(
            "CourseInstance",
            startDate=record["startsOn"],
            endDate=record["endsOn"],
            location=_place(record["region"]),
        ),
    )


def apprenticeship(record: Record, at: At) -> Linked:
    """Work at the side of a master, to learn a trade."""
    return _whole(
        "WorkBasedProgram",
        **_offered(record, at, "Apprenticeship", "provider"),
        name=record["title"],
        startDate=record["startsOn"],
        applicationDeadline=record["closesOn"],
        occupationalCategory=record["occupationCode"],
    )


def qualification(record: Record, at: At) -> Linked:
    """What is certified, and who recognizes it."""
    recognizers = (one["recognizer"] for one in record["recognitions"]["nodes"])
    return _whole(
        "EducationalOccupationalCredential",
        **_offered(record, at, "Qualification", "creator"),
        name=record["title"],
        recognizedBy=[_organization(one, at) for one in recognizers if one],
    )


def service(record: Record, at: At) -> Linked:
    """What a provider does for people."""
    return _whole(
        "Service",
        **_offered(record, at, "Service", "provider"),
        name=record["title"],
        areaServed=[_place(region) for region in record["regions"]],
    )


def center(record: Record, at: At) -> Linked:
    """Where people are helped into work."""
    return _whole(
        "Organization",
        **_offered(record, at, "SupportCenter", "parentOrganization"),
        name=record["name"],
        telephone=record["phone"],
        address=record["address"],
        areaServed=_place(record["region"]),
    )


def instrument(record: Record, at: At) -> Linked:
    """What somebody who looks for work can get."""
    return _whole(
        "FinancialProduct",
        **_offered(record, at, "SupportInstrument", "provider"),
        name=record["title"],
        areaServed=[_place(region) for region in record["regions"]],
    )


def region(record: Record, at: At) -> Linked:
    """A place."""
    whole = record["partOf"]
    return _whole(
        "AdministrativeArea",
        name=record["name"],
        url=at("Region", record["id"]),
        alternateName=list(record["alsoKnownAs"]),
        containedInPlace=whole and _part("Place", name=whole["name"], url=at("Region", whole["id"])),
    )


def topic(record: Record, at: At) -> Linked:
    """A topic of the hub's taxonomy."""
    return _whole(
        "DefinedTerm",
        name=record["label"],
        url=at("Topic", record["id"]),
        alternateName=list(record["alsoKnownAs"]),
    )


def together(kind: str, record: Record, description: str | None, at: At) -> Linked:
    """A record of working together: a partnership, an offer, a program, a network and their like."""
    organizations = record.get("organizations", {"nodes": []})["nodes"]
    publisher = record.get("publisher")
    return _whole(
        _TOGETHER[kind],
        name=record["title"],
        url=at(kind, record["id"]),
        description=description,
        member=[
            _part("Organization", name=one["name"], url=at("Organization", one["id"]))
            for one in organizations
        ],
        provider=publisher
        and _part("Organization", name=publisher["name"], url=at("Organization", publisher["id"])),
    )


def listing(kind: str, records: list[Record], name_of: Callable[[Record], str], at: At) -> Linked:
    """Records of one type, in their order."""
    items = [
        _part("ListItem", position=place, name=name_of(one), url=at(kind, one["id"]))
        for place, one in enumerate(records, start=1)
    ]
    return _whole("ItemList", itemListElement=items)


def _written(record: Record, at: At, kind: str) -> Linked:
    """What all that is published has."""
    publisher = record["publisher"]
    return {
        "url": at(kind, record["id"]),
        "inLanguage": record["language"].lower(),
        "datePublished": record["publishedAt"],
        "about": [topic["label"] for topic in record["topics"]],
        "author": publisher
        and _part("Organization", name=publisher["name"], url=at("Organization", publisher["id"])),
    }


def _offered(record: Record, at: At, kind: str, role: str) -> Linked:
    """What all ways into work have; whose it is stands under its `role`."""
    return {
        "url": at(kind, record["id"]),
        "description": record["description"],
        role: _organization(record["publisher"], at),
    }


def _organization(told: Record | None, at: At) -> Linked | None:
    if told is None:
        return None
    return _part("Organization", name=told["name"], url=at("Organization", told["id"]))


def _place(region: Record | None) -> Linked | None:
    return None if region is None else _part("Place", name=region["name"])


def _whole(kind: str, **facts: Any) -> Linked:
    return {"@context": CONTEXT, **_part(kind, **facts)}


def _part(kind: str, **facts: Any) -> Linked:
    """A thing of schema.org; what it has nothing of is left out."""
    return {"@type": kind, **{name: fact for name, fact in facts.items() if fact not in (None, [], "")}}
