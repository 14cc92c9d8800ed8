title: Somebody else is faster

visitor: I'm Ann Miller, ann@example.com, I'd like to book a meeting
cards: lead_saved, slots
event: somebody books the first slot shown
visitor: the first one
says: no longer available
never: It's booked
cards: slots
visitor: ok the first one
says: It's booked

finally
name: Ann Miller
