title: An hour later than what was booked

visitor: Book me in on Friday at 2pm. Ben Carter, ben@carter.example.com
says: It's booked: Friday, 27 November at 14:00
visitor: hm, can we make it an hour later?
says: Friday, 27 November at 15:00 is available | move
visitor: yes
says: now on Friday, 27 November at 15:00

finally
meeting: 2026-11-27 15:00
