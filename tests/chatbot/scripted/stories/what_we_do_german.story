title: Dasselbe auf Deutsch
locale: de-DE
visitor: hallo, was macht ihr?
says: websites and online shops
visitor: wo seid ihr?
says: Oranienstraße 185
