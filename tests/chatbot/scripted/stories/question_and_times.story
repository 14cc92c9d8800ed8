title: Where are you, and when can I come?

visitor: What's your address? And can I have an appointment on Thursday?
says: Oranienstraße | ?
cards: slots
visitor: 2pm
says: Thursday, 26 November at 14:00

finally
meeting: none
