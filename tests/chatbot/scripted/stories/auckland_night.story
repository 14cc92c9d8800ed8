title: Where all our hours are at night we say so
locale: en-NZ
timezone: Pacific/Auckland
visitor: I'd like to book a call
says: your night
cards: slots
