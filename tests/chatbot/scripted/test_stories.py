"""Each story, over HTTP on the real services."""

from __future__ import annotations

from typing import Any

import pytest

from tests.chatbot.scripted.driver import live_through
from tests.chatbot.scripted.story import Story, parsed, stories


@pytest.mark.parametrize("story", [pytest.param(story, id=name) for name, story in stories()])
def test_story(story: Story, visitor: Any) -> None:
    live_through(story, visitor(timezone=story.timezone, locale=story.locale, page=story.page))


def test_there_are_at_least_sixty_stories() -> None:
    assert len(stories()) >= 60


def test_a_story_with_a_line_that_means_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="line 3"):
        parsed("title: x\nvisitor: hi\nsasy: hello\n")


def test_a_reply_that_is_not_as_the_story_says_fails_it(visitor: Any) -> None:
    story = parsed("title: x\nvisitor: hi\nsays: I am a person of flesh and blood\n")
    with pytest.raises(AssertionError, match="the reply lacks"):
        live_through(story, visitor())
