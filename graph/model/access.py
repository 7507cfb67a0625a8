"""Turn a record's status and visibility into its audience: who may read it, as one property."""

from enum import Enum

from graph.model.common import RecordStatus, Visibility


class Audience(Enum):
    """Who may read a record, besides the organizations in its `ownerIds`; administrators all but AUTHORS."""

    PUBLIC = "PUBLIC"
    MEMBERS = "MEMBERS"
    PARTNERS = "PARTNERS"
    ANONYMIZED = "ANONYMIZED"
    """Members read the record; the way to its owners is closed."""
    COORDINATORS = "COORDINATORS"
    """Its owners, and who coordinates the network: what one organization claims of another; a draft that
    coordinators have written for others, since whoever writes a record can read it."""
    REVIEWERS = "REVIEWERS"
    """Its owners, and reviewers: what is submitted, until it is validated."""
    OWNERS = "OWNERS"
    """Its owners, and administrators."""
    AUTHORS = "AUTHORS"
    """Its owners alone, and no administrator: what was or may yet be anonymized."""


_OF_VISIBILITY = {
    Visibility.PUBLIC: Audience.PUBLIC,
    Visibility.MEMBERS: Audience.MEMBERS,
    Visibility.PARTNERS: Audience.PARTNERS,
    Visibility.ANONYMIZED: Audience.ANONYMIZED,
    Visibility.ORGANIZATION: Audience.OWNERS,
}


def narrowed(then: str, now: str) -> str:
    """Cypher: the audience of those who were in one and are in the other now; null `then` is not known.

    What was anonymized then and is named now, its organization has named; what it kept to itself then,
    administrators read beside it, who keep the audit. Of two that say nothing of each
    other its owners are left.
    """
    public, members, hidden, authors, owners = (
        f"'{one.value}'"
        for one in (Audience.PUBLIC, Audience.MEMBERS, Audience.ANONYMIZED, Audience.AUTHORS, Audience.OWNERS)
    )
    return (
        f"CASE WHEN {then} IS NULL OR {then} = {now} THEN {now}"
        f" WHEN {now} = {authors} THEN {authors}"
        f" WHEN {now} = {hidden} THEN CASE WHEN {then} IN [{public}, {members}] THEN {now} ELSE {authors} END"
        f" WHEN {then} = {authors} THEN {owners} WHEN {then} = {public} THEN {now}"
        f" WHEN {then} IN [{members}, {hidden}] THEN CASE {now} WHEN {public} THEN {members} ELSE {now} END"
        f" WHEN {now} IN [{public}, {members}] THEN {then} ELSE {owners} END"
    )


def audience(status: RecordStatus, visibility: Visibility, *, anonymizable: bool = False) -> Audience:
    """Who may read a record. A draft of what is `anonymizable` may yet be anonymized.

    >>> audience(RecordStatus.DRAFT, Visibility.PUBLIC)
    <Audience.OWNERS: 'OWNERS'>
    >>> audience(RecordStatus.DRAFT, Visibility.PUBLIC, anonymizable=True)
    <Audience.AUTHORS: 'AUTHORS'>
    >>> audience(RecordStatus.PUBLISHED, Visibility.ANONYMIZED)
    <Audience.ANONYMIZED: 'ANONYMIZED'>
    """
    if status is RecordStatus.PUBLISHED:
        return _OF_VISIBILITY[visibility]
    hidden = status is RecordStatus.DRAFT or visibility is Visibility.ANONYMIZED
    return Audience.AUTHORS if anonymizable and hidden else Audience.OWNERS
