title: Cancelling, and then not

visitor: Book me in tomorrow at 3pm. Ann Miller, ann@example.com
visitor: I have to cancel
says: really want to cancel
visitor: no wait, keep it
says: stays
never: is cancelled

finally
meeting: 2026-11-24 15:00
