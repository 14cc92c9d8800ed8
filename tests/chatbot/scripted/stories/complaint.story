title: A complaint gets sympathy and a colleague

visitor: Your website is broken and nobody answers my mails, this is unacceptable!
says: sorry | ?
never: meeting | passed this on
visitor: jim@example.com
says: passed this on
cards: handoff, lead_saved

finally
email: jim@example.com
