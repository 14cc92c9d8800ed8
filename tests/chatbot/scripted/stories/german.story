title: Alles auf Deutsch

visitor: Hallo, was kostet eine Website?
says: KI-Assistent | auf Englisch | €1,900
visitor: Ich brauche einen Onlineshop für meine Bäckerei
says: Termin
visitor: ja gerne
says: frei
cards: slots
visitor: den zweiten bitte
says: Dienstag, 24. November um 10:00 Uhr | Namen
visitor: Max Lindner
says: E-Mail
visitor: max@lindner.example.de
says: Der Termin ist gebucht: Dienstag, 24. November um 10:00 Uhr
visitor: Können wir auf Freitag verschieben?
says: verlegen
cards: slots
visitor: die erste Zeit
says: jetzt am Freitag, 27. November um 10:00 Uhr
visitor: danke, tschüss
says: bis

finally
name: Max Lindner
email: max@lindner.example.de
need: einen Onlineshop für meine Bäckerei
meeting: 2026-11-27 10:00
