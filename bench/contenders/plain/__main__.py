"""`python -m bench.contenders.plain`: the plain server on its port."""

import uvicorn

from bench.contenders.environment import Environment
from bench.contenders.plain.server import Plain

if __name__ == "__main__":
    environment = Environment.read()
    uvicorn.run(
        Plain(environment),
        port=environment.port,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        server_header=False,
    )
