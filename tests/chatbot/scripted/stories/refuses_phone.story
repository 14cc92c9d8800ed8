title: I won't give my phone number

visitor: please ask a colleague to call me
says: e-mail
visitor: I won't give you my phone number
says: fine | e-mail
never: phone
visitor: ok, tim@brown.example.com
says: passed this on | tim@brown.example.com
cards: handoff, lead_saved

finally
email: tim@brown.example.com
phone: -
