title: Tuesday, when next week is spoken of, is next week's

visitor: can we meet some time next week?
cards: slots
visitor: tuesday
says: Tuesday, 1 December
visitor: 10:30 would be better
says: Tuesday, 1 December at 10:30
visitor: Katrin Vogel
visitor: k.vogel@physio.example.de
says: It's booked: Tuesday, 1 December at 10:30

finally
name: Katrin Vogel
email: k.vogel@physio.example.de
meeting: 2026-12-01 10:30
