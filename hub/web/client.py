"""The built client: which files a page begins with; each of them, compressed as whoever asks can read it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from hub.web.addresses import Page
from hub.web.html import Markup, tag

FOLDER = Path(__file__).parent / "client"
"""Where web/build.py puts what it builds. Without it pages are plain text."""

FILES = "/assets/"
EMBEDDED = "/embed/lesson.js"
"""What other sites load from an address that stays."""
_ENTRY = "src/main.ts"
_FONTS = {"fa": "src/style/Vazirmatn.woff2", "en": "src/style/VazirmatnLatin.woff2"}
"""What the letters of a language are drawn with."""
_PACKED = {"br": ".br", "gzip": ".gz"}
"""The ways in which files were compressed, the smaller first."""
_MEDIA = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".md": "text/plain",
    ".woff2": "font/woff2",
}


class Client:
    """The client as it was built into a folder."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._manifest = folder / "manifest.json"
        self._read: Mapping[str, Any] = {}
        self._at = 0

    @property
    def _files(self) -> Mapping[str, Any]:
        """What was built, read again where it was built again."""
        at = self._manifest.stat().st_mtime_ns if self._manifest.exists() else 0
        if at != self._at:
            self._read, self._at = orjson.loads(self._manifest.read_bytes()) if at else {}, at
        return self._read

    @property
    def built(self) -> bool:
        """Whether there is a client."""
        return _ENTRY in self._files

    def head(self, page: Page, language: str) -> Iterator[Markup]:
        """What the head of a page names: its style, its script, and what that would ask for next."""
        if not self.built:
            return
        code = [file for key in (_ENTRY, page.module) for file in self._with_imports(key)]
        every = f"src/texts/{language}/every.ts"
        # What several pages are made of asks for the texts that are called as it is.
        texts = (page.texts, *(self._files[file].get("name") for file in code))
        told = [
            f"src/texts/{language}/{name}.ftl?raw" for one in texts if one for name in (one, f"{one}.words")
        ]
        files = list(dict.fromkeys((*code, *(key for key in (every, *told) if key in self._files))))
        yield tag(
            "link",
            rel="preload",
            href=self._address(_FONTS[language]),
            as_="font",
            type="font/woff2",
            crossorigin=True,
        )
        for style in dict.fromkeys(style for file in files for style in self._files[file].get("css", ())):
            yield tag("link", rel="stylesheet", href=f"/{style}")
        yield tag("script", type="module", src=self._address(_ENTRY))
        for file in files:
            if file != _ENTRY:
                yield tag("link", rel="modulepreload", href=self._address(file))

    def _address(self, key: str) -> str:
        return f"/{self._files[key]['file']}"

    def _with_imports(self, key: str) -> Iterator[str]:
        yield key
        for imported in self._files[key].get("imports", ()):
            yield from self._with_imports(imported)

    async def __call__(self, request: Request) -> Response:
        """A file of the client. Its name tells its content, so that it is asked for once."""
        name = request.path_params["name"]
        file = self._folder / "assets" / name
        media = _MEDIA.get(file.suffix)
        if media is None or "/" in name or not file.is_file():
            raise HTTPException(404)
        headers = {"cache-control": _keeping(name), "vary": "Accept-Encoding"}
        accepted = request.headers.get("accept-encoding", "")
        for encoding, ending in _PACKED.items():
            packed = file.with_name(name + ending)
            if encoding in accepted and packed.is_file():
                return Response(
                    packed.read_bytes(), headers={**headers, "content-encoding": encoding}, media_type=media
                )
        return Response(file.read_bytes(), headers=headers, media_type=media)

    async def embedded(self, _request: Request) -> Response:
        """The card of a lesson, as a module that other sites load: asked for again after an hour."""
        file = self._folder / "embed" / "lesson.js"
        if not file.is_file():
            raise HTTPException(404)
        return FileResponse(
            file, headers={"cache-control": "public, max-age=3600"}, media_type=_MEDIA[file.suffix]
        )


def _keeping(name: str) -> str:
    """How long a file is kept: for good, where another content has another name."""
    return "no-cache" if name.endswith(".md") else "public, max-age=31536000, immutable"
