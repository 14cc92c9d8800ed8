title: Cancelled, and another one booked

visitor: Book me in tomorrow at 3pm. Ann Miller, ann@example.com
visitor: cancel the meeting
visitor: yes please
says: is cancelled
visitor: yes, Friday at 10am
says: It's booked: Friday, 27 November at 10:00

finally
meeting: 2026-11-27 10:00
