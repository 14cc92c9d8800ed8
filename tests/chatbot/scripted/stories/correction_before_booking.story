title: The address is put right before the booking

visitor: can we have a meeting?
cards: slots
visitor: the third
says: Wednesday, 25 November at 10:00 | name
visitor: My name is Ana Sousa
says: e-mail
visitor: anna@sousa.example.com
says: It's booked
visitor: oops, typo, I meant ana@sousa.example.com
says: ana@sousa.example.com

finally
name: Ana Sousa
email: ana@sousa.example.com
meeting: 2026-11-25 10:00
