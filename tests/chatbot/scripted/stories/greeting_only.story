title: A bare greeting

visitor: Good morning
says: AI assistant | ?
visitor: hello?
says: ?
never: AI assistant
