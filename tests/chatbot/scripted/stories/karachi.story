title: A visitor in Karachi sees their own hours
timezone: Asia/Karachi

visitor: please book me tomorrow at 3pm, Sana Malik, sana@malik.example.pk
says: It's booked: Tuesday, 24 November at 15:00

finally
meeting: 2026-11-24 15:00
