title: No to the one time that was proposed

visitor: Are you free on Thursday at 2pm? I'm Ann Miller, ann@example.com
visitor: no, rather Friday at 10am
says: Friday, 27 November at 10:00

finally
meeting: 2026-11-27 10:00
