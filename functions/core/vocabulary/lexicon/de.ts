/** German words. Columns: see `parse-lexicon.ts`; translations are into en, es, fr. */
export const GERMAN = `
ab|adverb|A2||||off, from|desde|à partir de
Abend|noun|A1|der|Abende||evening|tarde, noche|soir
Abendessen|noun|A1|das|Abendessen||dinner|cena|dîner
aber|conjunction|A1||||but|pero|mais
acht|numeral|A1||||eight|ocho|huit
achtzehn|numeral|A1||||eighteen|dieciocho|dix-huit
Adresse|noun|A1|die|Adressen||address|dirección|adresse
alle|determiner|A1|||aller allen alles allem|all|todos, todo|tous, tout
allein|adjective|A1||||alone|solo|seul
allerdings|adverb|B1||||however|sin embargo|cependant
als|conjunction|A2||||when, than, as|cuando, que|quand, que, comme
also|adverb|A1||||so, therefore|así que, pues|donc
alt|adjective|A1|||älter ältest|old|viejo|vieux
an|preposition|A1|||am ans|at, on|a, en|à, sur
an·bieten|verb|A2|||bietet bot geboten|offer|ofrecer|offrir
ander|adjective|A1|||andere anderen anderer anderes anderem anders|other, different|otro|autre
ändern|verb|A2||||change|cambiar|changer
Anfang|noun|A2|der|Anfänge||beginning|principio|début
an·fangen|verb|A1|||fängt fing gefangen|begin|empezar|commencer
Angst|noun|A2|die|Ängste||fear|miedo|peur
Anruf|noun|A1|der|Anrufe||call|llamada|appel
an·rufen|verb|A1|||ruft rief gerufen|call|llamar|appeler
Antwort|noun|A2|die|Antworten||answer|respuesta|réponse
antworten|verb|A1||||answer|contestar|répondre
an·ziehen|verb|A1|||zieht zog gezogen|put on|ponerse|mettre
Apfel|noun|A1|der|Äpfel||apple|manzana|pomme
April|noun|A1|der|Aprile||April|abril|avril
Arbeit|noun|A1|die|Arbeiten||work|trabajo|travail
arbeiten|verb|A1||||work|trabajar|travailler
Arm|noun|A1|der|Arme||arm|brazo|bras
arm|adjective|A2|||ärmer ärmst|poor|pobre|pauvre
Arzt|noun|A1|der|Ärzte||doctor|médico|médecin
Ärztin|noun|A2|die|Ärztinnen||doctor|médica|médecin
auch|adverb|A1||||also, too|también|aussi
außer|preposition|A2||||except|excepto|sauf
außerdem|adverb|B1||||besides|además|en plus
auf|preposition|A1|||aufs|on|en, sobre|sur
Aufgabe|noun|A2|die|Aufgaben||task, exercise|tarea|tâche
auf·hören|verb|A2||||stop|parar|arrêter
auf·machen|verb|A1||||open|abrir|ouvrir
auf·passen|verb|A2||||pay attention|prestar atención|faire attention
auf·stehen|verb|A1|||steht stand gestanden|get up|levantarse|se lever
auf·wachen|verb|A2||||wake up|despertarse|se réveiller
Auge|noun|A1|das|Augen||eye|ojo|œil
August|noun|A1|der|Auguste||August|agosto|août
aus|preposition|A1||||from, out of|de|de
Ausbildung|noun|A2|die|Ausbildungen||training|formación|formation
Ausflug|noun|A2|der|Ausflüge||trip|excursión|excursion
aus·sehen|verb|A1|||sieht sah gesehen|look|parecer|avoir l'air
aus·steigen|verb|A1|||steigt stieg gestiegen|get off|bajarse|descendre
Auto|noun|A1|das|Autos||car|coche|voiture
Baby|noun|A1|das|Babys||baby|bebé|bébé
backen|verb|A1|||backt backte gebacken|bake|hornear|cuire
Bäckerei|noun|A1|die|Bäckereien||bakery|panadería|boulangerie
Bad|noun|A1|das|Bäder||bath|baño|bain
Bahn|noun|A1|die|Bahnen||railway, train|ferrocarril|chemin de fer
Bahnhof|noun|A1|der|Bahnhöfe||station|estación|gare
bald|adverb|A2||||soon|pronto|bientôt
Bank|noun|A1|die|Bänke||bench, bank|banco|banc
Bauch|noun|A2|der|Bäuche||belly|barriga|ventre
bauen|verb|A2||||build|construir|construire
Baum|noun|A1|der|Bäume||tree|árbol|arbre
bedeuten|verb|A2||||mean|significar|signifier
beginnen|verb|A1|||beginnt begann begonnen|begin|comenzar|commencer
behalten|verb|B1|||behält behielt behalten|keep|conservar|garder
bei|preposition|A1|||beim|at, with|en, con|chez, près de
beide|determiner|A2|||beiden beider beides|both|ambos, los dos|les deux
Bein|noun|A1|das|Beine||leg|pierna|jambe
Beispiel|noun|A2|das|Beispiele||example|ejemplo|exemple
bekannt|adjective|A2||||known, well-known|conocido|connu
bekommen|verb|A2|||bekommt bekam bekommen|get, receive|recibir|recevoir
benutzen|verb|A2||||use|usar|utiliser
bequem|adjective|A1||||comfortable|cómodo|confortable
bereits|adverb|B1||||already|ya|déjà
Berg|noun|A2|der|Berge||mountain|montaña|montagne
Beruf|noun|A1|der|Berufe||profession|profesión|profession
berühmt|adjective|A2||||famous|famoso|célèbre
beschreiben|verb|B1|||beschreibt beschrieb beschrieben|describe|describir|décrire
besetzt|adjective|A1||||occupied|ocupado|occupé
besonder|adjective|A2|||besondere besonderen besonderer besonderes besonderem|special|especial|spécial
besonders|adverb|A2||||especially|especialmente|surtout
bestellen|verb|A1||||order|pedir|commander
bestimmt|adverb|A2||||certainly|seguramente|certainement
Besuch|noun|A2|der|Besuche||visit|visita|visite
besuchen|verb|A1||||visit|visitar|visiter, rendre visite
Bett|noun|A1|das|Betten||bed|cama|lit
bevor|conjunction|A2||||before|antes de que|avant que
bezahlen|verb|A1||||pay|pagar|payer
Bier|noun|A1|das|Biere||beer|cerveza|bière
bieten|verb|A2|||bietet bot geboten|offer|ofrecer|offrir
Bild|noun|A1|das|Bilder||picture|imagen|image
billig|adjective|A1||||cheap|barato|bon marché
Birne|noun|A1|die|Birnen||pear|pera|poire
bis|preposition|A2||||until, to|hasta|jusqu'à
bisschen|adverb|A2||||a bit, little|un poco|un peu
bitte|other|A1||||please|por favor|s'il vous plaît
bitten|verb|A1|||bittet bat gebeten|ask, request|pedir, rogar|demander, prier
bitter|adjective|A2||||bitter|amargo|amer
Blatt|noun|A2|das|Blätter||leaf, sheet|hoja|feuille
blau|adjective|A1||||blue|azul|bleu
bleiben|verb|A1|||bleibt blieb geblieben|stay, remain|quedarse|rester
blind|adjective|A2||||blind|ciego|aveugle
Blume|noun|A1|die|Blumen||flower|flor|fleur
Boden|noun|A2|der|Böden||floor, ground|suelo|sol
Boot|noun|A2|das|Boote||boat|barca|bateau
böse|adjective|A2||||evil, angry|malo|méchant
brauchen|verb|A1||||need|necesitar|avoir besoin
braun|adjective|A1||||brown|marrón|brun
brechen|verb|B1|||bricht brach gebrochen|break|romper|casser
breit|adjective|A2||||wide|ancho|large
Brief|noun|A1|der|Briefe||letter|carta|lettre
Brille|noun|A1|die|Brillen||glasses|gafas|lunettes
bringen|verb|A1|||bringt brachte gebracht|bring|traer|apporter
Brot|noun|A1|das|Brote||bread|pan|pain
Brötchen|noun|A1|das|Brötchen||bread roll|panecillo|petit pain
Brücke|noun|A1|die|Brücken||bridge|puente|pont
Bruder|noun|A1|der|Brüder||brother|hermano|frère
Buch|noun|A1|das|Bücher||book|libro|livre
Buchhandlung|noun|A2|die|Buchhandlungen||bookshop|librería|librairie
Buchstabe|noun|A2|der|Buchstaben||letter|letra|lettre
buchstabieren|verb|A1||||spell|deletrear|épeler
bunt|adjective|A1||||colourful|colorido|coloré
Büro|noun|A1|das|Büros||office|oficina|bureau
Bus|noun|A1|der|Busse||bus|autobús|bus
Butter|noun|A1|die|||butter|mantequilla|beurre
Café|noun|A1|das|Cafés||café|cafetería|café
Computer|noun|A1|der|Computer||computer|ordenador|ordinateur
da|adverb|A1||||there|ahí|là
dabei|adverb|B1||||with it, at the same time|al mismo tiempo|en même temps
Dach|noun|A2|das|Dächer||roof|techo|toit
dafür|adverb|A2||||for it|para eso|pour cela
dagegen|adverb|A2||||against it|en contra|contre
damals|adverb|A2||||back then|entonces|à l'époque
Dame|noun|A1|die|Damen||lady|señora|dame
damit|conjunction|A2||||so that|para que|afin que
damit|adverb|A2||||with it|con eso|avec cela
danach|adverb|A2||||after that, afterwards|después|ensuite, après
Dank|noun|A2|der|||thanks|agradecimiento|remerciement
danke|other|A1||||thanks, thank you|gracias|merci
danken|verb|A2||||thank|agradecer|remercier
dann|adverb|A1||||then|entonces, luego|puis, ensuite
daran|adverb|A2||||on it|en eso|à cela
darauf|adverb|A2||||on it|encima|dessus
darüber|adverb|A2||||about it|sobre eso|là-dessus
dass|conjunction|A1||||that|que|que
Datum|noun|A1|das|Daten||date|fecha|date
davon|adverb|A2||||of it|de eso|en
davor|adverb|A2||||before it|antes|avant
dazu|adverb|A2||||to it|además|en plus
dein|determiner|A1|||deine deinen deinem deiner deines|your|tu|ton
denken|verb|A1|||denkt dachte gedacht|think|pensar|penser
denn|conjunction|A1||||because, then|pues|car
der|determiner|A1|||die das den dem des|the|el, la|le, la
derselbe|determiner|A2|||dieselbe dasselbe dieselben denselben demselben|the same|el mismo|le même
deshalb|adverb|A2||||therefore|por eso|c'est pourquoi
deutlich|adjective|A2||||clear|claro|clair
deutsch|adjective|A1||||German|alemán|allemand
Dezember|noun|A1|der|Dezember||December|diciembre|décembre
dick|adjective|A2||||thick, fat|gordo|gros
Dienstag|noun|A1|der|Dienstage||Tuesday|martes|mardi
dieser|determiner|A1|||diese dieses diesen diesem dies|this|este|ce
direkt|adjective|A1||||direct|directo|direct
doch|other|A1||||yes, but|sí|si
Donnerstag|noun|A1|der|Donnerstage||Thursday|jueves|jeudi
Dorf|noun|A2|das|Dörfer||village|pueblo|village
dort|adverb|A1||||there|allí|là-bas
draußen|adverb|A2||||outside|fuera|dehors
drei|numeral|A1||||three|tres|trois
dreißig|numeral|A1||||thirty|treinta|trente
dreizehn|numeral|A1||||thirteen|trece|treize
drinnen|adverb|A2||||inside|dentro|dedans
dritt|adjective|A2|||dritte dritten dritter drittes drittem|third|tercero|troisième
du|pronoun|A1|||dich dir|you|tú|tu
dumm|adjective|A2|||dümmer dümmst|stupid|tonto|bête
dunkel|adjective|A2||||dark|oscuro|sombre
dünn|adjective|A2||||thin|delgado|mince
durch|preposition|A2|||durchs|through|por, a través de|par, à travers
dürfen|verb|A2|||=darf darfst dürfen dürft durfte durftest durften durftet gedurft dürfte dürften|may, be allowed|poder|pouvoir
Durst|noun|A2|der|||thirst|sed|soif
Dusche|noun|A1|die|Duschen||shower|ducha|douche
duschen|verb|A1||||shower|ducharse|se doucher
eben|particle|A2||||just|precisamente|justement
echt|adjective|A2||||real|auténtico|vrai
Ecke|noun|A2|die|Ecken||corner|esquina|coin
Ei|noun|A1|das|Eier||egg|huevo|œuf
eigen|adjective|A2|||eigene eigenen eigener eigenes eigenem|own|propio|propre
eigentlich|adverb|A2||||actually|en realidad|en fait
ein|determiner|A1|||eine einen einem einer eines|a, one|un, una|un, une
einander|pronoun|A2||||each other|el uno al otro|l'un l'autre
einfach|adjective|A1||||simple, easy|sencillo, fácil|simple
einfach|adverb|A2||||simply|simplemente|simplement
einige|determiner|A2|||einigen einiger einiges|some, several|algunos|quelques
Einkaufen|noun|A2|das|||shopping|compra|courses
ein·kaufen|verb|A1||||shop|comprar|faire des courses
ein·laden|verb|A1|||lädt lud geladen|invite|invitar|inviter
einmal|adverb|A2||||once|una vez|une fois
eins|numeral|A1||||one|uno|un
einsam|adjective|B1||||lonely|solitario|solitaire
ein·steigen|verb|A1|||steigt stieg gestiegen|get on|subir|monter
Eis|noun|A1|das|||ice cream, ice|helado|glace
elf|numeral|A1||||eleven|once|onze
Eltern|noun|A1|die|Eltern||parents|padres|parents
empfehlen|verb|A2|||empfiehlt empfahl empfohlen|recommend|recomendar|recommander
Ende|noun|A1|das|Enden||end|fin|fin
endlich|adverb|A2||||finally|por fin|enfin
eng|adjective|A2||||narrow|estrecho|étroit
Enkel|noun|A2|der|Enkel||grandson|nieto|petit-fils
Enkelin|noun|A2|die|Enkelinnen||granddaughter|nieta|petite-fille
entscheiden|verb|B1|||entscheidet entschied entschieden|decide|decidir|décider
Entschuldigung|other|A1||||sorry|perdón|pardon
entweder|conjunction|B1||||either|o|soit
er|pronoun|A1|||ihn ihm|he|él|il
Erdbeere|noun|A1|die|Erdbeeren||strawberry|fresa|fraise
Erde|noun|A2|die|||earth|tierra|terre
Erfahrung|noun|B1|die|Erfahrungen||experience|experiencia|expérience
Erfolg|noun|B1|der|Erfolge||success|éxito|succès
erinnern|verb|A2||||remember|recordar|se souvenir
erklären|verb|A1||||explain|explicar|expliquer
ernst|adjective|B1||||serious|serio|sérieux
erreichen|verb|B1||||reach|alcanzar|atteindre
erst|adjective|A1|||erste ersten erster erstes erstem|first|primero|premier
erzählen|verb|A2||||tell|contar|raconter
es|pronoun|A1||||it|ello|il, ça
Essen|noun|A1|das|Essen||food, meal|comida|repas
essen|verb|A1|||isst aß gegessen|eat|comer|manger
etwas|determiner|A2||||something, some|algo|quelque chose
euer|determiner|A1|||eure euren eurem eurer eures|your|vuestro|votre
Euro|noun|A1|der|Euro||euro|euro|euro
fahren|verb|A1|||fährt fuhr gefahren|drive, go|conducir, ir|conduire, aller
Fahrrad|noun|A1|das|Fahrräder||bicycle|bicicleta|vélo
Fahrt|noun|A2|die|Fahrten||ride, journey|trayecto|trajet
fallen|verb|A2|||fällt fiel gefallen|fall|caer|tomber
falsch|adjective|A1||||wrong|falso|faux
Familie|noun|A1|die|Familien||family|familia|famille
Farbe|noun|A1|die|Farben||colour|color|couleur
fast|adverb|A2||||almost|casi|presque
faul|adjective|A1||||lazy|perezoso|paresseux
Februar|noun|A1|der|Februare||February|febrero|février
fehlen|verb|A1||||be missing|faltar|manquer
Fehler|noun|A2|der|Fehler||mistake|error|faute
feiern|verb|A1||||celebrate|celebrar|fêter
Fenster|noun|A1|das|Fenster||window|ventana|fenêtre
Ferien|noun|A2|die|Ferien||holidays|vacaciones|vacances
fern·sehen|verb|A1|||sieht sah gesehen|watch television|ver la televisión|regarder la télévision
Fernseher|noun|A1|der|Fernseher||television|televisor|téléviseur
fertig|adjective|A1||||ready, finished|listo|prêt
Fest|noun|A2|das|Feste||party, festival|fiesta|fête
fest|adjective|A2||||firm|firme|ferme
Feuer|noun|A2|das|Feuer||fire|fuego|feu
Film|noun|A1|der|Filme||film|película|film
finden|verb|A1|||findet fand gefunden|find|encontrar|trouver
Finger|noun|A2|der|Finger||finger|dedo|doigt
Firma|noun|A1|die|Firmen||company|empresa|entreprise
Fisch|noun|A1|der|Fische||fish|pescado, pez|poisson
Flasche|noun|A1|die|Flaschen||bottle|botella|bouteille
fleißig|adjective|A2||||hard-working|trabajador|travailleur
Fleisch|noun|A1|das|||meat|carne|viande
fliegen|verb|A1|||fliegt flog geflogen|fly|volar|voler
Flug|noun|A1|der|Flüge||flight|vuelo|vol
Flughafen|noun|A1|der|Flughäfen||airport|aeropuerto|aéroport
Flugzeug|noun|A1|das|Flugzeuge||plane|avión|avion
Fluss|noun|A2|der|Flüsse||river|río|fleuve
folgen|verb|B1||||follow|seguir|suivre
Foto|noun|A1|das|Fotos||photo|foto|photo
Frage|noun|A1|die|Fragen||question|pregunta|question
fragen|verb|A1||||ask|preguntar|demander
Frau|noun|A1|die|Frauen||woman|mujer|femme
frei|adjective|A2||||free|libre|libre
Freiheit|noun|A2|die|Freiheiten||freedom|libertad|liberté
Freitag|noun|A1|der|Freitage||Friday|viernes|vendredi
fremd|adjective|A1||||strange, foreign|ajeno, extraño|étranger
Freude|noun|A2|die|Freuden||joy|alegría|joie
freuen|verb|A1||||be glad|alegrarse|se réjouir
Freund|noun|A1|der|Freunde||friend|amigo|ami
Freundin|noun|A1|die|Freundinnen||friend|amiga|amie
freundlich|adjective|A1||||friendly|amable|aimable
Frieden|noun|B1|der|||peace|paz|paix
frieren|verb|A2|||friert fror gefroren|freeze|tener frío|geler
frisch|adjective|A1||||fresh|fresco|frais
froh|adjective|A1||||glad|contento|content
fröhlich|adjective|B1||||cheerful|alegre|joyeux
früh|adjective|A1||||early|temprano|tôt
früher|adverb|A2||||in the past, earlier|antes|autrefois
Frühling|noun|A2|der|Frühlinge||spring|primavera|printemps
Frühstück|noun|A1|das|Frühstücke||breakfast|desayuno|petit-déjeuner
frühstücken|verb|A1||||have breakfast|desayunar|prendre le petit-déjeuner
Fuß|noun|A1|der|Füße||foot|pie|pied
Fußball|noun|A1|der|Fußbälle||football|fútbol|football
fühlen|verb|A2||||feel|sentir|sentir
führen|verb|A2||||lead|llevar, guiar|mener
fünf|numeral|A1||||five|cinco|cinq
fünfzehn|numeral|A1||||fifteen|quince|quinze
fünfzig|numeral|A1||||fifty|cincuenta|cinquante
für|preposition|A1|||fürs|for|para, por|pour
Gabel|noun|A1|die|Gabeln||fork|tenedor|fourchette
ganz|adjective|A2||||whole|entero|entier
ganz|adverb|A2||||quite|completamente|tout à fait
Garten|noun|A1|der|Gärten||garden|jardín|jardin
Gast|noun|A1|der|Gäste||guest|huésped|invité
geben|verb|A1|||gibt gab gegeben|give|dar|donner
Geburtstag|noun|A1|der|Geburtstage||birthday|cumpleaños|anniversaire
Gefahr|noun|B1|die|Gefahren||danger|peligro|danger
gefährlich|adjective|A2||||dangerous|peligroso|dangereux
gefallen|verb|A2|||gefällt gefiel gefallen|please|gustar|plaire
Gefühl|noun|B1|das|Gefühle||feeling|sentimiento|sentiment
gegen|preposition|A2||||against|contra|contre
gegenüber|preposition|A2||||opposite|enfrente de|en face de
gehen|verb|A1|||geht ging gegangen|go, walk|ir|aller
gehören|verb|A2||||belong|pertenecer|appartenir
gelb|adjective|A1||||yellow|amarillo|jaune
Geld|noun|A1|das|Gelder||money|dinero|argent
gemeinsam|adjective|A2||||common, together|común|commun
Gemüse|noun|A1|das|Gemüse||vegetables|verdura|légume
gemütlich|adjective|A2||||cosy|acogedor|douillet
genau|adjective|A2||||exact|exacto|exact
genug|adverb|A2||||enough|bastante|assez
Gepäck|noun|A1|das|||luggage|equipaje|bagage
gerade|adverb|A2||||just|justo|juste
geradeaus|adverb|A2||||straight on|todo recto|tout droit
gern|adverb|A1|||gerne lieber liebsten|gladly|con gusto|volontiers
Geschäft|noun|A1|das|Geschäfte||shop, business|tienda|magasin
Geschenk|noun|A1|das|Geschenke||present, gift|regalo|cadeau
Geschichte|noun|A2|die|Geschichten||story, history|historia|histoire
Geschwister|noun|A1|die|Geschwister||siblings|hermanos|frères et sœurs
Gesicht|noun|A2|das|Gesichter||face|cara|visage
Gespräch|noun|A1|das|Gespräche||conversation|conversación|conversation
gestern|adverb|A1||||yesterday|ayer|hier
gesund|adjective|A1|||gesünder gesündest|healthy|sano|sain
Gesundheit|noun|A2|die|||health|salud|santé
Getränk|noun|A1|das|Getränke||drink|bebida|boisson
gewinnen|verb|B1|||gewinnt gewann gewonnen|win|ganar|gagner
Glas|noun|A1|das|Gläser||glass|vaso|verre
glauben|verb|A2||||believe|creer|croire
gleich|adjective|A1||||same|igual|égal
Glück|noun|A2|das|||luck, happiness|suerte, felicidad|chance, bonheur
glücklich|adjective|A1||||happy|feliz|heureux
grau|adjective|A1||||grey|gris|gris
groß|adjective|A1|||größer größt|big, large, tall|grande|grand
Gruß|noun|A2|der|Grüße||greeting|saludo|salutation
grüßen|verb|A2||||greet|saludar|saluer
grün|adjective|A1||||green|verde|vert
Grund|noun|B1|der|Gründe||reason|razón|raison
Gruppe|noun|A2|die|Gruppen||group|grupo|groupe
günstig|adjective|A1||||cheap, favourable|económico|avantageux
gut|adjective|A1|||besser best|good|bueno|bon
Haar|noun|A1|das|Haare||hair|pelo|cheveu
haben|verb|A1|||=habe hast hat haben habt hatte hattest hatten hattet gehabt hätte hättest hätten hättet|have|tener, haber|avoir
Hafen|noun|A2|der|Häfen||harbour, port|puerto|port
halb|numeral|A2|||halbe halben halber halbes|half|medio|demi
hallo|other|A1||||hello|hola|bonjour, salut
Hals|noun|A1|der|Hälse||neck, throat|cuello|cou
halt|particle|A2||||just|pues|justement
halten|verb|A2|||hält hielt gehalten|hold, stop|sostener, parar|tenir
Haltestelle|noun|A1|die|Haltestellen||stop|parada|arrêt
Hand|noun|A1|die|Hände||hand|mano|main
Handy|noun|A1|das|Handys||mobile phone|móvil|portable
hängen|verb|A2|||hängt hing gehangen|hang|colgar|accrocher, pendre
hart|adjective|A2|||härter härtest|hard|duro|dur
hässlich|adjective|A2||||ugly|feo|laid
Haus|noun|A1|das|Häuser||house|casa|maison
Hausaufgabe|noun|A2|die|Hausaufgaben||homework|deberes|devoir
heiß|adjective|A1||||hot|caliente|chaud
heißen|verb|A1|||heißt hieß geheißen|be called|llamarse|s'appeler
Heimat|noun|A2|die|||home country|patria|patrie
helfen|verb|A1|||hilft half geholfen|help|ayudar|aider
hell|adjective|A1||||bright|claro|clair
her|adverb|A2||||here|hacia aquí|ici
Herbst|noun|A1|der|Herbste||autumn|otoño|automne
Herr|noun|A1|der|Herren||gentleman, mister|señor|monsieur
Herz|noun|A2|das|Herzen||heart|corazón|cœur
heute|adverb|A1||||today|hoy|aujourd'hui
heutig|adjective|B1||||today's|actual|actuel
hier|adverb|A1||||here|aquí|ici
Hilfe|noun|A1|die|Hilfen||help|ayuda|aide
Himmel|noun|A2|der|Himmel||sky, heaven|cielo|ciel
hin|adverb|A2||||there|hacia allí|là
hinten|adverb|A2||||behind|atrás|derrière
hinter|preposition|A1||||behind|detrás de|derrière
Hobby|noun|A1|das|Hobbys||hobby|afición|passe-temps
hoch|adjective|A1|||hohe hohen hoher hohes hohem höher höchst|high, tall|alto|haut
hoffen|verb|A2||||hope|esperar|espérer
hoffentlich|adverb|A2||||hopefully|ojalá|espérons
Hoffnung|noun|B1|die|Hoffnungen||hope|esperanza|espoir
holen|verb|A1||||fetch|buscar, traer|aller chercher
Holz|noun|A2|das|Hölzer||wood|madera|bois
hören|verb|A1||||hear|oír, escuchar|entendre, écouter
Hose|noun|A1|die|Hosen||trousers|pantalón|pantalon
Hotel|noun|A1|das|Hotels||hotel|hotel|hôtel
hübsch|adjective|A2||||pretty|bonito|joli
Hund|noun|A1|der|Hunde||dog|perro|chien
hundert|numeral|A1||||hundred|cien|cent
Hunger|noun|A2|der|||hunger|hambre|faim
hungrig|adjective|A1||||hungry|hambriento|affamé
Hut|noun|A2|der|Hüte||hat|sombrero|chapeau
ich|pronoun|A1|||mich mir|I|yo|je
Idee|noun|A2|die|Ideen||idea|idea|idée
ihr|pronoun|A1|||euch|you|vosotros|vous
ihr|determiner|A1|||ihre ihren ihrem ihrer ihres Ihre Ihren Ihrem Ihrer Ihres|her, their|su|son, leur
immer|adverb|A1||||always|siempre|toujours
in|preposition|A1|||im ins|in|en|dans, en
Insel|noun|A2|die|Inseln||island|isla|île
interessant|adjective|A1||||interesting|interesante|intéressant
interessieren|verb|A2||||interest|interesar|intéresser
irgendwo|adverb|A2||||somewhere|en algún lugar|quelque part
ja|other|A1||||yes|sí|oui
Jacke|noun|A1|die|Jacken||jacket|chaqueta|veste
Jahr|noun|A1|das|Jahre||year|año|an, année
Jahrhundert|noun|A2|das|Jahrhunderte||century|siglo|siècle
Januar|noun|A1|der|Januare||January|enero|janvier
jedenfalls|adverb|B1||||in any case|en todo caso|en tout cas
jeder|determiner|A1|||jede jedes jeden jedem|every, each|cada|chaque
jemand|pronoun|A1|||jemanden jemandem|somebody|alguien|quelqu'un
jener|determiner|A2|||jene jenes jenen jenem|that|aquel|ce
jetzt|adverb|A1||||now|ahora|maintenant
Job|noun|A1|der|Jobs||job|empleo|emploi
Juli|noun|A1|der|Julis||July|julio|juillet
jung|adjective|A1|||jünger jüngst|young|joven|jeune
Junge|noun|A1|der|Jungen||boy|chico|garçon
Juni|noun|A1|der|Junis||June|junio|juin
Kaffee|noun|A1|der|Kaffees||coffee|café|café
kalt|adjective|A1|||kälter kältest|cold|frío|froid
kaputt|adjective|A1||||broken|roto|cassé
Karte|noun|A1|die|Karten||map, card, ticket|mapa, tarjeta|carte
Kartoffel|noun|A1|die|Kartoffeln||potato|patata|pomme de terre
Käse|noun|A1|der|Käse||cheese|queso|fromage
Katze|noun|A1|die|Katzen||cat|gato|chat
kaufen|verb|A1||||buy|comprar|acheter
kaum|adverb|B1||||hardly|apenas|à peine
kein|determiner|A1|||keine keinen keinem keiner keines|no, not a|ningún|aucun
Keller|noun|A1|der|Keller||cellar|sótano|cave
kennen|verb|A1|||kennt kannte gekannt|know|conocer|connaître
kennen·lernen|verb|A2||||get to know|conocer|faire la connaissance
Kilo|noun|A1|das|Kilos||kilo|kilo|kilo
Kind|noun|A1|das|Kinder||child|niño|enfant
Kindheit|noun|A2|die|||childhood|infancia|enfance
Kino|noun|A1|das|Kinos||cinema|cine|cinéma
Kirche|noun|A2|die|Kirchen||church|iglesia|église
klar|adjective|A2||||clear|claro|clair
Klasse|noun|A1|die|Klassen||class|clase|classe
Kleid|noun|A1|das|Kleider||dress|vestido|robe
Kleidung|noun|A1|die|||clothes|ropa|vêtements
klein|adjective|A1||||small, little|pequeño|petit
klingen|verb|A1|||klingt klang geklungen|sound|sonar|sonner
klug|adjective|A2|||klüger klügst|clever|inteligente|intelligent
kochen|verb|A1||||cook|cocinar|cuisiner
Koffer|noun|A1|der|Koffer||suitcase|maleta|valise
Kollege|noun|A1|der|Kollegen||colleague|colega|collègue
Kollegin|noun|A1|die|Kolleginnen||colleague|colega|collègue
komisch|adjective|A2||||funny, strange|raro|drôle
kommen|verb|A1|||kommt kam gekommen|come|venir|venir
können|verb|A1|||=kann kannst können könnt konnte konntest konnten konntet gekonnt könnte könntest könnten könntet|can, be able|poder|pouvoir
Kopf|noun|A1|der|Köpfe||head|cabeza|tête
Körper|noun|A2|der|Körper||body|cuerpo|corps
kosten|verb|A1||||cost|costar|coûter
Kraft|noun|A2|die|Kräfte||strength, force|fuerza|force
krank|adjective|A1|||kränker kränkst|ill, sick|enfermo|malade
Krankenhaus|noun|A1|das|Krankenhäuser||hospital|hospital|hôpital
Krankheit|noun|A2|die|Krankheiten||illness|enfermedad|maladie
Krieg|noun|B1|der|Kriege||war|guerra|guerre
Küche|noun|A1|die|Küchen||kitchen|cocina|cuisine
Kuchen|noun|A1|der|Kuchen||cake|pastel|gâteau
Kuh|noun|A2|die|Kühe||cow|vaca|vache
kühl|adjective|A2||||cool|fresco|frais
Kunde|noun|A2|der|Kunden||customer|cliente|client
Kundin|noun|A2|die|Kundinnen||customer|clienta|cliente
Kunst|noun|B1|die|Künste||art|arte|art
Kurs|noun|A1|der|Kurse||course|curso|cours
kurz|adjective|A1|||kürzer kürzest|short|corto|court
lächeln|verb|A2||||smile|sonreír|sourire
lachen|verb|A1||||laugh|reír|rire
Lampe|noun|A1|die|Lampen||lamp|lámpara|lampe
Land|noun|A1|das|Länder||country, land|país|pays
Landschaft|noun|A2|die|Landschaften||landscape|paisaje|paysage
lang|adjective|A1|||länger längst|long|largo|long
langsam|adjective|A1||||slow|lento|lent
langweilig|adjective|A1||||boring|aburrido|ennuyeux
lassen|verb|B1|||lässt ließ gelassen|let, leave|dejar|laisser
laufen|verb|A1|||läuft lief gelaufen|run, walk|correr|courir
laut|adjective|A1||||loud|ruidoso, alto|bruyant, fort
Leben|noun|A1|das|Leben||life|vida|vie
leben|verb|A1||||live|vivir|vivre
Lebensmittel|noun|A2|das|Lebensmittel||food|alimento|aliment
lecker|adjective|A1||||tasty|rico|délicieux
ledig|adjective|A1||||single|soltero|célibataire
leer|adjective|A1||||empty|vacío|vide
legen|verb|A1||||lay, put|poner|poser
Lehrer|noun|A1|der|Lehrer||teacher|profesor|professeur
Lehrerin|noun|A1|die|Lehrerinnen||teacher|profesora|professeure
leicht|adjective|A1||||light, easy|ligero, fácil|léger, facile
leider|adverb|A2||||unfortunately|por desgracia|malheureusement
leihen|verb|A2|||leiht lieh geliehen|lend, borrow|prestar|prêter
leise|adjective|A2||||quiet|silencioso|silencieux
lernen|verb|A1||||learn|aprender|apprendre
lesen|verb|A1|||liest las gelesen|read|leer|lire
letzt|adjective|A1|||letzte letzten letzter letztes letztem|last|último|dernier
Leute|noun|A1|die|Leute||people|gente|gens
Licht|noun|A2|das|Lichter||light|luz|lumière
lieb|adjective|A1||||dear, kind|querido|cher
Liebe|noun|A2|die|||love|amor|amour
lieben|verb|A1||||love|amar|aimer
Lied|noun|A1|das|Lieder||song|canción|chanson
liegen|verb|A1|||liegt lag gelegen|lie|estar tumbado|être couché
link|adjective|A1|||linke linken linker linkes linkem|left|izquierdo|gauche
links|adverb|A1||||left|a la izquierda|à gauche
Löffel|noun|A1|der|Löffel||spoon|cuchara|cuillère
los|adverb|A2||||off|adelante|allons-y
lösen|verb|A2||||solve|resolver|résoudre
Luft|noun|A2|die|Lüfte||air|aire|air
lügen|verb|B1|||lügt log gelogen|lie|mentir|mentir
Lust|noun|A2|die|||desire|gana|envie
lustig|adjective|A2||||funny|divertido|amusant
machen|verb|A1||||make, do|hacer|faire
Mädchen|noun|A1|das|Mädchen||girl|chica|fille
Mai|noun|A1|der|Maie||May|mayo|mai
mal|particle|A2||||just, once|una vez|une fois
malen|verb|A2||||paint|pintar|peindre
man|pronoun|A1||||one, you|se|on
mancher|determiner|A2|||manche manches manchen manchem|some|alguno|certain
manchmal|adverb|A1||||sometimes|a veces|parfois
Mann|noun|A1|der|Männer||man|hombre|homme
Mantel|noun|A1|der|Mäntel||coat|abrigo|manteau
Markt|noun|A1|der|Märkte||market|mercado|marché
März|noun|A1|der|Märze||March|marzo|mars
Maschine|noun|A2|die|Maschinen||machine|máquina|machine
Meer|noun|A1|das|Meere||sea|mar|mer
mehr|adverb|A1||||more|más|plus
mehrere|determiner|A2|||mehreren mehrerer|several|varios|plusieurs
mein|determiner|A1|||meine meinen meinem meiner meines|my|mi|mon
meinen|verb|A2||||mean, think|opinar|penser
Meinung|noun|B1|die|Meinungen||opinion|opinión|opinion
meist|adverb|A2|||meisten meistens|mostly|la mayoría|la plupart
Mensch|noun|A1|der|Menschen||person, human being|persona|personne
Messer|noun|A1|das|Messer||knife|cuchillo|couteau
Meter|noun|A1|der|Meter||metre|metro|mètre
mieten|verb|A1||||rent|alquilar|louer
Milch|noun|A1|die|||milk|leche|lait
Minute|noun|A1|die|Minuten||minute|minuto|minute
mit|preposition|A1||||with|con|avec
Mittag|noun|A1|der|Mittage||noon|mediodía|midi
Mittagessen|noun|A1|das|Mittagessen||lunch|almuerzo|déjeuner
Mittagspause|noun|A2|die|Mittagspausen||lunch break|pausa del mediodía|pause de midi
Mitte|noun|A2|die|Mitten||middle|centro|milieu
Mittwoch|noun|A1|der|Mittwoche||Wednesday|miércoles|mercredi
mögen|verb|A1|||=mag magst mögen mögt mochte mochtest mochten mochtet gemocht möchte möchtest möchten möchtet|like|querer, gustar|aimer, vouloir
möglich|adjective|A2||||possible|posible|possible
Möhre|noun|A2|die|Möhren||carrot|zanahoria|carotte
Moment|noun|A1|der|Momente||moment|momento|moment
Monat|noun|A1|der|Monate||month|mes|mois
Mond|noun|A2|der|Monde||moon|luna|lune
Montag|noun|A1|der|Montage||Monday|lunes|lundi
Morgen|noun|A1|der|Morgen||morning|mañana|matin
morgen|adverb|A1||||tomorrow|mañana|demain
Möwe|noun|A2|die|Möwen||seagull|gaviota|mouette
müde|adjective|A1||||tired|cansado|fatigué
Mund|noun|A1|der|Münder||mouth|boca|bouche
Museum|noun|A2|das|Museen||museum|museo|musée
Musik|noun|A1|die|||music|música|musique
müssen|verb|A1|||=muss musst müssen müsst musste musstest mussten musstet gemusst müsste müsstest müssten müsstet|must, have to|deber, tener que|devoir
Mut|noun|A2|der|||courage|valor|courage
Mutter|noun|A1|die|Mütter||mother|madre|mère
nach|preposition|A1||||after, to|después de, a|après, vers
Nachbar|noun|A1|der|Nachbarn||neighbour|vecino|voisin
Nachbarin|noun|A1|die|Nachbarinnen||neighbour|vecina|voisine
nachdem|conjunction|B1||||after|después de que|après que
nachher|adverb|A2||||afterwards|después|après
Nachmittag|noun|A1|der|Nachmittage||afternoon|tarde|après-midi
Nachricht|noun|A2|die|Nachrichten||message, news|noticia, mensaje|nouvelle, message
nächst|adjective|A2|||nächste nächsten nächster nächstes nächstem|next|próximo|prochain
Nacht|noun|A1|die|Nächte||night|noche|nuit
nah|adjective|A1|||nahe näher nächst|near|cercano|proche
Nähe|noun|A2|die|||vicinity|cercanía|proximité
Name|noun|A1|der|Namen||name|nombre|nom
nämlich|adverb|A2||||namely|es que|en effet
Nase|noun|A1|die|Nasen||nose|nariz|nez
nass|adjective|A2||||wet|mojado|mouillé
Natur|noun|A2|die|||nature|naturaleza|nature
natürlich|adverb|A2||||of course, naturally|naturalmente|naturellement
neben|preposition|A1||||next to|al lado de|à côté de
nehmen|verb|A1|||nimmt nahm genommen|take|tomar|prendre
nein|other|A1||||no|no|non
nennen|verb|A2|||nennt nannte genannt|name|nombrar|nommer
nett|adjective|A1||||nice|simpático|gentil
neu|adjective|A1||||new|nuevo|nouveau
neun|numeral|A1||||nine|nueve|neuf
neunzehn|numeral|A1||||nineteen|diecinueve|dix-neuf
nicht|adverb|A1||||not|no|ne pas
nichts|pronoun|A1||||nothing|nada|rien
nie|adverb|A1||||never|nunca|jamais
niemals|adverb|A2||||never|jamás|jamais
niemand|pronoun|A1|||niemanden niemandem|nobody|nadie|personne
noch|adverb|A1||||still, yet|todavía, aún|encore
nochmal|adverb|A2||||once more|otra vez|encore une fois
nötig|adjective|B1||||necessary|necesario|nécessaire
November|noun|A1|der|November||November|noviembre|novembre
null|numeral|A1||||zero|cero|zéro
Nummer|noun|A1|die|Nummern||number|número|numéro
nur|adverb|A1||||only|solo, solamente|seulement
ob|conjunction|A2||||whether|si|si
oben|adverb|A1||||above, upstairs|arriba|en haut
Obst|noun|A1|das|||fruit|fruta|fruit
obwohl|conjunction|B1||||although|aunque|bien que
oder|conjunction|A1||||or|o|ou
offen|adjective|A2||||open|abierto|ouvert
öffentlich|adjective|B1||||public|público|public
öffnen|verb|A1||||open|abrir|ouvrir
oft|adverb|A1|||öfter|often|a menudo|souvent
ohne|preposition|A1||||without|sin|sans
Ohr|noun|A1|das|Ohren||ear|oreja|oreille
Oktober|noun|A1|der|Oktober||October|octubre|octobre
Oma|noun|A1|die|Omas||grandma|abuelita|mamie
Opa|noun|A1|der|Opas||grandpa|abuelito|papi
Ort|noun|A2|der|Orte||place|lugar|endroit
packen|verb|A2||||pack|empacar|emballer
Papier|noun|A1|das|Papiere||paper|papel|papier
Park|noun|A1|der|Parks||park|parque|parc
Partner|noun|A1|der|Partner||partner|compañero|partenaire
Party|noun|A1|die|Partys||party|fiesta|fête
Pass|noun|A1|der|Pässe||passport|pasaporte|passeport
passen|verb|A2||||fit|encajar|convenir
passieren|verb|A2||||happen|pasar|se passer
Pause|noun|A2|die|Pausen||break, pause|pausa|pause
perfekt|adjective|B1||||perfect|perfecto|parfait
Pferd|noun|A2|das|Pferde||horse|caballo|cheval
Pflanze|noun|A2|die|Pflanzen||plant|planta|plante
Plan|noun|A2|der|Pläne||plan|plan|plan
Platz|noun|A1|der|Plätze||place, seat, square|plaza|place
plötzlich|adjective|A2||||sudden, suddenly|repentino, de repente|soudain
Polizei|noun|A2|die|||police|policía|police
Post|noun|A1|die|||post office, post|correo|poste
praktisch|adjective|A2||||practical|práctico|pratique
Preis|noun|A1|der|Preise||price, prize|precio|prix
Problem|noun|A1|das|Probleme||problem|problema|problème
Prüfung|noun|A2|die|Prüfungen||exam|examen|examen
pünktlich|adjective|A1||||punctual|puntual|ponctuel
putzen|verb|A2||||clean|limpiar|nettoyer
rauchen|verb|A1||||smoke|fumar|fumer
Raum|noun|A2|der|Räume||room, space|espacio|espace
rechnen|verb|A2||||calculate|calcular|calculer
Rechnung|noun|A1|die|Rechnungen||bill|cuenta|addition, facture
Recht|noun|B1|das|Rechte||right, law|derecho|droit
recht|adjective|A1|||rechte rechten rechter rechtes rechtem|right|derecho|droit
rechts|adverb|A1||||right|a la derecha|à droite
reden|verb|A1||||talk|hablar|parler
Regen|noun|A1|der|||rain|lluvia|pluie
Regenschirm|noun|A2|der|Regenschirme||umbrella|paraguas|parapluie
Regierung|noun|B1|die|Regierungen||government|gobierno|gouvernement
regnen|verb|A1||||rain|llover|pleuvoir
reich|adjective|A2||||rich|rico|riche
reif|adjective|A2||||ripe|maduro|mûr
Reise|noun|A1|die|Reisen||journey, trip|viaje|voyage
reisen|verb|A1||||travel|viajar|voyager
rennen|verb|A2|||rennt rannte gerannt|run|correr|courir
reparieren|verb|A2||||repair|reparar|réparer
Restaurant|noun|A1|das|Restaurants||restaurant|restaurante|restaurant
richtig|adjective|A1||||right, correct|correcto|correct
Rock|noun|A1|der|Röcke||skirt|falda|jupe
Roman|noun|A2|der|Romane||novel|novela|roman
rot|adjective|A1|||röter rötest|red|rojo|rouge
Rücken|noun|A2|der|Rücken||back|espalda|dos
Rucksack|noun|A2|der|Rucksäcke||backpack|mochila|sac à dos
rufen|verb|A2|||ruft rief gerufen|call, shout|llamar, gritar|appeler
Ruhe|noun|B1|die|||quiet, rest|calma|calme
ruhig|adjective|A1||||calm, quiet|tranquilo|calme
rund|adjective|A2||||round|redondo|rond
Sache|noun|A2|die|Sachen||thing|cosa|chose
Saft|noun|A1|der|Säfte||juice|zumo|jus
sagen|verb|A1||||say|decir|dire
Salat|noun|A1|der|Salate||salad|ensalada|salade
Salz|noun|A1|das|Salze||salt|sal|sel
Samstag|noun|A1|der|Samstage||Saturday|sábado|samedi
satt|adjective|A2||||full|lleno|rassasié
Satz|noun|A1|der|Sätze||sentence|frase|phrase
sauber|adjective|A2||||clean|limpio|propre
sauer|adjective|A1||||sour, angry|agrio|aigre
scharf|adjective|A2|||schärfer schärfst|sharp, spicy|picante|piquant
Schatten|noun|A2|der|Schatten||shadow, shade|sombra|ombre
scheinen|verb|A1|||scheint schien geschienen|shine, seem|brillar, parecer|briller, sembler
schenken|verb|A1||||give|regalar|offrir
schicken|verb|A2||||send|enviar|envoyer
Schiff|noun|A1|das|Schiffe||ship|barco|navire, bateau
Schinken|noun|A1|der|Schinken||ham|jamón|jambon
Schlaf|noun|A1|der|||sleep|sueño|sommeil
schlafen|verb|A1|||schläft schlief geschlafen|sleep|dormir|dormir
schlagen|verb|B1|||schlägt schlug geschlagen|hit, beat|golpear|frapper
schlecht|adjective|A1||||bad|malo|mauvais
schließen|verb|A2|||schließt schloss geschlossen|close, shut|cerrar|fermer
schlimm|adjective|A2||||bad|grave|grave
Schlüssel|noun|A1|der|Schlüssel||key|llave|clé
schmecken|verb|A1||||taste|saber|goûter
Schmerz|noun|A2|der|Schmerzen||pain|dolor|douleur
schmutzig|adjective|A2||||dirty|sucio|sale
Schnee|noun|A1|der|||snow|nieve|neige
schneiden|verb|A2|||schneidet schnitt geschnitten|cut|cortar|couper
schnell|adjective|A1||||fast, quick|rápido|rapide
Schokolade|noun|A1|die|Schokoladen||chocolate|chocolate|chocolat
schon|adverb|A1||||already|ya|déjà
schön|adjective|A1||||beautiful, nice|hermoso, bonito|beau
Schrank|noun|A1|der|Schränke||cupboard, wardrobe|armario|armoire
schrecklich|adjective|B1||||terrible|terrible|terrible
schreiben|verb|A1|||schreibt schrieb geschrieben|write|escribir|écrire
schreien|verb|A2|||schreit schrie geschrien|shout, scream|gritar|crier
Schuh|noun|A1|der|Schuhe||shoe|zapato|chaussure
Schule|noun|A1|die|Schulen||school|escuela|école
Schüler|noun|A1|der|Schüler||pupil|alumno|élève
schwach|adjective|A2|||schwächer schwächst|weak|débil|faible
schwarz|adjective|A1|||schwärzer schwärzest|black|negro|noir
schwer|adjective|A1||||heavy, difficult|pesado, difícil|lourd, difficile
Schwester|noun|A1|die|Schwestern||sister|hermana|sœur
schwierig|adjective|A1||||difficult|difícil|difficile
schwimmen|verb|A1|||schwimmt schwamm geschwommen|swim|nadar|nager
sechs|numeral|A1||||six|seis|six
sechzehn|numeral|A1||||sixteen|dieciséis|seize
See|noun|A2|der|Seen||lake|lago|lac
sehen|verb|A1|||sieht sah gesehen|see|ver|voir
sehr|adverb|A1||||very|muy|très
sein|determiner|A1|||seine seinen seinem seiner seines|his, its|su|son
sein|verb|A1|||=bin bist ist sind seid war warst waren wart gewesen sei seien wäre wärst wären wärt|be|ser, estar|être
seit|preposition|A1||||since, for|desde, desde hace|depuis
Seite|noun|A2|die|Seiten||page, side|página, lado|page, côté
Sekunde|noun|A2|die|Sekunden||second|segundo|seconde
selbst|pronoun|A2||||oneself, even|mismo|même
selten|adverb|A2||||rarely|raramente|rarement
September|noun|A1|der|September||September|septiembre|septembre
setzen|verb|A2||||put, sit down|sentar, poner|asseoir, mettre
sich|pronoun|A1||||oneself, himself, herself|se|se
sicher|adjective|A2||||sure, safe|seguro|sûr
Sicherheit|noun|A2|die|||safety, security|seguridad|sécurité
Sie|pronoun|A1|||Ihnen|you|usted|vous
sie|pronoun|A1|||ihnen|she, they|ella, ellos|elle, ils
sieben|numeral|A1||||seven|siete|sept
siebzehn|numeral|A1||||seventeen|diecisiete|dix-sept
singen|verb|A1|||singt sang gesungen|sing|cantar|chanter
sitzen|verb|A1|||sitzt saß gesessen|sit|estar sentado|être assis
so|adverb|A1||||so|así, tan|ainsi, si
sobald|conjunction|A2||||as soon as|en cuanto|dès que
sofort|adverb|A2||||immediately|inmediatamente|tout de suite
sogar|adverb|B1||||even|incluso|même
Sohn|noun|A1|der|Söhne||son|hijo|fils
solcher|determiner|A2|||solche solches solchen solchem|such|tal|tel
sollen|verb|A1|||=soll sollst sollen sollt sollte solltest sollten solltet gesollt|should, shall|deber|devoir
Sommer|noun|A1|der|Sommer||summer|verano|été
sondern|conjunction|A2||||but rather|sino|mais
Sonne|noun|A1|die|Sonnen||sun|sol|soleil
Sonntag|noun|A1|der|Sonntage||Sunday|domingo|dimanche
sonst|adverb|A2||||otherwise|si no|sinon
Sorge|noun|A2|die|Sorgen||worry|preocupación|souci
sowohl|conjunction|B1||||both|tanto|aussi bien
Spaß|noun|A2|der|Späße||fun|diversión|plaisir
spannend|adjective|A2||||exciting|emocionante|passionnant
sparen|verb|A2||||save|ahorrar|économiser
spät|adjective|A1||||late|tarde|tard
später|adverb|A2||||later|más tarde|plus tard
spazieren|verb|A2||||walk|pasear|se promener
Spaziergang|noun|A2|der|Spaziergänge||walk|paseo|promenade
Speisekarte|noun|A1|die|Speisekarten||menu|carta|menu
Spiegel|noun|A2|der|Spiegel||mirror|espejo|miroir
Spiel|noun|A1|das|Spiele||game|juego|jeu
spielen|verb|A1||||play|jugar|jouer
Sport|noun|A1|der|||sport|deporte|sport
Sprache|noun|A1|die|Sprachen||language|lengua|langue
sprechen|verb|A1|||spricht sprach gesprochen|speak|hablar|parler
springen|verb|A2|||springt sprang gesprungen|jump|saltar|sauter
spülen|verb|A2||||wash up|fregar|faire la vaisselle
Stadt|noun|A1|die|Städte||city, town|ciudad|ville
stark|adjective|A2|||stärker stärkst|strong|fuerte|fort
stehen|verb|A1|||steht stand gestanden|stand|estar de pie|être debout
steigen|verb|A2|||steigt stieg gestiegen|climb, rise|subir|monter
Stein|noun|A2|der|Steine||stone|piedra|pierre
Stelle|noun|A2|die|Stellen||place, job|puesto|place
stellen|verb|A1||||put, place|colocar|poser
sterben|verb|B1|||stirbt starb gestorben|die|morir|mourir
Stern|noun|A2|der|Sterne||star|estrella|étoile
still|adjective|A2||||quiet, still|silencioso|silencieux
Stimme|noun|A2|die|Stimmen||voice|voz|voix
stolz|adjective|B1||||proud|orgulloso|fier
Straße|noun|A1|die|Straßen||street, road|calle|rue
Strand|noun|A2|der|Strände||beach|playa|plage
Stück|noun|A1|das|Stücke||piece|trozo|morceau
Student|noun|A1|der|Studenten||student|estudiante|étudiant
studieren|verb|A1||||study|estudiar|étudier
Stuhl|noun|A1|der|Stühle||chair|silla|chaise
Stunde|noun|A1|die|Stunden||hour, lesson|hora|heure
süß|adjective|A1||||sweet|dulce|doux
suchen|verb|A1||||look for|buscar|chercher
Supermarkt|noun|A1|der|Supermärkte||supermarket|supermercado|supermarché
Suppe|noun|A1|die|Suppen||soup|sopa|soupe
Tag|noun|A1|der|Tage||day|día|jour
Tante|noun|A1|die|Tanten||aunt|tía|tante
tanzen|verb|A1||||dance|bailar|danser
Tasche|noun|A1|die|Taschen||bag, pocket|bolso|sac
Tasse|noun|A1|die|Tassen||cup|taza|tasse
tausend|numeral|A1||||thousand|mil|mille
Tee|noun|A1|der|Tees||tea|té|thé
Teil|noun|A2|der|Teile||part|parte|partie
teilen|verb|A2||||share, divide|compartir|partager
Telefon|noun|A1|das|Telefone||telephone|teléfono|téléphone
telefonieren|verb|A2||||phone|telefonear|téléphoner
Teller|noun|A1|der|Teller||plate|plato|assiette
Termin|noun|A2|der|Termine||appointment|cita|rendez-vous
teuer|adjective|A1||||expensive|caro|cher
Text|noun|A1|der|Texte||text|texto|texte
Theater|noun|A2|das|Theater||theatre|teatro|théâtre
tief|adjective|A2||||deep|profundo|profond
Tier|noun|A1|das|Tiere||animal|animal|animal
Tisch|noun|A1|der|Tische||table|mesa|table
Tochter|noun|A1|die|Töchter||daughter|hija|fille
Tod|noun|B1|der|||death|muerte|mort
toll|adjective|A2||||great|estupendo|super
Tomate|noun|A1|die|Tomaten||tomato|tomate|tomate
tot|adjective|B1||||dead|muerto|mort
tragen|verb|A2|||trägt trug getragen|carry, wear|llevar|porter
Traum|noun|A2|der|Träume||dream|sueño|rêve
träumen|verb|A2||||dream|soñar|rêver
traurig|adjective|A2||||sad|triste|triste
treffen|verb|A1|||trifft traf getroffen|meet|encontrar|rencontrer
Treppe|noun|A1|die|Treppen||stairs|escalera|escalier
trinken|verb|A1|||trinkt trank getrunken|drink|beber|boire
trocken|adjective|A2||||dry|seco|sec
trotz|preposition|B1||||despite|a pesar de|malgré
trotzdem|adverb|A2||||nevertheless|sin embargo|quand même
tschüss|other|A1||||bye|adiós|salut, au revoir
tun|verb|A1|||=tue tust tut tun tat tatest taten getan|do|hacer|faire
Tür|noun|A1|die|Türen||door|puerta|porte
typisch|adjective|A2||||typical|típico|typique
üben|verb|A2||||practise|practicar|s'entraîner
über|preposition|A1|||übers|over, about|sobre|sur, au-dessus de
überall|adverb|A2||||everywhere|en todas partes|partout
überlegen|verb|A2||||consider|reflexionar|réfléchir
Uhr|noun|A1|die|Uhren||clock, watch, o'clock|reloj|horloge, montre
um|preposition|A1|||ums|at, around|a, alrededor de|à, autour de
Umwelt|noun|B1|die|||environment|medio ambiente|environnement
um·ziehen|verb|A2|||zieht zog gezogen|move|mudarse|déménager
und|conjunction|A1||||and|y|et
Unfall|noun|A2|der|Unfälle||accident|accidente|accident
ungefähr|adverb|A2||||about, roughly|aproximadamente|environ
Universität|noun|A2|die|Universitäten||university|universidad|université
unser|determiner|A1|||unsere unseren unserem unserer unseres unsre|our|nuestro|notre
unten|adverb|A1||||below, downstairs|abajo|en bas
unter|preposition|A1|||unters|under|bajo, debajo de|sous
Unterricht|noun|A2|der|||lessons|enseñanza|enseignement
unterrichten|verb|A2||||teach|enseñar|enseigner
Unterschied|noun|B1|der|Unterschiede||difference|diferencia|différence
unterschiedlich|adjective|B1||||different|diferente|différent
Urlaub|noun|A1|der|Urlaube||holiday|vacaciones|vacances
Vater|noun|A1|der|Väter||father|padre|père
verdienen|verb|A2||||earn, deserve|ganar|gagner
vergessen|verb|A2|||vergisst vergaß vergessen|forget|olvidar|oublier
vergleichen|verb|A2|||vergleicht verglich verglichen|compare|comparar|comparer
verheiratet|adjective|A1||||married|casado|marié
verkaufen|verb|A1||||sell|vender|vendre
Verkäufer|noun|A1|der|Verkäufer||salesman, seller|vendedor|vendeur
Verkäuferin|noun|A1|die|Verkäuferinnen||saleswoman|vendedora|vendeuse
Verkehr|noun|A2|der|||traffic|tráfico|circulation
verlassen|verb|B1|||verlässt verließ verlassen|leave|dejar, abandonar|quitter
verlieren|verb|A2|||verliert verlor verloren|lose|perder|perdre
verpassen|verb|A2||||miss|perder|manquer
verrückt|adjective|B1||||crazy|loco|fou
verschieden|adjective|A2||||different, various|diferente|différent
Verspätung|noun|A2|die|Verspätungen||delay|retraso|retard
versprechen|verb|B1|||verspricht versprach versprochen|promise|prometer|promettre
verstehen|verb|A1|||versteht verstand verstanden|understand|entender|comprendre
versuchen|verb|B1||||try|intentar|essayer
viel|adverb|A1|||viele vielen vieler vieles vielem|much, many|mucho|beaucoup
vielleicht|adverb|A1||||perhaps, maybe|quizás, tal vez|peut-être
vier|numeral|A1||||four|cuatro|quatre
Viertel|noun|A2|das|Viertel||quarter|cuarto, barrio|quart, quartier
Viertelstunde|noun|A2|die|Viertelstunden||quarter of an hour|cuarto de hora|quart d'heure
vierzehn|numeral|A1||||fourteen|catorce|quatorze
vierzig|numeral|A1||||forty|cuarenta|quarante
Vogel|noun|A1|der|Vögel||bird|pájaro|oiseau
Volk|noun|B1|das|Völker||people|pueblo|peuple
voll|adjective|A1||||full|lleno|plein
von|preposition|A1|||vom|from, of|de|de
vor|preposition|A1|||vorm|before, in front of, ago|antes de, delante de|avant, devant
vorbei|adverb|A2||||past, over|pasado|passé
vorbei·fahren|verb|A2|||fährt fuhr gefahren|drive past|pasar|passer
vorher|adverb|A2||||before|antes|avant
Vormittag|noun|A1|der|Vormittage||morning|mañana|matinée
vorn|adverb|A2|||vorne|in front|delante|devant
Vorsicht|noun|B1|die|||caution|cuidado|prudence
vorsichtig|adjective|A2||||careful|cuidadoso|prudent
vor·stellen|verb|A2||||introduce, imagine|presentar|présenter
wachsen|verb|A2|||wächst wuchs gewachsen|grow|crecer|grandir
Wagen|noun|A2|der|Wagen||car, carriage|coche, vagón|voiture, wagon
wählen|verb|A2||||choose, vote|elegir|choisir
wahr|adjective|A2||||true|verdadero|vrai
während|preposition|A2||||during|durante|pendant
Wahrheit|noun|B1|die|Wahrheiten||truth|verdad|vérité
wahrscheinlich|adverb|A2||||probably|probablemente|probablement
Wald|noun|A2|der|Wälder||forest|bosque|forêt
Wand|noun|A2|die|Wände||wall|pared|mur
wandern|verb|A2||||hike|hacer senderismo|randonner
wann|adverb|A1||||when|cuándo|quand
warm|adjective|A1|||wärmer wärmst|warm|cálido, caliente|chaud
warten|verb|A1||||wait|esperar|attendre
warum|adverb|A1||||why|por qué|pourquoi
was|pronoun|A1||||what|qué|quoi, que
waschen|verb|A1|||wäscht wusch gewaschen|wash|lavar|laver
Wasser|noun|A1|das|||water|agua|eau
wecken|verb|A2||||wake|despertar|réveiller
weder|conjunction|B1||||neither|ni|ni
Weg|noun|A1|der|Wege||way, path|camino|chemin
weg|adverb|A1||||away|fuera|parti
wegen|preposition|B1||||because of|por, a causa de|à cause de
weiß|adjective|A1||||white|blanco|blanc
weich|adjective|A1||||soft|blando|mou
Weihnachten|noun|A2|das|Weihnachten||Christmas|Navidad|Noël
weil|conjunction|A1||||because|porque|parce que
Wein|noun|A1|der|Weine||wine|vino|vin
weinen|verb|A2||||cry|llorar|pleurer
weit|adjective|A1||||far, wide|lejano, amplio|loin, large
welcher|determiner|A2|||welche welches welchen welchem|which|qué, cuál|quel
Welt|noun|A2|die|Welten||world|mundo|monde
wenig|adjective|A2||||little, few|poco|peu
weniger|adverb|A2||||less|menos|moins
wenn|conjunction|A1||||if, when|si, cuando|si, quand
wer|pronoun|A1|||wen wem wessen|who|quién|qui
werden|verb|A1|||=werde wirst wird werden werdet wurde wurdest wurden wurdet geworden worden würde würdest würden würdet|become, will|hacerse, volverse|devenir
werfen|verb|A2|||wirft warf geworfen|throw|lanzar|jeter
Werk|noun|A2|das|Werke||work|obra|œuvre
Wetter|noun|A1|das|||weather|tiempo|temps
wichtig|adjective|A1||||important|importante|important
wie|conjunction|A1||||how, as, like|cómo, como|comment, comme
wieder|adverb|A1||||again|otra vez|de nouveau
wiederholen|verb|A1||||repeat|repetir|répéter
Wiese|noun|A2|die|Wiesen||meadow|prado|pré
wieso|adverb|A2||||why|por qué|pourquoi
wild|adjective|A2||||wild|salvaje|sauvage
willkommen|other|A2||||welcome|bienvenido|bienvenue
Wind|noun|A2|der|Winde||wind|viento|vent
Winter|noun|A1|der|Winter||winter|invierno|hiver
wir|pronoun|A1|||uns|we|nosotros|nous
wirklich|adjective|B1||||real, really|real, realmente|réel, vraiment
wirklich|adverb|A2||||really|realmente|vraiment
wissen|verb|A1|||=weiß weißt wissen wisst wusste wusstest wussten wusstet gewusst wüsste wüssten|know|saber|savoir
Wissenschaft|noun|B1|die|Wissenschaften||science|ciencia|science
wo|adverb|A1||||where|dónde, donde|où
Woche|noun|A1|die|Wochen||week|semana|semaine
Wochenende|noun|A1|das|Wochenenden||weekend|fin de semana|week-end
woher|adverb|A1||||where from|de dónde|d'où
wohin|adverb|A1||||where to|adónde|où
wohnen|verb|A1||||live|vivir|habiter
Wohnung|noun|A1|die|Wohnungen||flat, apartment|piso|appartement
Wolke|noun|A2|die|Wolken||cloud|nube|nuage
wollen|verb|A1|||=will willst wollen wollt wollte wolltest wollten wolltet gewollt|want|querer|vouloir
Wort|noun|A1|das|Wörter|Worte Worten|word|palabra|mot
wunderbar|adjective|A2||||wonderful|maravilloso|merveilleux
Wunsch|noun|A2|der|Wünsche||wish|deseo|souhait
wünschen|verb|A2||||wish|desear|souhaiter
Wurst|noun|A1|die|Würste||sausage|salchicha|saucisse
Zahl|noun|A1|die|Zahlen||number|número|nombre
zahlen|verb|A1||||pay|pagar|payer
Zahn|noun|A1|der|Zähne||tooth|diente|dent
zehn|numeral|A1||||ten|diez|dix
zeigen|verb|A1||||show|mostrar|montrer
Zeit|noun|A1|die|Zeiten||time|tiempo|temps
Zeitung|noun|A1|die|Zeitungen||newspaper|periódico|journal
ziehen|verb|A2|||zieht zog gezogen|pull, move|tirar|tirer
Ziel|noun|A2|das|Ziele||goal, destination|objetivo|but
ziemlich|adverb|A2||||rather, quite|bastante|assez
Zimmer|noun|A1|das|Zimmer||room|habitación|chambre
zu|preposition|A1|||zum zur|to|a|à
Zucker|noun|A1|der|||sugar|azúcar|sucre
zuerst|adverb|A2||||first|primero|d'abord
zufrieden|adjective|A1||||satisfied|satisfecho|satisfait
Zug|noun|A1|der|Züge||train|tren|train
zu·hören|verb|A2||||listen|escuchar|écouter
Zukunft|noun|B1|die|||future|futuro|avenir
zukünftig|adjective|B1||||future|futuro|futur
zuletzt|adverb|A2||||last|por último|en dernier
zurück|adverb|A1||||back|de vuelta|de retour
zurück·kommen|verb|A2|||kommt kam gekommen|come back|volver|revenir
zusammen|adverb|A1||||together|juntos|ensemble
zwanzig|numeral|A1||||twenty|veinte|vingt
zwar|adverb|A2||||indeed|ciertamente|certes
zwei|numeral|A1||||two|dos|deux
Zweifel|noun|B1|der|Zweifel||doubt|duda|doute
zweit|adjective|A2|||zweite zweiten zweiter zweites zweitem|second|segundo|deuxième
zwischen|preposition|A1||||between|entre|entre
zwölf|numeral|A1||||twelve|doce|douze
`;
