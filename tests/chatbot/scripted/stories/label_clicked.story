title: The label of a slot is sent back

visitor: a meeting please
cards: slots
visitor: Wed 25 Nov, 10:00
says: Wednesday, 25 November at 10:00
