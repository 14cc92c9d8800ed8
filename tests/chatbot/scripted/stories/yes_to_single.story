title: Yes to the one time that was proposed

visitor: Are you free on Thursday at 2pm? I'm Ann Miller, ann@example.com
says: Thursday, 26 November at 14:00 is available | book
never: It's booked
visitor: yes
says: It's booked

finally
meeting: 2026-11-26 14:00
