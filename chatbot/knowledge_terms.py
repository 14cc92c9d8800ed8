"""Terms: what passages and questions are compared by, in five languages.

A word becomes its folded, lightly stemmed form; a word that belongs to a concept (what something
costs, when we are open, …) also becomes the concept, so that "Was kostet das?" finds a passage on
prices that was written in English.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = re.compile(r"(?:(?<=.{4})(?:ings?|edly|ed|ers?|ungen|ung)|ies|es|en|e|s|n|x|os|as|o|a)$")
_STEM_AT_LEAST = 4
_NOT_STEMMED = frozenset({"parking", "booking", "meeting", "hosting", "rates"})
_WORD_AT_MOST = 40
_WORDS_READ = 400
_TYPO_AT_LEAST = 5

STOP_WORDS = frozenset(
    """
    a an the and or but if then so of to in on at for with by from as is are was were be been am do
    does did done have has had i you he she it we they me my your our their its this that these
    those there here what which who whom how when where why can could would will shall should may
    might must not no yes any some all more most very just also please thanks thank hi hello hey
    about into than too up out get got want need like know tell say give make let us one thing
    something anything everything much many really actually maybe okay ok well im id ill dont
    cant whats hows wheres youre ive wondering question ask asking interested looking offer
    offered help business number guys work works provide sell build come make
    quick included include
    der die das den dem des ein eine einen einem einer und oder aber wenn dann von zu in im an am
    auf fur mit bei aus als ist sind war sein bin haben hat hatte ich du er sie es wir ihr mich mir
    mein dein unser euer ihre ihren ihrem ihnen uns was welche welcher wer wie wann wo warum kann
    konnen konnten wurde wurden wird werden soll nicht kein keine ja nein bitte danke hallo uber
    auch noch nur mal etwas alles viel viele gibt es man mochte brauche denn
    le la les l un une des du de d et ou mais si que qui quoi quel quelle quels quelles comment
    quand pourquoi est sont etait etre suis ai as avez avons ont je tu il elle nous vous ils elles
    me moi mon ma mes votre vos notre nos ce cet cette ces pour avec sans dans sur par au aux ne
    pas non oui merci bonjour svp s plait y en se peut peux pouvez voudrais besoin fait faites
    el los las una unos unas y o pero como cuando donde por qu es son era ser soy estoy estan
    tengo tiene tienen yo tu usted ustedes nosotros mi su sus con sin del al no si gracias hola
    favor puede pueden puedo quiero necesito hay lo le
    hai hain ho mein main ap aap hum ka ki ke ko se aur kya kaise kahan yeh ye woh nahi nahin ji
    haan chahiye karna karte karti mera meri mujhe hoga par ek koi bhi kar sakte sakti
    ہے ہیں ہو میں آپ ہم کا کی کے کو سے اور کیا کیسے کہاں یہ وہ نہیں جی ہاں چاہیے کرنا میرا میری
    مجھے ہوگا پر ایک کوئی بھی
    """.split()
)

# Prefixes (marked by *) and words of one meaning, over the five languages.
_CONCEPTS = {
    "price": "price* pricing cost* fee fees rate rates charg* quote* quotation* tariff* expens* "
    "cheap* afford* budget* package* plan plans preis* kost* gebuhr* teuer gunstig* pakete tarif* "
    "angebot* prix cout* coute* combien tarifs cher devis forfait* precio* cuest* cuanto coste "
    "costo* caro barat* free gratis kostenlos* gratuit* muft presupuesto* paquete* qeemat qimat kitna kitne kitni paisa paise قیمت "
    "قیمتیں کتنے کتنا کتنی پیسے",
    "hours": "hour hours open* clos* saturday* sunday* weekend* weekday* offnungszeit* geoffnet "
    "offen geschlossen samstag* sonntag* wochenende* burozeit* horaire* heures ouvert* ouvre* "
    "ferme* samedi* dimanche* horario* abiert* abren abre cierr* sabado* domingo* auqat khul* band "
    "اوقات کھل* بند",
    "contact": "contact* phone* telephone* call mail email address* reach kontakt* telefon* "
    "anruf* nummer adresse* erreich* joindre appeler numero* courriel telefono* llamar correo* "
    "direccion* rabta raabta فون رابطہ پتہ",
    "place": "location* located locat* address* office offices studio visit direction* "
    "parking park adresse* standort* buro* anfahrt besuchen situe* bureau* adress* visiter ubicacion* "
    "ubicad* oficina* direccion* visitar kahan daftar کہاں دفتر پتہ",
    "duration": "long duration take takes time timeline* deadline* weeks days fast* quick* soon "
    "turnaround deliver* launch* dauer* dauert lange wochen schnell* fertig liefer* duree* delai* "
    "semaine* temps rapid* livr* dura duracion tarda* plazo* semanas tiempo entreg* waqt din "
    "hafte kitni der وقت دن ہفتے",
    "guarantee": "guarant* refund* money back warrant* satisf* garanti* gewahrleist* ruckerstatt* "
    "geld zuruck rembours* garantia* reembols* devol* zamanat wapas ضمانت واپس",
    "privacy": "privacy data gdpr dsgvo personal stor* protect* delet* datenschutz* daten "
    "personenbezogen* losch* confidential* donnees rgpd prive* vie datos privacidad proteccion "
    "borrar رازداری",
    "website": "website* site sites webpage* homepage* web page webseite* internetseite* webauftritt* "
    "internet sitio* pagina* ویب* سائٹ",
    "shop": "shop* store* ecommerce commerce sell* webshop* onlineshop* laden verkauf* boutique* "
    "vendre vente tienda* vender dukan دکان",
    "search": "seo search google rank* visib* found suchmaschin* gefunden sichtbar* referencement "
    "recherche moteur* buscador* posicionamiento* busqueda* گوگل",
    "support": "support* maintain* maintenance care hosting host updat* backup* fix* wartung* "
    "pflege* betreuung* aktualisier* maintien entretien hebergement* mise mantenimiento* "
    "alojamiento* actualiza* دیکھ",
    "payment": "pay* instal* instalment* deposit* invoice* billing card transfer paypal zahl* "
    "bezahl* rate raten anzahlung* rechnung* uberweis* paiement* payer acompte* facture* "
    "virement* pago* pagar anticipo* factura* plazos adaigi ادائیگی",
    "process": "process* step* start* begin* workflow phase* ablauf* schritt* beginn* "
    "start prozess* deroul* etape* commence* proceso* paso* empez* funciona* tareeqa طریقہ",
    "team": "team* founder* owner* staff designer* developer* grunder* mitarbeiter* "
    "inhaber* equipe* fondateur* equipo* fundador* log لوگ ٹیم",
    "service": "service* speciali* leistung* dienstleist* prestation* servicio* khidmat* خدمات",
    "language": "language* english german french spanish multilingual sprach* englisch deutsch "
    "mehrsprach* langue* anglais allemand idioma* ingles aleman zaban زبان",
    "text": "copy* text* writ* content* photo* picture* image* logo* brand* texte* fotos bild* "
    "redaction contenu* textos fotos imagen* escrib*",
    "change": "cancel* terminat* contract* notice kundig* vertrag* resili* contrat* rescind* "
    "contrato* معاہدہ",
    "reference": "reference* example* portfolio* case studies clients customers referenz* "
    "beispiel* kunden exemple* clients references ejemplo* clientes referencias",
}

# Questions that consist of nothing but the commonest words; matched on folded words.
_IDIOMS = {
    "price": re.compile(r"\bhow much\b(?! (?:time|long))|\bwas macht das\b|\bc est combien\b"),
    "service": re.compile(
        r"\bwhat (?:else )?(?:do|can|does) (?:you|your \w+|\w+) (?:guys )?(?:all )?(?:do|offer|provide|sell)\b"
        r"|\bwhat are you offering\b|\bwas (?:machen|bieten|macht|tun) (?:sie|ihr)\b"
        r"|\b(?:que|qu est ce que) (?:faites|vous faites|proposez|vous proposez)\b"
        r"|\bque (?:hacen|ofrecen|hace usted)\b|\b(?:aap|ap) kya kart\w+|آپ کیا کرتے"
    ),
    "process": re.compile(
        r"\bhow (?:do|does|would|will|can) (?:you|it|this|that|we|everything|things) (?:guys )?(?:work|go|proceed|operate)\b"
        r"|\bwie (?:arbeiten|lauft|funktioniert|geht) (?:sie|ihr|das|es)\b"
        r"|\bcomment (?:travaillez|ca (?:marche|se passe))\b|\bcomo (?:trabajan|funciona)\b"
    ),
    "team": re.compile(
        r"\bwho (?:are|is) (?:you|behind|we|in|on|the)\b|\bwer (?:sind|steckt|seid)\b"
        r"|\bqui (?:etes|est)\b|\bquien(?:es)? (?:son|es)\b"
    ),
    "place": re.compile(
        r"\bwhere (?:are|is|do|can|would|will|exactly) (?:you|your|i|we|the|it|this)\b"
        r"|\bwo (?:sind|finde|ist|seid|sitzen)\b|\bou (?:etes|est|se|vous)\b"
        r"|\bdonde (?:estan|esta|se|queda|quedan)\b"
    ),
    "duration": re.compile(
        r"\bhow (?:long|fast|soon|much time)\b|\bwie lange\b|\bcombien de temps\b"
        r"|\bcuanto (?:tiempo|tarda|dura)\b|\bkitna (?:waqt|time)\b"
    ),
    "hours": re.compile(
        r"\bwhen (?:are|do) you (?:guys )?(?:open|there|work)\b|\bwann sind sie da\b"
    ),
    "contact": re.compile(r"\b(?:your|ihre|votre|su) (?:number|nummer|numero)\b"),
}


def folded_words(text: str) -> list[str]:
    """The words of `text` in lower case without accents."""
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return [word[:_WORD_AT_MOST] for word in _WORD.findall(bare)]


def _spellings() -> tuple[dict[str, set[str]], list[tuple[str, str]]]:
    exact: dict[str, set[str]] = {}
    prefixes: list[tuple[str, str]] = []
    for concept, words in _CONCEPTS.items():
        for word in words.split():
            bare = folded_words(word)[0]
            if word.endswith("*"):
                prefixes.append((bare, concept))
            exact.setdefault(bare, set()).add(concept)
    return exact, prefixes


_EXACT, _PREFIXES = _spellings()
_STOP = frozenset(word for entry in STOP_WORDS for word in folded_words(entry))
# "mcuh" and "waht": letters of a stop word in another order, between the same first and last
_SCRAMBLED = {"".join(sorted(word)): (word[0], word[-1]) for word in _STOP if len(word) > 3}
del _SCRAMBLED["fmor"]  # a form is not a "from"


@lru_cache(maxsize=4096)
def concepts_of(word: str) -> frozenset[str]:
    """The concepts a folded word belongs to."""
    found = set(_EXACT.get(word, ()))
    found.update(concept for prefix, concept in _PREFIXES if word.startswith(prefix))
    return frozenset(found)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The concept word that a mistyped one was meant to be, or the word itself."""
    if len(word) < _TYPO_AT_LEAST or concepts_of(word):
        return word
    near = get_close_matches(word, _EXACT, n=1, cutoff=0.85)
    return near[0] if near else word


