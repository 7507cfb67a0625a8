"""Who may write what. Reading rights are the compiler's (`graph/compiler/visibility.py`)."""

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.life import By, Scope
from graph.model.words import Words
from graph.queries.records import Record
from hub.context import Viewer, scope_name

SCOPES = tuple(map(scope_name, Scope))
"""What a token may be used for, as tokens keep it."""


def may_use(viewer: Viewer, scope: Scope) -> None:
    """Raises SCOPE_REQUIRED, which names the scope, for a token that is for other things."""
    if scope_name(scope) not in viewer.scopes:
        raise ValueRefused("SCOPE_REQUIRED", scope=scope_name(scope))


def may_write(viewer: Viewer, scope: Scope) -> None:
    """Raises SIGN_IN_REQUIRED for whoever is nobody, SCOPE_REQUIRED for a token that is for other things.

    For a person it is what they lack: SECOND_FACTOR_NOT_BEGUN, SECOND_FACTOR_UNSHOWN, NO_ORGANIZATION,
    EDITOR_REQUIRED.
    """
    if viewer.role is Role.ANONYMOUS or scope_name(scope) not in viewer.scopes:
        if viewer.session is not None:
            raise _lacking(viewer)
        if viewer.role is Role.ANONYMOUS:
            raise ValueRefused("SIGN_IN_REQUIRED")
        may_use(viewer, scope)


def may_make(viewer: Viewer, by: By, scope: Scope) -> None:
    """Raises as `may_write` does, but for a person who is appointed to review: that is done in the name of no
    organization, so their right in theirs does not count."""
    if by is By.REVIEWER and viewer.session is not None:
        if viewer.reviews:
            return
        if not viewer.secured:
            raise ValueRefused("NOT_ALLOWED", whose=_REVIEWERS)  # To become an editor would not help.
    may_write(viewer, scope)


def _lacking(viewer: Viewer) -> ValueRefused:
    """What somebody who is signed in lacks to write."""
    if viewer.secured:
        return ValueRefused("SECOND_FACTOR_UNSHOWN" if viewer.unshown else "SECOND_FACTOR_NOT_BEGUN")
    return ValueRefused("NO_ORGANIZATION" if viewer.organization is None else "EDITOR_REQUIRED")


def may_follow(viewer: Viewer) -> None:
    """Raises SCOPE_REQUIRED for a token that may not subscribe; a person may, and whoever has none hears what
    is public."""
    if viewer.role is not Role.ANONYMOUS and viewer.session is None:
        may_use(viewer, Scope.EVENTS)


COORDINATORS = Words(
    "a coordinator of the whole network, or an administrator",
    "هماهنگ‌کنندهٔ همهٔ شبکه، یا سرپرست شبکه",
)
_SOME_COORDINATORS = Words(
    "a coordinator of the network, or an administrator", "هماهنگ‌کنندهٔ شبکه، یا سرپرست شبکه"
)
_REVIEWERS = Words("whoever is appointed as a reviewer", "هر که به بازبینی منصوب شده است")
_ADMINISTRATORS = Words("an administrator of the network", "سرپرست شبکه")
_OWNERS = Words(
    "an editor of the organization that owns it, or an administrator",
    "ویرایشگر سازمانی که صاحب آن است، یا سرپرست شبکه",
)
_OWN_EDITORS = Words("an editor of the organization that owns it", "ویرایشگر سازمانی که صاحب آن است")
EDITORS = Words(
    "the editors of your organization; ask one of them to do it, or to make you one",
    "ویرایشگران سازمان شما؛ از یکی از آنان بخواهید این کار را بکند یا اختیار ویرایش به شما بدهد",
)
"""Who deals with the tokens and webhooks of an organization."""
OFFICES = (COORDINATORS, _SOME_COORDINATORS, _REVIEWERS, _ADMINISTRATORS, _OWNERS, _OWN_EDITORS)
"""Who may do what an office or an owner does; a move says more exactly who makes it."""
_WHOEVER_ACTS = Words(
    "whoever acts for an organization, and you act for none now",
    "هر که از سوی سازمانی کار می‌کند، و شما اکنون از سوی هیچ سازمانی کار نمی‌کنید",
)


def acting_organization(viewer: Viewer) -> str:
    """The organization a viewer acts for. Raises NOT_ALLOWED for whoever acts for none."""
    if viewer.organization is None:
        raise ValueRefused("NOT_ALLOWED", whose=_WHOEVER_ACTS)
    return viewer.organization


def speaking_for(viewer: Viewer, wanted: str | None) -> str:
    """The organization whose word a viewer gives: their own, or as an administrator that of any.

    Raises NOT_ALLOWED.
    """
    if wanted is not None and wanted != viewer.organization:
        may_administer(viewer)
    return wanted or acting_organization(viewer)


def may_speak_for(viewer: Viewer, organization: str | None) -> None:
    """Raises NOT_ALLOWED unless the viewer acts for that organization, or administers and enters its word."""
    if viewer.organization is None or viewer.organization != organization:
        may_administer(viewer)


def may_move_people(viewer: Viewer) -> None:
    """Raises PERSON_REQUIRED for an organization's token: whoever has one could let somebody in, and stay by
    that for good, or let everybody go who would take the token away."""
    if viewer.session is None and viewer.role is Role.MEMBER:
        raise ValueRefused("PERSON_REQUIRED")


def may_coordinate(viewer: Viewer) -> None:
    """Raises NOT_ALLOWED unless the viewer coordinates the whole country, or administers."""
    if viewer.role not in {Role.COORDINATOR, Role.ADMINISTRATOR} or viewer.regions:
        raise ValueRefused("NOT_ALLOWED", whose=COORDINATORS)


def may_coordinate_somewhere(viewer: Viewer) -> None:
    """Raises NOT_ALLOWED unless the viewer coordinates, be it in some provinces only, or administers."""
    if viewer.role not in {Role.COORDINATOR, Role.ADMINISTRATOR}:
        raise ValueRefused("NOT_ALLOWED", whose=_SOME_COORDINATORS)


def may_review(viewer: Viewer) -> None:
    """Raises NOT_ALLOWED unless the viewer is appointed as a reviewer, of whatever."""
    if not viewer.reviews:
        raise ValueRefused("NOT_ALLOWED", whose=_REVIEWERS)


def may_administer(viewer: Viewer) -> None:
    """Raises NOT_ALLOWED unless the viewer administers the network; where but a second factor keeps them from
    what they are trusted with, that."""
    if viewer.role is not Role.ADMINISTRATOR:
        if viewer.secured:
            raise _lacking(viewer)
        raise ValueRefused("NOT_ALLOWED", whose=_ADMINISTRATORS)


def may_mend(viewer: Viewer, record: Record) -> None:
    """Raises NOT_ALLOWED as `may_change` does; also to administrators where they may not know whose it is.

    Whatever is said of such a record to others than its author, refusals among it, could tell the author.
    """
    hidden = record.properties.get("audience") in {Audience.ANONYMIZED.value, Audience.AUTHORS.value}
    if hidden and viewer.organization not in record.owners:
        raise ValueRefused("NOT_ALLOWED", whose=_OWN_EDITORS)
    may_change(viewer, record.owners)


def may_change(viewer: Viewer, owners: list[str]) -> None:
    """Raises NOT_ALLOWED unless the viewer's organization owns the record, or they administer."""
    if viewer.role is not Role.ADMINISTRATOR and viewer.organization not in owners:
        raise ValueRefused("NOT_ALLOWED", whose=_OWNERS)
