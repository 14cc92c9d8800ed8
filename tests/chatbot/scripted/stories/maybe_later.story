title: I have to ask my wife

visitor: I need a new website
visitor: let me think about it, I need to ask my wife
says: take your time
never: ?
