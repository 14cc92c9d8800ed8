title: The time that was named is not free

visitor: Book me in on Saturday at 9am, I'm Kim Roe, kim@roe.example.com
says: nearest
never: booked
cards: lead_saved, slots

finally
meeting: none
