title: A complaint from somebody we can reach

visitor: Hi, I'm Jim Hall, jim@example.com
visitor: I'm really disappointed, this is a complaint: the site you built does not work
says: sorry | passed this on
cards: handoff
