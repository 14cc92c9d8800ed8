title: In the widget, which has said who answers, a hello is answered by one
page: https://bakery.example/
visitor: hi
says: Hello
never: assistant
visitor: are you a robot?
says: AI assistant
