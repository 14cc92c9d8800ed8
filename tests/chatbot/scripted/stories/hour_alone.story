title: An hour alone, once the day is clear

visitor: what about a meeting on the 3rd of December?
cards: slots
visitor: 11
says: Thursday, 3 December at 11:00
visitor: Jo Ferris, jo@ferris.example.com
says: It's booked: Thursday, 3 December at 11:00

finally
name: Jo Ferris
meeting: 2026-12-03 11:00
