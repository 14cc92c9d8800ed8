title: Eight in the evening is outside the hours

visitor: Can we meet tomorrow at 8pm?
says: nearest
cards: slots
