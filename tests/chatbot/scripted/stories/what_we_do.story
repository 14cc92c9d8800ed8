title: What do you do, where, when
visitor: Just tell me what you do
says: We design and build websites
never: reliable information
cards: none
visitor: and where are you based?
says: Oranienstraße 185
never: reliable information
visitor: ok and when are you open
says: Monday to Friday from 9:00 to 17:00
