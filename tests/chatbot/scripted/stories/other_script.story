title: A language we do not speak

visitor: Здравствуйте, сколько стоит сайт?
says: English, German, French, Spanish and Urdu
visitor: ok, how much is a website?
says: €1,900
