title: Name and number before any wish

visitor: I'm Rosa Diaz, rosa@diaz.example.com
cards: lead_saved
never: your name | e-mail address
visitor: let's meet wednesday at 11am
says: It's booked: Wednesday, 25 November at 11:00

finally
name: Rosa Diaz
email: rosa@diaz.example.com
meeting: 2026-11-25 11:00
