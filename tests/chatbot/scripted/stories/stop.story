title: Stop means stop

visitor: I need a website
visitor: stop asking me questions
never: ?
visitor: how much is a logo
says: €650
never: ?
