title: A question in the middle of booking

visitor: book a meeting please
visitor: the first one
says: name
visitor: wait, what does a shop cost?
says: €5,200 | name
visitor: ok. Mia Lund, mia@lund.example.com
says: It's booked

finally
name: Mia Lund
meeting: 2026-11-23 14:00
