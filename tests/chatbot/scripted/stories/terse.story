title: A visitor of few words

visitor: website
never: I'm not sure
visitor: price?
says: €
visitor: meeting
cards: slots
visitor: 2
says: Tuesday, 24 November at 10:00
visitor: sam
says: e-mail
visitor: sam@example.com
says: It's booked

finally
name: Sam
email: sam@example.com
meeting: 2026-11-24 10:00
