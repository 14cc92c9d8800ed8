title: In the widget, which has greeted, a question is answered at once
page: https://bakery.example/
visitor: how much is an online shop?
says: €5,200
never: assistant | hello
cards: none
