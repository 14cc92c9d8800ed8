title: One meeting is open already

visitor: Book me in tomorrow at 3pm. Ann Miller, ann@example.com
says: It's booked
visitor: I'd like to book a meeting
says: Tuesday, 24 November at 15:00 | move
visitor: move it to Friday at 10am
says: Friday, 27 November at 10:00
visitor: yes
says: now on Friday

finally
meeting: 2026-11-27 10:00
