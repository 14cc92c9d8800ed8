title: Budget and date are noted, not argued with

visitor: We need a shop, our budget is 5000 euros and it must be online by March
never: budget? | what can we do
visitor: yes, show me times
cards: slots

finally
need: *
budget: *
