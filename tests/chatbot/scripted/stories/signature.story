title: Details in a signature

visitor: Please book a meeting on Thursday at 2pm.\n\nBest regards,\nDr. Paul Weber\npaul@weber.example.com
says: It's booked: Thursday, 26 November at 14:00

finally
email: paul@weber.example.com
meeting: 2026-11-26 14:00
