title: From one thing to the next

visitor: do you build apps?
says: don't build apps
visitor: ok, and shops?
says: shop
visitor: and what if I want to cancel the contract?
says: end of any month
visitor: good. let's meet
cards: slots
visitor: the third one
says: Wednesday, 25 November at 10:00
visitor: forget it
never: booked: | cancelled

finally
meeting: none
