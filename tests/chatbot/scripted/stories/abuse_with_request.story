title: A rude request is a request all the same

visitor: book me a damn meeting tomorrow at 10 you idiot
never: idiot | damn
cards: none
says: Tuesday, 24 November at 10:00

finally
meeting: none
