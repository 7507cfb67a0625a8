"""Keep the bytes of the demo's files in the store of a hub, and take those away that the demo takes along."""

from collections.abc import Iterable
from io import BytesIO

from graph.connection import Database
from graph.queries.files import known
from hub.files.store import Store
from seed.demo.files import contents


async def keep_contents(database: Database, store: Store) -> None:
    """Keep the bytes of those that the graph tells of, where they are not there. Raises FilesUnavailable."""
    files = contents()
    for id_ in await known(database, list(files)):
        if await store.size(id_) != len(files[id_]):
            await store.put(id_, BytesIO(files[id_]))


async def remove_contents(database: Database, store: Store, ids: Iterable[str]) -> None:
    """Remove the bytes of those that the graph tells of no more. Raises FilesUnavailable."""
    asked = list(ids)
    for id_ in set(asked) - set(await known(database, asked)):
        await store.remove(id_)
