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
