title: When is my meeting?

visitor: when is my meeting?
says: no meeting
cards: none
visitor: then book me in on Thursday at 11am, I'm Ida Falk, ida@falk.example.com
says: It's booked
visitor: when is my meeting?
says: Thursday, 26 November at 11:00

finally
meeting: 2026-11-26 11:00
