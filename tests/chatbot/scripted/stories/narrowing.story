title: Times are narrowed step by step

visitor: I'd like to book a meeting
cards: slots
visitor: do you have anything tomorrow afternoon?
cards: slots
says: which
visitor: something later
cards: slots
visitor: how about thursday morning
cards: slots
visitor: not before 11
cards: slots
