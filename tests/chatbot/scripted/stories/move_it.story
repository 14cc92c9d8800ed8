title: Can we make it Friday?

visitor: Book me in tomorrow at 3pm. Ann Miller, ann@example.com
says: It's booked
visitor: can we make it Friday?
says: which one should I move
cards: slots
visitor: the later one
says: your meeting is now on Friday, 27 November
cards: meeting_confirmed

finally
meeting: 2026-11-27 16:00
