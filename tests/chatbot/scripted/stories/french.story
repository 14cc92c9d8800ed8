title: En français

visitor: Bonjour, combien coûte un site web ?
says: assistant IA | en anglais | €1,900
visitor: je voudrais un rendez-vous
cards: slots
says: libres
visitor: le deuxième
says: mardi 24 novembre à 10:00
visitor: Jean Dupont
says: e-mail
visitor: jean@dupont.example.fr
says: C'est réservé : mardi 24 novembre à 10:00
visitor: merci, au revoir
never: ?

finally
name: Jean Dupont
email: jean@dupont.example.fr
meeting: 2026-11-24 10:00
