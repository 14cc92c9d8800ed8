title: A callback with the number in the same message

visitor: Can you call me back on 030 901820?
says: passed this on | +4930901820
cards: handoff, lead_saved

finally
phone: +4930901820
