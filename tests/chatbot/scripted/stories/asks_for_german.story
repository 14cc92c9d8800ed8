title: Can we speak German?

visitor: can we speak german?
says: Deutsch
visitor: ich suche eine Webseite
says: Termin
