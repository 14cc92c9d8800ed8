title: The address was wrong, and is put right

visitor: I'd like to meet on Thursday at 2pm. Sam Lee, sam@lee.com
visitor: sorry, wrong address, it's sam@leee.com
says: sam@leee.com

finally
email: sam@leee.com
