title: An eager buyer books in one breath
locale: en-GB

visitor: Hi, I'm Ann Miller from Brightside Bakery, ann@brightside.example.com. Book me in tomorrow at 3pm please.
says: AI assistant | It's booked | Tuesday, 24 November at 15:00
never: e-mail | your name
cards: lead_saved, meeting_confirmed

finally
name: Ann Miller
email: ann@brightside.example.com
company: Brightside Bakery
meeting: 2026-11-24 15:00
