"""What the scripted engine says in English. Only keys that begin with `ask_` ask anything."""

from __future__ import annotations

PHRASES = {
    "hello": ("Hello, I'm the AI assistant of {business}.",),
    "hello_short": ("Hello.",),
    "slots_night": ("Our hours fall into your night, so these are the only times there are.",),
    "hello_again": ("Hello again.", "Good to hear from you again."),
    "language_ok": ("Of course, let's go on in English.",),
    "other_language": ("I can write in English, German, French, Spanish and Urdu.",),
    "thanks_name": ("Thanks, {name}.", "Nice to meet you, {name}."),
    "thanks_detail": ("Thank you.", "Thanks, that helps.", "Good to know, thanks."),
    "corrected": ("Thanks for putting that right, I now have {value}.",),
    "refusal_ok": ("That's perfectly fine, you don't have to.", "No problem, leave it out."),
    "bad_email": ("That e-mail address doesn't look complete to me.",),
    "no_problem": ("No problem.", "That's fine.", "Of course."),
    "answer": ("{extract}",),
    "answer_again": ("{extract}", "Also from “{document}”: {extract}"),
    "answer_foreign": ("Our text “{source}” says: {extract}",),
    "no_answer": (
        "I don't have reliable information on that, and I'd rather not guess.",
        "That isn't among what I know, so I'd better not invent an answer.",
    ),
    "slots": ("Here are some available times.", "These times are available."),
    "slots_fit": (
        "Yes, these times are available.",
        "These are available then.",
        "This is what is available.",
    ),
    "slots_near": (
        "Nothing is available exactly then, so here are the nearest times.",
        "That isn't available, but these times come close.",
    ),
    "slots_past": ("That time has already gone by, so here are the next ones.",),
    "slots_alternative": ("These times near it are still available.",),
    "no_slots": (
        "I can't find an available time there.",
        "I'm afraid nothing is available then either.",
    ),
    "one_slot": ("{when} is available.",),
    "several": ("These are available then: {times}.",),
    "held": (
        "{when} is available, and I'm holding it for you for a few minutes.",
        "I'm holding {when} for you for a few minutes.",
    ),
    "booked": ("It's booked: {when}.",),
    "booked_pending": (
        "Your meeting on {when} is entered and still pending until the calendar has confirmed it.",
    ),
    "moved": ("Done, your meeting is now on {when}.",),
    "moved_pending": (
        "Your meeting is moved to {when}, pending until the calendar has confirmed it.",
    ),
    "cancelled": ("Your meeting on {when} is cancelled.",),
    "taken": ("I'm sorry, {when} is no longer available.",),
    "have_meeting": ("Your meeting is on {when}.",),
    "no_meeting": ("There is no meeting of yours in this chat.",),
    "kept": ("All right, the meeting stays as it is.",),
    "plan_dropped": ("All right, then we leave it; nothing was booked.",),
    "cannot_book": ("I'm sorry, I can't make that booking here.",),
    "cannot_book_without_email": ("Without an e-mail address I can't make the booking.",),
    "cannot_book_without_name": ("Without a name I can't make the booking.",),
    "sorry": (
        "I'm sorry, that is not how it should be.",
        "I understand that this is annoying, and I'm sorry.",
    ),
    "can_hand_over": (
        "I can pass this on to a colleague.",
        "This is something for a colleague of mine.",
    ),
    "handed_over": (
        "I've passed this on to the team, and a colleague will contact you at {contact}.",
    ),
    "already_handed_over": ("This is with the team already; a colleague will contact you.",),
    "unreachable": (
        "That's all right, but then I can't have a colleague contact you; you can of course write "
        "to us yourself.",
    ),
    "bot": (
        "I'm an AI assistant, not a person.",
        "No human here: I'm an AI assistant that knows the business and its calendar.",
    ),
    "bot_first": ("So no, not a person.",),
    "how_are_you": ("All well here, thank you.", "Very well, thanks for asking."),
    "can_do": (
        "I can answer questions about what we do and what it costs, find a time for a meeting, or "
        "pass you on to a colleague.",
    ),
    "injection": (
        "That is nothing I can help with, but I'm happy to talk about our work.",
        "I'll stick to what I'm here for: questions about our work, and meetings.",
    ),
    "abuse": (
        "I can tell you're annoyed, and I'd like to be of use.",
        "Let's see whether I can still help.",
    ),
    "looking": (
        "Take your time and look around.",
        "No hurry at all, I'm here if a question comes up.",
    ),
    "take_your_time": ("Of course, take your time.", "No hurry, I'm here."),
    "welcome": ("You're welcome.", "It's a pleasure.", "Glad to help."),
    "goodbye": ("Thanks for stopping by, and goodbye.", "All right, have a good day."),
    "goodbye_meeting": ("Thank you, and see you at the meeting.", "All right, until then."),
    "here": ("I'm here if anything else comes up.", "Just write if you need anything else."),
    "stop": ("Understood, I won't ask anything more; write if you need something.",),
    "trouble": (
        "I'm sorry, something on our side didn't work just now; please try again in a moment.",
    ),
    "not_understood": (
        "I'm not sure I understood that; I can answer questions about our services and prices, or "
        "find a time to talk.",
        "I'm sorry, I didn't get that either, and a colleague may be of more help.",
        "I'm afraid that is beyond me.",
    ),
    "ask_need": (
        "What can we do for you?",
        "What are you planning?",
        "What would you like to get done?",
    ),
    "ask_need_for_meeting": ("What should the meeting be about?",),
    "ask_name": ("What name may I put it under?", "And your name, please?"),
    "ask_email": ("Which e-mail address should the booking be under?", "And your e-mail address?"),
    "ask_name_after_all": ("I do need a name for a booking; would a first name be all right?",),
    "ask_email_after_all": (
        "A booking does need an e-mail address, though; would you give me one for that alone?",
    ),
    "ask_contact": (
        "What is the best e-mail address or phone number for a colleague to reach you?",
        "Where can a colleague reach you, by e-mail or phone number?",
    ),
    "ask_contact_email": ("Would an e-mail address be all right instead?",),
    "ask_contact_phone": ("Would a phone number be all right instead?",),
    "ask_meeting": (
        "Would you like to talk it over in a short meeting?",
        "Shall I show you some available times for a meeting?",
    ),
    "ask_slot": (
        "Which one suits you?",
        "Which of them would you like?",
        "Does one of them suit you?",
    ),
    "ask_slot_move": ("Which one should I move your meeting to?",),
    "ask_when": (
        "Which day and time would suit you?",
        "When would be better for you?",
        "What day should I look at?",
    ),
    "ask_proposed": ("Shall I book it for you?", "Would you like that one?"),
    "ask_proposed_move": ("Shall I move your meeting to it?",),
    "ask_cancel": ("Do you really want to cancel the meeting on {when}?",),
    "ask_rebook": ("Would you like another time instead?",),
    "ask_change": ("Would you like to move it or cancel it?",),
    "ask_callback": (
        "Would you like a colleague to contact you?",
        "Shall I ask a colleague to contact you?",
    ),
    "ask_anything": ("Is there anything else I can do for you?", "Anything else on your mind?"),
    "ask_what": ("What would that be?",),
    "ask_curious": ("Is there something you'd like to know about us?",),
}
