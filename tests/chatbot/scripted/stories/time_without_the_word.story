title: A time that suits, and no word of a meeting

visitor: Tomorrow 11am works for me, my name's Pat Hope, pat@hope.example.com
says: It's booked: Tuesday, 24 November at 11:00
visitor: actually make that 12:00
says: Tuesday, 24 November at 12:00 | move
visitor: yes
says: now on Tuesday, 24 November at 12:00

finally
name: Pat Hope
meeting: 2026-11-24 12:00
