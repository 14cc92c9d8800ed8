title: Whichever is first

visitor: I need a meeting as soon as possible
cards: slots
visitor: any of them is fine
says: Monday, 23 November at 14:00
