"""Urdu rules for intents, in Latin and in Arabic script; texts come folded, without accents."""

from __future__ import annotations

URDU: tuple[tuple[str, float, str], ...] = (
    (
        "meeting_request",
        0.92,
        r"\b(?:meeting|appointment|demo|mulaqat|mulakat) (?:\w+ ){0,4}(?:karni|karna"
        r"|chahiye|rakh\w*|book|set|schedule|lena|fix|chahta|chahti|kar ?(?:len|lein|do"
        r"|dein|den))\b|\bmil(?:na)? (?:chahta|chahti|sakte|sakta|sakti)\b|(?:ملاقات"
        r"|میٹنگ|اپائنٹمنٹ|ڈیمو)",
    ),
    (
        "pricing",
        0.92,
        r"\b(?:kitne (?:ka|ki|ke|paise|rupay\w*|mein)|kitna (?:kharcha|hai|paisa|charge"
        r"|cost)|qeemat|kimat|rate kya|price kya|kya (?:rate|price|qeemat)|charges?"
        r" kitn\w*|kitni (?:qeemat|fees?))\b|(?:قیمت|کتنے کا|کتنے کی|ریٹ)",
    ),
    (
        "calendar_query",
        0.9,
        r"\b(?:kab (?:free|available|farigh)|kab (?:\w+ ){0,2}(?:milenge|time)|kis waqt"
        r" (?:free|available)|free hain|available hain|time hai)\b|(?:کب فارغ|کب دستیاب"
        r"|کس وقت)",
    ),
    (
        "reschedule",
        0.92,
        r"\b(?:meeting|appointment|time) (?:\w+ ){0,3}(?:change|badal\w*|aagay|agay"
        r"|shift) ?(?:kar\w*)?\b|(?:وقت تبدیل|ملتوی)",
    ),
    (
        "cancel_meeting",
        0.92,
        r"\b(?:cancel|mansookh|mansukh|khatam) (?:kar\w*|krn\w*|kr\w*)\b|منسوخ",
    ),
    (
        "callback",
        0.92,
        r"\b(?:mujhe|mujhay|humein) (?:\w+ ){0,2}(?:call|phone|fone) (?:kar\w*|kr\w*"
        r"|kijiye|karein)\b|\bcall (?:kar|kr) (?:lein|len|do|dein|dena)\b|(?:مجھے کال|فون"
        r" کریں|کال کریں)",
    ),
    (
        "human_handoff",
        0.92,
        r"\b(?:kisi (?:insan|bande|banday|agent|shakhs|admi|numainday) se (?:baat|bat)"
        r"|insan se baat|asli (?:banda|insan)|agent se (?:baat|bat)|manager se (?:baat"
        r"|bat))\b|(?:کسی انسان سے|نمائندے سے|بندے سے بات)",
    ),
    (
        "complaint",
        0.9,
        r"\b(?:shikayat|shikayt|kharab|bekar|bakwas|ghatiya|fazool|kaam nahi (?:kar"
        r"|kr)\w*)\b|(?:شکایت|خراب|بیکار)",
    ),
    (
        "product_question",
        0.84,
        r"\b(?:kya aap (?:\w+ ){0,4}(?:karte|bechte|dete|provide|offer)|kaise kaam kar\w*"
        r"|ke baare mein (?:\w+ )?bata\w*|maloomat|tafseel|features? kya)\b|(?:کے بارے"
        r" میں|معلومات|کیسے کام)",
    ),
    (
        "thanks",
        0.93,
        r"\b(?:shukriya|shukria|meherbani|jazak ?allah\w*|bohat shukriya)\b|(?:شکریہ|مہربانی|جزاک)",
    ),
    (
        "greeting",
        0.92,
        r"^(?:(?:as)?salam(?: o|-o|u)? ?a?laikum|assalam\w*(?: o)?(?: alaikum)?|asalam\w*"
        r"|salaam|salam|adaab|aadab|aoa)\b|^(?:السلام|سلام|آداب)",
    ),
    (
        "goodbye",
        0.92,
        r"\b(?:khuda hafiz|allah hafiz|khudahafiz|phir milenge|phir milte)\b"
        r"|(?:خدا حافظ|اللہ حافظ)",
    ),
    (
        "affirm",
        0.92,
        r"^(?:(?:ji )?ha+n(?: ji)?|jee(?: haan)?|ji(?: bilkul| haan| zaroor)?|theek hai"
        r"|thik hai|bilkul|zaroor|sahi(?: hai)?|acha|achha|thk hai)(?=\W|$)|^(?:جی|ہاں"
        r"|ٹھیک|بالکل)",
    ),
    (
        "deny",
        0.92,
        r"^(?:nahi+n?|nai|na|ji nahi+|bilkul nahi|abhi nahi|nahi shukriya)(?=\W|$)"
        r"|^(?:نہیں|جی نہیں)",
    ),
    (
        "stop",
        0.92,
        r"\b(?:band kar(?:o|ein|en)|mat (?:karo|karein|bhejo|bhejein)|mujhe tang (?:mat"
        r"|na)|message (?:mat|na))\b",
    ),
)
