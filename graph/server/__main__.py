"""Turn a folder into a database for developers: `python -m graph.server --data-dir DIR`.

DIR/server.json says where it answers; Ctrl-C or SIGTERM stops it.
"""

import json
import os
import signal
import sys
import threading
from pathlib import Path

import click

from graph.errors import GraphError
from graph.server import RunningServer, Supervisor, start
from graph.server.folder import write_private


@click.command()
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--heap", default="512m", show_default=True, help="Java heap")
@click.option("--pagecache", default="256m", show_default=True, help="Neo4j page cache")
@click.option("--port", default=0, help="Bolt port; a free one unless given")
def main(data_dir: Path, heap: str, pagecache: str, port: int) -> None:
    """Run a development database until Ctrl-C."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        supervisor = Supervisor(start(data_dir, heap=heap, pagecache=pagecache, port=port))
    except GraphError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    address = data_dir / "server.json"
    write_private(address, _facts(supervisor.server))
    click.echo(f"Neo4j answers on {supervisor.server.uri}; {address} has the password.")
    stop.wait()
    address.unlink(missing_ok=True)
    supervisor.stop()


def _facts(server: RunningServer) -> str:
    facts = {"uri": server.uri, "user": server.user, "password": server.password, "pid": os.getpid()}
    return json.dumps(facts)


if __name__ == "__main__":
    main()
