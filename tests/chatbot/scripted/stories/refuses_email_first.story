title: Who begins by keeping the address back is not told about something else

visitor: I don't want to give my email
says: you don't have to
never: app | understood

finally
email: -
