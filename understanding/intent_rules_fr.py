"""French rules for intents; texts come folded, without accents."""

from __future__ import annotations

FRENCH: tuple[tuple[str, float, str], ...] = (
    (
        "meeting_request",
        0.92,
        r"\b(?:rendez[- ]?vous|rdv|reunion|demo|demonstration|entretien|visio"
        r"|visioconference|creneau|consultation)\b(?!.{0,30}\b(?:annuler|reporter"
        r"|deplacer|decaler|supprimer)\b)|\b(?:peut-on|pourrait-on|pouvons-nous"
        r"|pourrions-nous|on peut|on pourrait|on se|j'aimerais|je voudrais|je"
        r" souhaite(?:rais)?)(?: \w+){0,3} (?:se |nous |vous )?(?:voir|rencontrer|parler"
        r"|appeler|discuter|echanger)\b",
    ),
    (
        "reschedule",
        0.94,
        r"\b(?:reporter|repousser|deplacer|decaler|replanifier|reprogrammer|changer"
        r" (?:l'heure|la date|le rendez|le rdv|de date|d'heure|mon rendez|notre)|modifier"
        r" (?:le|mon|notre|la date|l'heure)|autre (?:date|horaire|creneau|moment))\b",
    ),
    (
        "cancel_meeting",
        0.94,
        r"\b(?:annuler|annulation|annulez|annule|decommander)\b|\bje ne (?:peux|pourrai)"
        r" (?:pas|plus) (?:venir|etre la|assister)\b",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:quand (?:etes-vous|seriez-vous|est-ce que vous etes|es-tu|vous etes"
        r"|pouvez-vous|pourriez-vous)|vos disponibilites|disponibilites?|quels?"
        r" (?:creneaux|horaires|jours|sont vos)|quelles? (?:dates?|heures?"
        r"|disponibilites)|(?:etes|seriez)[- ]vous (?:\w+ )?(?:libre|disponible)"
        r"|avez-vous (?:\w+ ){0,3}(?:creneaux?|disponibilites?|place|de libre|du temps)"
        r"|prochain creneau)\b",
    ),
    (
        "pricing",
        0.93,
        r"\b(?:prix|tarif(?:s|ication)?|combien|cout(?:e|ent|s)?|devis|cher|remise"
        r"|reduction|facturez|abonnement|forfait|grille tarifaire)\b",
    ),
    (
        "product_question",
        0.84,
        r"\b(?:proposez-vous|offrez-vous|est-ce que (?:vous|votre|le|la|c'est|ca|cela)"
        r"|comment (?:ca|cela|fonctionne|marche)|que (?:faites-vous|proposez|propose)"
        r"|quels? (?:services|produits|fonctionnalites)|quelles? (?:fonctionnalites"
        r"|solutions)|en savoir plus|plus d'informations|plus d'infos|renseignements?"
        r"|informations sur|interessee? par|avez-vous (?:une?|des)|peut-on|compatible"
        r"|j'ai (?:une|des) questions?)\b",
    ),
    (
        "human_handoff",
        0.93,
        r"\b(?:parler (?:a|avec) (?:un|une|quelqu'un|votre|des|le|la)(?: \w+){0,3}"
        r"|vrai(?:e)? (?:personne|humain|conseiller)|un (?:humain|conseiller|agent"
        r"|commercial|operateur|etre humain)|une (?:vraie personne|personne reelle"
        r"|conseillere)|pas (?:a |avec )?un (?:robot|bot)|service client|mettre en"
        r" relation|transferez[- ]moi|passez[- ]moi)\b",
    ),
    (
        "callback",
        0.93,
        r"\b(?:rappel(?:ez|er|le|ons)?(?:[- ]moi)?|appelez[- ]moi|appelle[- ]moi|etre"
        r" (?:rappele|contacte par telephone|appele)e?|m'appeler|me (?:rappeler"
        r"|telephoner|joindre au)|telephonez[- ]moi|me rappelle)\b",
    ),
    (
        "complaint",
        0.9,
        r"\b(?:reclamation|plainte|inadmissible|inacceptable|scandaleux|decue?"
        r"|mecontente?|ne (?:marche|fonctionne) (?:pas|plus)|en panne|casse|nul(?:le)?"
        r"|remboursement|rembourse[rz]|arnaque|honteux|furieux|furieuse|catastrophique"
        r"|toujours (?:pas|rien|en attente)|personne ne (?:repond|rappelle)|horrible"
        r"|pire)\b",
    ),
    (
        "thanks",
        0.94,
        r"\b(?:merci(?: beaucoup| bien| infiniment)?|je vous remercie|remercie|mille mercis)\b",
    ),
    ("greeting", 0.92, r"^(?:bonjour|bonsoir|salut|coucou|hello|allo|bjr|slt)\b"),
    (
        "goodbye",
        0.93,
        r"\b(?:au revoir|a bientot|a plus(?: tard)?|bonne (?:journee|soiree|nuit|fin de)"
        r"|adieu|a demain$|ciao|c'est tout|ce sera tout|bon week-?end)\b",
    ),
    (
        "affirm",
        0.93,
        r"^(?:oui+|ouais|ouaip|d'accord|ok(?:ay)?|bien sur|parfait|tout a fait|exactement"
        r"|exact|absolument|volontiers|avec plaisir|ca marche|ca me va|ca me convient"
        r"|cela me convient|entendu|c'est (?:bon|ca|parfait|exact|correct)|certainement"
        r"|pourquoi pas|super|tres bien|allons-y|je confirme|effectivement|bien)(?=\W|$)",
    ),
    (
        "deny",
        0.93,
        r"^(?:non+|nan|pas (?:vraiment|du tout|maintenant|interessee?|encore|aujourd'hui"
        r"|besoin|question|possible)|non merci|jamais|certainement pas|surtout pas|ce"
        r" n'est pas|c'est faux|je ne (?:veux|pense|crois|souhaite) pas|peut-etre plus"
        r" tard|une autre fois)(?=\W|$)",
    ),
    (
        "stop",
        0.94,
        r"\b(?:desabonner|desinscrire|desinscription|laissez[- ]moi (?:tranquille|en"
        r" paix)|arretez(?: de)?|ne me (?:contactez|ecrivez|derangez) plus|fichez[- ]moi"
        r" la paix|supprimez mes donnees|plus de (?:messages|mails))\b",
    ),
)
