title: Moving to a named time asks once

visitor: Book me in tomorrow at 3pm. Ann Miller, ann@example.com
visitor: could we move it to Thursday at 11?
says: Thursday, 26 November at 11:00 is available | move your meeting
visitor: yes
says: your meeting is now on Thursday, 26 November at 11:00

finally
meeting: 2026-11-26 11:00
