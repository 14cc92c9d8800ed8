title: Cancelling is asked back once

visitor: Book me in tomorrow at 3pm. Ann Miller, ann@example.com
visitor: cancel it please
says: really want to cancel | Tuesday, 24 November at 15:00
never: is cancelled
visitor: yes
says: is cancelled
cards: meeting_cancelled

finally
meeting: none
