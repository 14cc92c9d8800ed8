title: Nonsense gets an honest answer, and a way out

visitor: asdf jklö qwer
says: not sure I understood
visitor: xcvb xcvb
says: colleague
visitor: ok, my mail is zoe@example.com
cards: handoff, lead_saved

finally
email: zoe@example.com
need: -
