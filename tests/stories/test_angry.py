"""The angry visitor is met calmly, and reaches a person once there is a way to reach them."""

from __future__ import annotations

from tests.stories.visitor import Team, Visitor


def test_a_person_is_promised_only_once_they_can_be_reached(visitor: Visitor, team: Team) -> None:
    first = visitor.say("This is ridiculous!! Your website has been down all day. Get me a human!")

    assert "handoff" not in first.kinds
    assert "?" in first.reply  # asks how to reach them

    second = visitor.say("angry.customer@example.com")

    assert "handoff" in second.kinds
    assert team.only_lead()["email"] == "angry.customer@example.com"
    [log] = team.get("/logs")["logs"]
    assert log["flagged"] is True
    assert (
        team.app.test_client()
        .post(
            "/logs/clear",
            json={"older_than_days": 0},
            headers={"X-API-Key": "staff-key-of-the-tests-9f8e7d6c"},
        )
        .get_json()["data"]["removed"]
        == []
    )
