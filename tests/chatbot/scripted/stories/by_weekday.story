title: A slot is chosen by its day

visitor: can I have an appointment?
cards: slots
visitor: the Wednesday one works
says: Wednesday, 25 November at 10:00
