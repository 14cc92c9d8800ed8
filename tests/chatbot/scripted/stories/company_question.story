title: What happens to my data?

visitor: what do you do with my data?
says: kept
visitor: and who reads this chat?
says: team
