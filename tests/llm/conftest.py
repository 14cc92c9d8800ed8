"""A Gemini on this machine for the tests of the adapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from llm.gemini import GeminiModel
from tests.fakes.gemini_server import GeminiServer

MODEL = "gemini-3.8-flash"

MakeGemini = Callable[..., GeminiModel]


@pytest.fixture
def make_gemini(gemini_server: GeminiServer) -> Iterator[MakeGemini]:
    """Makes adapters for the fake, with short time-outs."""
    made: list[GeminiModel] = []

    def make(
        model: str = MODEL, key: str = gemini_server.api_key, **settings: object
    ) -> GeminiModel:
        chosen = {"base_url": gemini_server.url, "read_timeout_seconds": 2.0, **settings}
        made.append(GeminiModel(key, model, **chosen))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for model in made:
        model.close()


@pytest.fixture
def gemini(make_gemini: MakeGemini) -> GeminiModel:
    """The adapter, pointed at the fake."""
    return make_gemini()
