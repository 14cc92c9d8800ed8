title: IN CAPITALS

visitor: I NEED A WEBSITE FOR MY BAKERY!!!
visitor: YES
cards: slots
visitor: THE SECOND ONE
says: Tuesday, 24 November at 10:00
visitor: MY NAME IS ANN MILLER
visitor: ANN@EXAMPLE.COM
says: It's booked

finally
meeting: 2026-11-24 10:00
