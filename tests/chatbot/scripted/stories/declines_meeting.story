title: No meeting, thank you

visitor: I need a logo for my café
says: meeting
visitor: no thanks
never: which one
visitor: how long does a website take?
says: three weeks
never: meeting?

finally
meeting: none
