title: A question, thanks and goodbye

visitor: are you open on saturdays?
says: Monday to Friday
visitor: thanks!
visitor: bye
says: goodbye
never: ?
