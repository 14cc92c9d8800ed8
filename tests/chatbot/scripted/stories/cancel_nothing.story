title: Cancelling what was never booked

visitor: please cancel my meeting
says: no meeting
never: is cancelled | cancelled.
cards: none
