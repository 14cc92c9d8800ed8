title: Just looking

visitor: just looking around, thanks
says: AI assistant
never: e-mail | your name
visitor: do you do logos?
says: €650
visitor: ok bye
says: goodbye
never: ?

finally
email: -
meeting: none
