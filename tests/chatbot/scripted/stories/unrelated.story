title: What we know nothing of is not made up

visitor: do you sell pizza?
says: reliable
never: pizza costs
visitor: what's the weather like in Paris?
never: sunny
