title: Nothing but a smile

visitor: 😀👍
says: AI assistant
visitor: ???
never: Traceback
