title: Am I talking to a human?

visitor: am I talking to a real person?
says: AI assistant
visitor: are you sure you're not human?
never: yes, I am a
