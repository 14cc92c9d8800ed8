title: None of them; more times, please

visitor: I'd like an appointment
cards: slots
visitor: none of these work for me
cards: slots
says: which
visitor: more times
cards: slots
visitor: the last one
says: holding
