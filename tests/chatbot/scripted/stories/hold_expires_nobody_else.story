title: The visitor comes back after the hold has run out

visitor: book a meeting please
cards: slots
visitor: the second one
says: holding
event: 30 minutes pass
visitor: Lena Wolf, lena@wolf.example.com
says: It's booked: Tuesday, 24 November at 10:00

finally
meeting: 2026-11-24 10:00
