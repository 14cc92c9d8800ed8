title: Moving, without saying to when

visitor: Book me in tomorrow at 3pm. Ann Miller, ann@example.com
visitor: I need to reschedule
says: Tuesday, 24 November at 15:00 | ?
visitor: Wednesday afternoon
cards: slots
visitor: the first
says: now on Wednesday, 25 November

finally
meeting: 2026-11-25 12:00
