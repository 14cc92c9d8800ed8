"""What the scripted engine says in French. Only keys that begin with `ask_` ask anything."""

from __future__ import annotations

PHRASES = {
    "hello": ("Bonjour, je suis l'assistant IA de {business}.",),
    "hello_short": ("Bonjour.",),
    "slots_night": (
        "Nos horaires tombent dans votre nuit, il n'y en a malheureusement pas d'autres.",
    ),
    "hello_again": ("Bonjour à nouveau.",),
    "language_ok": ("Bien sûr, continuons en français.",),
    "thanks_name": ("Merci, {name}.", "Enchanté, {name}."),
    "thanks_detail": ("Merci.", "Merci, c'est utile.", "Bon à savoir, merci."),
    "corrected": ("Merci pour la correction, j'ai maintenant {value}.",),
    "refusal_ok": (
        "C'est tout à fait d'accord, rien ne vous y oblige.",
        "Pas de souci, n'en parlons plus.",
    ),
    "bad_email": ("Cette adresse e-mail ne me semble pas complète.",),
    "no_problem": ("Pas de problème.", "C'est d'accord.", "Bien sûr."),
    "answer_foreign": (
        "Notre texte « {source} » dit, en anglais : {extract}",
        "À ce sujet, notre texte anglais « {source} » indique : {extract}",
    ),
    "no_answer": (
        "Je n'ai pas d'information fiable là-dessus, et je préfère ne pas deviner.",
        "Ce point ne figure malheureusement pas dans ce que je sais.",
    ),
    "slots": ("Ces horaires sont libres.", "Voici quelques horaires libres."),
    "slots_fit": ("Oui, ces horaires sont libres.", "Voici ce qui est libre."),
    "slots_near": (
        "Rien n'est libre exactement à ce moment, voici ce qui s'en approche le plus.",
        "Ce n'est pas libre, mais ces horaires en sont proches.",
    ),
    "slots_past": ("Ce moment est déjà passé, voici les prochains horaires.",),
    "slots_alternative": ("Ces horaires proches sont encore libres.",),
    "no_slots": ("Je ne trouve pas d'horaire libre à ce moment.", "Là non plus, rien n'est libre."),
    "one_slot": ("Le créneau du {when} est libre.",),
    "several": ("Ces horaires sont libres : {times}.",),
    "held": (
        "Le créneau du {when} est libre, je vous le garde quelques minutes.",
        "Je vous garde le {when} quelques minutes.",
    ),
    "booked": ("C'est réservé : {when}.",),
    "booked_pending": (
        "Votre rendez-vous du {when} est inscrit, en attente de la confirmation du calendrier.",
    ),
    "moved": ("C'est fait, votre rendez-vous est maintenant le {when}.",),
    "moved_pending": (
        "Votre rendez-vous est déplacé au {when}, en attente de la confirmation du calendrier.",
    ),
    "cancelled": ("Votre rendez-vous du {when} est annulé.",),
    "taken": ("Je suis désolé, le créneau du {when} n'est plus libre.",),
    "have_meeting": ("Votre rendez-vous est le {when}.",),
    "no_meeting": ("Il n'y a pas de rendez-vous à vous dans cette conversation.",),
    "kept": ("Très bien, le rendez-vous reste tel quel.",),
    "plan_dropped": ("Très bien, nous en restons là ; rien n'a été réservé.",),
    "cannot_book": ("Je suis désolé, je ne peux pas faire cette réservation ici.",),
    "cannot_book_without_email": ("Sans adresse e-mail, je ne peux pas réserver.",),
    "cannot_book_without_name": ("Sans nom, je ne peux pas réserver.",),
    "sorry": (
        "Je suis désolé, il ne devrait pas en être ainsi.",
        "Je comprends que ce soit agaçant, et j'en suis désolé.",
    ),
    "can_hand_over": (
        "Je peux en parler à l'équipe.",
        "C'est une question pour quelqu'un de l'équipe.",
    ),
    "handed_over": (
        "J'ai transmis votre demande à l'équipe, quelqu'un vous contactera au {contact}.",
    ),
    "already_handed_over": ("L'équipe a déjà votre demande, quelqu'un vous contactera.",),
    "unreachable": (
        "C'est d'accord, mais personne ne pourra alors vous contacter ; vous pouvez bien sûr nous "
        "écrire vous-même.",
    ),
    "bot": (
        "Je suis un assistant IA, pas une personne.",
        "Ici c'est un assistant IA, qui connaît la maison et son calendrier.",
    ),
    "bot_first": ("Donc non, pas une personne.",),
    "how_are_you": ("Tout va bien ici, merci.",),
    "can_do": (
        "Je peux répondre aux questions sur nos services et nos prix, trouver un rendez-vous ou "
        "vous mettre en relation avec l'équipe.",
    ),
    "injection": (
        "Je ne peux pas aider à cela, mais je parle volontiers de notre travail.",
        "Je m'en tiens à mon rôle : les questions sur notre travail, et les rendez-vous.",
    ),
    "abuse": (
        "Je vois que vous êtes agacé, et j'aimerais vous être utile.",
        "Voyons si je peux encore aider.",
    ),
    "looking": ("Prenez le temps de regarder.", "Rien ne presse, je suis là en cas de question."),
    "take_your_time": ("Bien sûr, prenez votre temps.", "Rien ne presse, je suis là."),
    "welcome": ("Je vous en prie.", "Avec plaisir."),
    "goodbye": ("Merci de votre visite et au revoir.", "Très bonne journée à vous."),
    "goodbye_meeting": ("Merci, et à notre rendez-vous.", "Très bien, à bientôt."),
    "here": ("Je suis là si autre chose vous vient.", "Écrivez simplement s'il y a autre chose."),
    "stop": ("Compris, je ne demande plus rien ; écrivez si vous avez besoin de quelque chose.",),
    "trouble": (
        "Je suis désolé, quelque chose n'a pas marché de notre côté ; réessayez dans un instant.",
    ),
    "not_understood": (
        "Je ne suis pas sûr d'avoir compris ; je peux répondre aux questions sur nos services et "
        "nos prix, ou trouver un moment pour en parler.",
        "Je n'ai pas compris non plus, une personne de l'équipe serait plus utile.",
    ),
    "ask_need": (
        "Que pouvons-nous faire pour vous ?",
        "Quel est votre projet ?",
        "De quoi s'agirait-il ?",
    ),
    "ask_need_for_meeting": ("De quoi souhaitez-vous parler au rendez-vous ?",),
    "ask_name": ("À quel nom dois-je l'inscrire ?", "Et votre nom, s'il vous plaît ?"),
    "ask_email": ("À quelle adresse e-mail dois-je réserver ?", "Et votre adresse e-mail ?"),
    "ask_name_after_all": (
        "Il me faut tout de même un nom pour réserver ; un prénom vous irait-il ?",
    ),
    "ask_email_after_all": (
        "Il faut tout de même une adresse e-mail pour réserver ; m'en donneriez-vous une pour cela "
        "seulement ?",
    ),
    "ask_contact": ("Quelle est votre adresse e-mail ou votre numéro de téléphone ?",),
    "ask_contact_email": ("Préférez-vous donner une adresse e-mail ?",),
    "ask_contact_phone": ("Préférez-vous donner un numéro de téléphone ?",),
    "ask_meeting": (
        "Voulez-vous en parler lors d'un court rendez-vous ?",
        "Voulez-vous que je vous montre des horaires libres ?",
    ),
    "ask_slot": ("Lequel vous convient ?", "Lequel préférez-vous ?"),
    "ask_slot_move": ("Auquel dois-je déplacer votre rendez-vous ?",),
    "ask_when": (
        "Quel jour et quelle heure vous conviendraient ?",
        "Quand serait-ce mieux pour vous ?",
    ),
    "ask_proposed": ("Dois-je le réserver pour vous ?", "Voulez-vous ce créneau ?"),
    "ask_proposed_move": ("Dois-je y déplacer votre rendez-vous ?",),
    "ask_cancel": ("Voulez-vous vraiment annuler le rendez-vous du {when} ?",),
    "ask_rebook": ("Souhaitez-vous un autre horaire à la place ?",),
    "ask_change": ("Voulez-vous le déplacer ou l'annuler ?",),
    "ask_callback": (
        "Voulez-vous que quelqu'un de l'équipe vous contacte ?",
        "Dois-je demander à quelqu'un de l'équipe de vous contacter ?",
    ),
    "ask_anything": ("Puis-je faire autre chose pour vous ?", "Avez-vous une autre question ?"),
    "ask_what": ("De quoi s'agit-il ?",),
    "ask_curious": ("Y a-t-il quelque chose que vous aimeriez savoir sur nous ?",),
}
