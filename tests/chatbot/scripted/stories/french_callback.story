title: Rappelez-moi

visitor: Bonjour, pouvez-vous me rappeler au +33 1 42 68 53 00 ?
says: +33142685300
cards: handoff, lead_saved

finally
phone: +33142685300
