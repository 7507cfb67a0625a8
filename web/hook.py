"""Build the web client as a wheel is made, so that the wheel has it and whoever installs it needs no Node."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebClient(BuildHookInterface[Any]):
    """The hook that hatchling finds here."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build it; `version` is 'editable' where the code stays in place, which builds it by itself."""
        del build_data
        if version != "editable":
            sys.path.insert(0, str(Path(self.root) / "web"))
            import_module("build").build()
