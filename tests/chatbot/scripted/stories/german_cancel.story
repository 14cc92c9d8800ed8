title: Absagen auf Deutsch
locale: de-DE

visitor: Ich möchte einen Termin am Donnerstag um 14 Uhr. Mein Name ist Eva Kurz, eva@kurz.example.de
says: gebucht: Donnerstag, 26. November um 14:00 Uhr
visitor: ich muss leider absagen
says: wirklich absagen
visitor: ja
says: ist abgesagt
visitor: nein danke
never: ?

finally
meeting: none
