title: An essay is pasted; what matters is picked out

visitor: Hello there! I hope this finds you well. My name is Jonathan Peters and I have been running a small joinery in Potsdam for about eleven years now together with my brother, who does most of the actual work if I am honest. We are looking for a new website with an online shop for our tables, because the old one was made by my nephew in 2012 and looks like it. People keep telling us that they cannot find us on Google, and that the pictures do not load on the phone. My wife says we should have done this years ago and she is right as usual. How much would a shop cost, roughly? You can write to me at jonathan@peters-tischlerei.example.com or call me on 030 901820 in the mornings. Many thanks in advance and kind regards, Jonathan
says: €5,200
never: your name | e-mail address should | what can we do
cards: lead_saved, handoff

finally
name: Jonathan Peters
email: jonathan@peters-tischlerei.example.com
phone: +4930901820
need: *
