title: One step after another, from hello to goodbye

visitor: hi
says: AI assistant | what can we do for you?
cards: none
visitor: I need a website for my bakery
says: meeting
never: what can we do | planning
visitor: yes please
says: available | which one suits you?
cards: slots
visitor: the second one
says: Tuesday, 24 November at 10:00 | holding | name
never: booked
visitor: Ann Miller
says: Thanks, Ann | e-mail
visitor: ann@example.com
says: It's booked: Tuesday, 24 November at 10:00
cards: lead_saved, meeting_confirmed
visitor: no, that's all, thanks
says: see you at the meeting
never: ?

finally
name: Ann Miller
email: ann@example.com
need: a website for my bakery
meeting: 2026-11-24 10:00
