"""The client, built from the sources that are tested."""

import importlib.util
from pathlib import Path

import pytest

from hub.web.client import Client


@pytest.fixture(scope="session")
def client() -> Client:
    """The client; it is built unless it is there. A hub that runs already serves it."""
    spec = importlib.util.spec_from_file_location("build", Path(__file__).parents[2] / "web/build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.build()
    return Client()
