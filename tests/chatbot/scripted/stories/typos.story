title: Typing fast and badly

visitor: helo, how mcuh does a webiste cost
says: €1,900
visitor: can i book a meetign tomorow
cards: slots
visitor: teh first one
says: holding
visitor: im bob jones
says: Bob
visitor: bob@exmaple.com
says: It's booked

finally
name: Bob Jones
email: bob@exmaple.com
