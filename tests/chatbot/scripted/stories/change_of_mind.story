title: Another time after all, before anything is booked

visitor: I want to book a call
cards: slots
visitor: the first one
says: Monday, 23 November at 14:00
visitor: actually, Thursday at 2pm would be better
says: Thursday, 26 November at 14:00
visitor: Joe Blake
visitor: joe@blake.example.com
says: It's booked: Thursday, 26 November at 14:00

finally
meeting: 2026-11-26 14:00
