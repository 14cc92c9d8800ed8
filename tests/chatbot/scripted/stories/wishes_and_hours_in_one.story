title: Prices, hours and a named time in one message: the time is not lost

visitor: I want to know your prices, your opening hours and can I book a call on Wednesday at 3pm? I'm Ann Li, ann@li.example
says: €1,900 | Wednesday
cards: lead_saved, slots
visitor: yes please
cards: meeting_confirmed

finally
name: Ann Li
email: ann@li.example
meeting: 2026-11-25 15:00
