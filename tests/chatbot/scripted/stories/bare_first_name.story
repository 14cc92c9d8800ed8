title: A first name and nothing else
visitor: Jo
says: Thanks, Jo
never: not sure I understood

finally
name: Jo
