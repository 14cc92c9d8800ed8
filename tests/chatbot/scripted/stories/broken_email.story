title: An address that is none

visitor: I'd like to book a meeting
visitor: first one
visitor: Paul Weber
visitor: paul@weber
says: complete
never: It's booked
visitor: paul@weber.example.com
says: It's booked

finally
email: paul@weber.example.com
