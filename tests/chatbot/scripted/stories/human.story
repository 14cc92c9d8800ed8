title: A human, please

visitor: I want to talk to a real person
says: colleague | ?
cards: none
visitor: eva@example.com
says: passed this on | eva@example.com
cards: handoff, lead_saved
