title: Yesterday is over

visitor: Book me in for yesterday at 3pm
never: It's booked
cards: slots

finally
meeting: none
