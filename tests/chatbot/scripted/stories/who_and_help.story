title: What can you do?

visitor: what can you do?
says: questions | meeting
visitor: who are you?
says: AI assistant
