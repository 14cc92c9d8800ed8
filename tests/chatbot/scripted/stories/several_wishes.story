title: A question and a wish in one message

visitor: How much is an online shop, and can we meet on Thursday afternoon?
says: €5,200 | ?
cards: slots
visitor: the first
says: Thursday, 26 November

finally
meeting: none
