title: From English to German in the middle

visitor: Hi, how much is a website?
says: €1,900
visitor: Können wir bitte auf Deutsch weitermachen? Ich brauche einen Termin am Donnerstag.
says: frei
cards: slots
visitor: 14 Uhr
says: Donnerstag, 26. November um 14:00 Uhr | Namen
visitor: Eva Kurz, eva@kurz.example.de
says: gebucht

finally
meeting: 2026-11-26 14:00
