title: A limit keeps the day that was named

visitor: can we meet on Thursday?
cards: slots
visitor: not before 3pm please
cards: slots
says: which
visitor: at 4
says: Thursday, 26 November at 16:00

finally
meeting: none
