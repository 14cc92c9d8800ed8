title: A no to the address, twice
visitor: Book me in for friday at 3
says: Friday, 27 November at 15:00
visitor: Rita Vance
says: e-mail
visitor: I won't give my email
says: A booking does need an e-mail address
visitor: no
says: Without an e-mail address I can't make the booking
never: not sure I understood

finally
name: Rita Vance
email: -
meeting: none
