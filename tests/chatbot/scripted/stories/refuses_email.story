title: Whoever keeps the address back is told what that means, not pressed

visitor: I want a meeting
cards: slots
visitor: the first one
visitor: Tim Brown
says: e-mail
visitor: I'd rather not give my email
says: fine
visitor: no
says: without an e-mail
never: It's booked

finally
name: Tim Brown
email: -
meeting: none
