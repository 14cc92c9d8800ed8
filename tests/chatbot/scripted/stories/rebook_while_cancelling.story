title: Another time is named while we ask about cancelling
visitor: Hi I'm Lea Brand, lea@example.org, book me in tomorrow at 10
says: It's booked
cards: lead_saved, meeting_confirmed
visitor: cancel it
says: really want to cancel
visitor: Book it again for Friday 9:30
says: Friday, 27 November at 09:30 | move your meeting
never: cancelled
visitor: yes
says: now on Friday, 27 November at 09:30

finally
meeting: 2026-11-27 09:30
