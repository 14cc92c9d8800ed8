title: Times are shown, and the visitor is not ready

visitor: I'd like a meeting about a shop
cards: slots
visitor: not yet
never: ? | booked
visitor: maybe later
never: ?

finally
meeting: none