@lru_cache(maxsize=4096)
def stem_of(word: str) -> str:
    """A word without its commonest endings, never shorter than four letters."""
    stem = word if word in _NOT_STEMMED else _ENDINGS.sub("", word)
    return stem if len(stem) >= _STEM_AT_LEAST else word


def may_be_continued(term: str) -> bool:
    """Whether a longer word that begins with `term` is taken for it: not for short ones."""
    return len(term) > _STEM_AT_LEAST and not term.startswith("0")


def same_term(wanted: str, term: str) -> bool:
    """Whether `term`, of a passage, is what a question's `wanted` means."""
    return term == wanted or (may_be_continued(wanted) and term.startswith(wanted))


def terms_of(text: str) -> list[str]:
    """The terms of a passage, in its order, concepts marked by a leading `0`."""
    found: list[str] = []
    for word in folded_words(text):
        found.append(stem_of(word))
        found.extend(f"0{concept}" for concept in sorted(concepts_of(word)))
    return found


def question_words(question: str) -> list[tuple[str, frozenset[str]]]:
    """The telling words of a question, each once: its stem and its concepts. An idiom made of
    stop words ("how much") counts as its concept alone."""
    found: dict[str, frozenset[str]] = {}
    for word in folded_words(question)[:_WORDS_READ]:
        if word in _STOP or _SCRAMBLED.get("".join(sorted(word))) == (word[0], word[-1]):
            continue
        meant = _mended(word)
        found.setdefault(stem_of(meant), concepts_of(meant))
    meant = " ".join(folded_words(question)[:_WORDS_READ])
    for concept, idiom in _IDIOMS.items():
        if idiom.search(meant) and not any(concept in concepts for concepts in found.values()):
            found[f"0{concept}"] = frozenset({concept})
    return list(found.items())
