"""The hub under uvicorn as its own command starts it, but with workers, or beside another on one port.

`python -m bench.contenders.hub --workers 2`, or twice `python -m bench.contenders.hub --shared`.
"""

import argparse
import os
import socket

import uvicorn
from starlette.applications import Starlette
from uvicorn.supervisors import Multiprocess


def app() -> Starlette:
    """The hub on the database that the environment names."""
    from hub.app import create_app
    from hub.settings import Settings

    return create_app(Settings.from_environment())


def main() -> None:
    """Answer on BENCH_PORT."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--shared", action="store_true", help="let another process listen on the same port")
    options = parser.parse_args()
    port = int(os.environ["BENCH_PORT"])
    config = uvicorn.Config(
        "bench.contenders.hub:app",
        factory=True,
        port=port,
        workers=options.workers,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        server_header=False,
    )
    if options.shared:
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            listener.bind(("127.0.0.1", port))
            uvicorn.Server(config).run([listener])
    elif options.workers == 1:
        uvicorn.Server(config).run()
    else:
        with config.bind_socket() as listener:
            Multiprocess(config, sockets=[listener]).run()


if __name__ == "__main__":
    main()
