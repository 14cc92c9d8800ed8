title: E-mail first, then time, then name

visitor: rosa@diaz.example.com
visitor: wednesday 11am please, a meeting
says: Wednesday, 25 November at 11:00 | name
never: e-mail
visitor: it's Rosa
says: It's booked

finally
name: Rosa
email: rosa@diaz.example.com
meeting: 2026-11-25 11:00
