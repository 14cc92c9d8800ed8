"""The words by which knowledge is searched: what tells nothing, and what means the same.

English, German, French, Spanish and Urdu (both scripts); written as people write them, compared
folded.
"""

from __future__ import annotations

STOP_WORDS = """
a an the and or but if then so of to in on at for with by from as is are was were be been am do
does did done have has had i you he she it we they me my your our their its this that these
those there here what which who whom how when where why can could would will shall should may
might must not no yes any some all more most very just also please thanks thank hi hello hey
about into than too up out u r ur get got want need like know tell say give make let us one thing
something anything everything much many really actually maybe okay ok well im id ill dont cant
whats hows wheres youre ive wondering question ask asking interested looking offer offered help
business number guys work works provide sell build come quick included include wait moment sorry
bad day roughly recommend suggest think anybody anyone somebody someone nobody everybody only
sounds seems today tomorrow now wieviel der die das den dem des ein eine einen einem einer und
oder aber wenn dann von zu auf fur mit bei aus als ist sind war sein bin haben hat hatte ich du
er sie es wir ihr mich mir mein dein unser euer ihre ihren ihrem ihnen uns welche welcher wer
wie wann wo warum kann konnen konnten wurde wurden wird werden soll nicht kein keine ja nein
bitte danke hallo uber auch noch nur mal etwas alles viel viele gibt man mochte brauche denn ca
cela ce le la les l un une de d et ou mais si que qui quoi quel quelle quels quelles comment
quand pourquoi est sont etait etre suis ai avez avons ont je tu il elle nous vous ils elles moi
mon ma mes votre vos notre nos cet cette ces pour avec sans dans sur par au aux ne pas non oui
merci bonjour svp s plait y en se peut peux pouvez voudrais besoin fait faites el los las una
unos unas o pero como cuando donde por qu son era ser soy estoy estan tengo tiene tienen yo
usted ustedes nosotros mi su sus con sin del al gracias hola favor puede pueden puedo quiero
necesito hay lo hai hain ho main ap aap hum ka ki ke ko aur kya kaise kahan yeh ye woh nahi
nahin ji haan chahiye karna karte karti mera meri mujhe hoga ek koi bhi kar sakte sakti ہے ہیں
ہو میں آپ ہم کا کی کے کو سے اور کیا کیسے کہاں یہ وہ نہیں جی ہاں چاہیے کرنا میرا میری مجھے ہوگا
پر ایک کوئی بھی
"""

# Words, and prefixes (marked by *), of one meaning.
CONCEPTS = {
    "month": """
        month* monat* mois mensuel* mes meses mensual* mahin*
    """,
    "price": """
        price* pricing cost* fee fees rate rates charg* quote* quotation* tariff* expens*
        cheap* afford* budget* package* plan plans preis* kost* gebuhr* teuer gunstig*
        pakete tarif* angebot* prix cout* coute* combien tarifs cher devis forfait*
        precio* cuest* cuanto coste costo* caro barat* free gratis kostenlos* gratuit*
        muft presupuesto* paquete* qeemat qimat kitna kitne kitni paisa paise قیمت قیمتیں
        کتنے کتنا کتنی پیسے
    """,
    "hours": """
        hour hours open* clos* saturday* sunday* weekend* weekday* offnungszeit* geoffnet
        offen geschlossen samstag* sonntag* wochenende* burozeit* horaire* heures ouvert*
        ouvre* ferme* samedi* dimanche* horario* abiert* abren abre cierr* sabado*
        domingo* auqat khul* band اوقات کھل* بند
    """,
    "contact": """
        contact* phone* telephone* call mail email address* reach kontakt* telefon* anruf*
        nummer adresse* erreich* joindre appeler numero* courriel telefono* llamar correo*
        direccion* rabta raabta فون رابطہ پتہ
    """,
    "place": """
        location* located locat* based situated address* office offices studio visit direction*
        parking park adresse* standort* buro* anfahrt besuchen situe* bureau* adress* visiter
        ubicacion* ubicad* oficina* direccion* visitar kahan daftar کہاں دفتر پتہ
    """,
    "duration": """
        long duration take takes time timeline* deadline* weeks days fast* quick* soon
        turnaround deliver* launch* dauer* dauert lange wochen schnell* fertig liefer*
        duree* delai* semaine* temps rapid* livr* dura duracion tarda* plazo* semanas
        tiempo entreg* waqt din hafte kitni der وقت دن ہفتے
    """,
    "guarantee": """
        guarant* refund* money back warrant* satisf* garanti* gewahrleist* ruckerstatt*
        geld zuruck rembours* garantia* reembols* devol* zamanat wapas ضمانت واپس
    """,
    "privacy": """
        privacy data gdpr dsgvo personal stor* protect* delet* datenschutz* daten
        personenbezogen* losch* confidential* donnees rgpd prive* vie datos privacidad
        proteccion borrar رازداری
    """,
    "website": """
        website* site sites webpage* homepage* web page webseite* internetseite*
        webauftritt* internet sitio* pagina* ویب* سائٹ
    """,
    "shop": """
        shop* store* ecommerce commerce sell* webshop* onlineshop* laden verkauf*
        boutique* vendre vente tienda* vender dukan دکان
    """,
    "search": """
        seo search google rank* visib* found suchmaschin* gefunden sichtbar* referencement
        recherche moteur* buscador* posicionamiento* busqueda* گوگل
    """,
    "support": """
        support* maintain* maintenance care hosting host updat* backup* fix* wartung*
        pflege* betreuung* aktualisier* maintien entretien hebergement* mise
        mantenimiento* alojamiento* actualiza* دیکھ
    """,
    "payment": """
        pay* instal* instalment* deposit* invoice* billing card transfer paypal zahl*
        bezahl* rate raten anzahlung* rechnung* uberweis* paiement* payer acompte*
        facture* virement* pago* pagar anticipo* factura* plazos adaigi ادائیگی
    """,
    "process": """
        process* step* start* begin* workflow phase* ablauf* schritt* beginn* start
        prozess* deroul* etape* commence* proceso* paso* empez* funciona* tareeqa طریقہ
    """,
    "team": """
        team* employ* founder* owner* staff designer* developer* grunder* mitarbeiter* inhaber*
        equipe* fondateur* equipo* fundador* log لوگ ٹیم
    """,
    "service": """
        service* speciali* leistung* dienstleist* prestation* servicio* khidmat* خدمات
    """,
    "language": """
        language* english german french spanish multilingual sprach* englisch deutsch
        mehrsprach* langue* anglais allemand idioma* ingles aleman zaban زبان
    """,
    "text": """
        copy* text* writ* content* texte* redaction contenu* textos escrib* likh*
    """,
    "photo": """
        photo* picture* image* fotos foto* bild* imagen* tasveer*
    """,
    "logo": """
        logo* brand* marke* marque* marca*
    """,
    "change": """
        cancel* terminat* contract* notice kundig* vertrag* resili* contrat* rescind*
        contrato* معاہدہ
    """,
    "reference": """
        reference* example* portfolio* case studies clients customers referenz* beispiel*
        kunden exemple* references ejemplo* clientes referencias
    """,
}
