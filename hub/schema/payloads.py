"""What every mutation answers with: the record it wrote, or typed errors."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

import strawberry

from graph.limits import MAXIMUM_IDEMPOTENCY_KEY
from graph.model.common import Visibility
from hub.context import Context
from hub.schema.base import described

_KEY = (
    "With the same key and input sent again, the change is made once."
    f" At most {MAXIMUM_IDEMPOTENCY_KEY} characters."
)


@strawberry.type(description="Why nothing was written.")
class UserError:
    """A typed error about what the client sent."""

    # The list is docs/errors.md, which `hub errors` prints.
    code: str = described("Stable; see the list of errors.")
    message: str = described("In your language: what happened, and what next.")
    path: list[str] = described("Where in the arguments, e.g. `input`, `topicIds`, `0`.")


@strawberry.type
class Payload:
    """What every payload has beside its record."""

    errors: list[UserError] = described("Empty when the change was made; then nothing else is.")


@strawberry.input
class PublishInput:
    """Publishes a record, or publishes it again to others."""

    id: strawberry.ID
    version: int = described("The version you have read.")
    visibility: Visibility | None = strawberry.field(
        default=None, description="Who may read it; as it was created when not given."
    )


@strawberry.input
class WithdrawInput:
    """Takes a record back."""

    id: strawberry.ID
    version: int = described("The version you have read.")


Resolver = Callable[[strawberry.Info[Context, Any], Any, str | None], Awaitable[Any]]


def writes(resolver: Resolver, input_type: type, text: str) -> Any:
    """A root field that writes: `(input: …!, idempotencyKey: String)`."""

    async def resolve(
        info: strawberry.Info[Context, Any],
        input: Any,  # noqa: A002 - the name clients know from Relay
        idempotency_key: Annotated[str | None, strawberry.argument(description=_KEY)] = None,
    ) -> Any:
        return await resolver(info, input, idempotency_key)

    resolve.__annotations__["input"] = input_type
    return strawberry.mutation(resolver=resolve, description=text)
