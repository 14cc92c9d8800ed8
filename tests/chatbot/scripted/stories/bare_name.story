title: A name that nobody asked for
visitor: Sam Hill
says: Thanks, Sam
never: not sure I understood
visitor: I need a website for my bakery
never: your name

finally
name: Sam Hill
need: *
