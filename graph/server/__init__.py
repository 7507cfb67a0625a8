"""Turn a local data folder into a Neo4j that answers on 127.0.0.1, with nothing to install by hand.

`start(folder)` returns a `RunningServer`; a `Supervisor` around it brings it back when it dies.
"""

from graph.server.folder import DataFolderInUse
from graph.server.launcher import RunningServer, ServerDidNotStart, StoreDamaged, start
from graph.server.runtime import NEO4J_VERSION, JarsUnavailable
from graph.server.supervisor import Supervisor

__all__ = [
    "NEO4J_VERSION",
    "DataFolderInUse",
    "JarsUnavailable",
    "RunningServer",
    "ServerDidNotStart",
    "StoreDamaged",
    "Supervisor",
    "start",
]
