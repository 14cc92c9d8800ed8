title: Nobody in New York is offered a time at night
locale: en-US
timezone: America/New_York
visitor: Can we meet tomorrow?
never: 3:00 am | 4:00 am | your night
cards: slots
visitor: the first one
says: Tuesday, November 24 at 7:00 am
