title: Asked for again, the team is not asked twice

visitor: please have someone contact me, eva@example.com
cards: handoff, lead_saved
visitor: can I speak to a human?
says: already
cards: none
