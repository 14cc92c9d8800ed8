"""A visitor and the team, with each of the two engines."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.application import MakeApp
from tests.fakes.gemini_server import API_KEY, GeminiServer
from tests.stories.visitor import Team, Visitor


@pytest.fixture
def gemini_app(make_app: MakeApp, gemini_server: GeminiServer) -> Flask:
    """The application with Gemini; the model is our fake server, the SDK is the real one."""
    return make_app(gemini_api_key=API_KEY, google_gemini_base_url=gemini_server.url)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Chats with the scripted engine."""
    return Visitor(app)


@pytest.fixture
def team(app: Flask) -> Team:
    return Team(app)


@pytest.fixture
def gemini_visitor(gemini_app: Flask) -> Visitor:
    """Chats with Gemini."""
    return Visitor(gemini_app)


@pytest.fixture
def gemini_team(gemini_app: Flask) -> Team:
    return Team(gemini_app)
