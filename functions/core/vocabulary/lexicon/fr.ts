/** French words. Columns: see `parse-lexicon.ts`; translations are into de, en, es. */
export const FRENCH = `
à|preposition|A1|||au aux|zu, nach, an, um|to, at, on, around|a, en, alrededor de
accident|noun|A2|l'|||Unfall|accident|accidente
accrocher|verb|A2||||hängen|hang|colgar
acheter|verb|A1|||achète achètes achètent achètera|kaufen|buy|comprar
actuel|adjective|B1|||actuelle actuelles|heutig|today's|actual
addition|noun|A1|l'|||Rechnung|bill|cuenta
adresse|noun|A1|l'|||Adresse|address|dirección
aéroport|noun|A1|l'|||Flughafen|airport|aeropuerto
affamé|adjective|A1||||hungrig|hungry|hambriento
aide|noun|A1|l'|||Hilfe|help|ayuda
aider|verb|A1||||helfen|help|ayudar
aigre|adjective|A1||||sauer|sour, angry|agrio
aimable|adjective|A1||||freundlich|friendly|amable
aimer|verb|A1||||lieben, mögen|love, like|amar, querer, gustar
ainsi|adverb|A1||||so|so|así, tan
air|noun|A2|l'|||Luft|air|aire
aliment|noun|A2|l'|||Lebensmittel|food|alimento
allemand|adjective|A1||||deutsch|German|alemán
aller|verb|A1|||=vais vas va allons allez vont allais allait allions alliez allaient irai iras ira irons irez iront irais irait iraient aille ailles aillent allé allée allés allées allant|gehen|go, walk|ir
allons-y|adverb|A2||||los|off|adelante
alors|adverb|A1||||dann, also|then, so|entonces
amer|adjective|A2|||amère amères|bitter|bitter|amargo
ami|noun|A1|l'|||Freund|friend|amigo
amie|noun|A1|l'|||Freundin|friend|amiga
amour|noun|A2|l'|||Liebe|love|amor
amusant|adjective|A2||||lustig|funny|divertido
an|noun|A1|l'|||Jahr|year|año
animal|noun|A1|l'||animaux|Tier|animal|animal
anniversaire|noun|A1|l'|||Geburtstag|birthday|cumpleaños
août|noun|A1|l'|||August|August|agosto
appartement|noun|A1|l'|||Wohnung|flat, apartment|piso
appartenir|verb|A2|||=appartiens appartient appartiennent appartenait appartenu|gehören|belong|pertenecer
appel|noun|A1|l'|||Anruf|call|llamada
appeler|verb|A1|||appelle appelles appellent appellera|anrufen, rufen|call, shout|llamar, gritar
apporter|verb|A1||||bringen|bring|traer
apprendre|verb|A1|||apprends apprend apprenons apprenez apprennent appris apprenais apprenait|lernen|learn|aprender
après|adverb|A1||||danach, nachher|after, afterwards|después
après|preposition|A1||||nach|after, to|después de, a
après-midi|noun|A1|l'|||Nachmittag|afternoon|tarde
arbre|noun|A1|l'|||Baum|tree|árbol
argent|noun|A1|l'|||Geld|money|dinero
armoire|noun|A1|l'|||Schrank|cupboard, wardrobe|armario
arrêt|noun|A1|l'|||Haltestelle|stop|parada
arrêter|verb|A2||||aufhören|stop|parar
arriver|verb|A1||||ankommen|arrive|llegar
art|noun|B1|l'|||Kunst|art|arte
asseoir|verb|A2|||=assieds assied asseyons asseyez asseyent asseyait assis assise|setzen|put, sit down|sentar, poner
assez|adverb|A2||||genug, ziemlich|enough, rather, quite|bastante
assiette|noun|A1|l'|||Teller|plate|plato
atteindre|verb|B1|||=atteins atteint atteignent atteignait|erreichen|reach|alcanzar
attendre|verb|A1|||attendu|warten|wait|esperar
aucun|determiner|A2|||aucune|kein|no, none|ningún
aujourd'hui|adverb|A1||||heute|today|hoy
aussi|adverb|A1||||auch|also, too|también
automne|noun|A1|l'|||Herbst|autumn|otoño
autre|adjective|A1||||ander|other, different|otro
autrefois|adverb|A2||||früher|in the past, earlier|antes
avant|adverb|A1||||vorher, davor|before, before it|antes
avant|preposition|A1||||vor|before, in front of, ago|antes de, delante de
avantageux|adjective|A1||||günstig|cheap, favourable|económico
avec|preposition|A1||||mit|with|con
avenir|noun|B1|l'|||Zukunft|future|futuro
aveugle|adjective|A2||||blind|blind|ciego
avion|noun|A1|l'|||Flugzeug|plane|avión
avoir|verb|A1|||=ai as a avons avez ont avais avait avions aviez avaient aurai auras aura aurons aurez auront aurais aurait auraient aie aies ait ayons ayez aient eu ayant|haben|have|tener, haber
avril|noun|A1|l'|||April|April|abril
bagage|noun|A1|le|||Gepäck|luggage|equipaje
bain|noun|A1|le|||Bad|bath|baño
banc|noun|A1|le|||Bank|bench, bank|banco
bateau|noun|A2|le|||Boot|boat|barca
beau|adjective|A1|||belle belles bel beaux|schön|beautiful, nice|hermoso, bonito
beaucoup|adverb|A1||||viel|much, many|mucho
bébé|noun|A1|le|||Baby|baby|bebé
bête|adjective|A2||||dumm|stupid|tonto
beurre|noun|A1|le|||Butter|butter|mantequilla
bien|adverb|A1||||gut|well|bien
bientôt|adverb|A2||||bald|soon|pronto
bienvenue|other|A2||||willkommen|welcome|bienvenido
bière|noun|A1|la|||Bier|beer|cerveza
blanc|adjective|A1|||blanche blanches|weiß|white|blanco
bleu|adjective|A1||||blau|blue|azul
boire|verb|A1|||=bois boit buvons buvez boivent buvais buvait buvaient boirai boira bu buvant|trinken|drink|beber
bois|noun|A2|le||bois|Holz|wood|madera
boisson|noun|A1|la|||Getränk|drink|bebida
bon|adjective|A1|||bonne bonnes meilleur meilleure meilleurs meilleures|gut|good|bueno
bonjour|other|A1||||guten Tag, hallo|hello|buenos días, hola
bouche|noun|A1|la|||Mund|mouth|boca
boulangerie|noun|A1|la|||Bäckerei|bakery|panadería
bouteille|noun|A1|la|||Flasche|bottle|botella
bras|noun|A1|le||bras|Arm|arm|brazo
briller|verb|A1||||scheinen|shine, seem|brillar, parecer
brun|adjective|A1||||braun|brown|marrón
bruyant|adjective|A1||||laut|loud|ruidoso, alto
bureau|noun|A1|le|||Büro|office|oficina
bus|noun|A1|le||bus|Bus|bus|autobús
but|noun|A2|le|||Ziel|goal, destination|objetivo
ça|pronoun|A1|||cela|das|that|eso
cadeau|noun|A1|le|||Geschenk|present, gift|regalo
café|noun|A1|le|||Kaffee, Café|coffee, café|café, cafetería
calculer|verb|A2||||rechnen|calculate|calcular
calme|adjective|A1||||ruhig|calm, quiet|tranquilo
calme|noun|B1|le|||Ruhe|quiet, rest|calma
car|conjunction|A1||||denn|because, then|porque, pues
carotte|noun|A2|la|||Möhre|carrot|zanahoria
carte|noun|A1|la|||Karte|map, card, ticket|mapa, tarjeta
cassé|adjective|A1||||kaputt|broken|roto
casser|verb|B1||||brechen|break|romper
cave|noun|A1|la|||Keller|cellar|sótano
ce|determiner|A1|||cet cette ces|dieser|this, that|este
célèbre|adjective|A2||||berühmt|famous|famoso
célibataire|adjective|A1||||ledig|single|soltero
cent|numeral|A1||||hundert|hundred|cien
cependant|adverb|B1||||allerdings|however|sin embargo
certainement|adverb|A2||||bestimmt|certainly|seguramente
certes|adverb|A2||||zwar|indeed|ciertamente
chacun|pronoun|A2|||chacune|jeder|each one|cada uno
chaise|noun|A1|la|||Stuhl|chair|silla
chambre|noun|A1|la|||Zimmer|room|habitación
chance|noun|A2|la|||Glück|luck, happiness|suerte, felicidad
changer|verb|A2|||changeons changeait|ändern|change|cambiar
chanson|noun|A1|la|||Lied|song|canción
chanter|verb|A1||||singen|sing|cantar
chapeau|noun|A2|le|||Hut|hat|sombrero
chaque|determiner|A1||||jeder|each, every|cada
chat|noun|A1|le|||Katze|cat|gato
chaud|adjective|A1||||heiß, warm|hot, warm|caliente, cálido
chaussure|noun|A1|la|||Schuh|shoe|zapato
chemin|noun|A1|le|||Weg|way, path|camino
cher|adjective|A1|||chère chères|lieb, teuer|dear, kind, expensive|querido, caro
chercher|verb|A1||||suchen|look for|buscar
cheval|noun|A2|le||chevaux|Pferd|horse|caballo
cheveu|noun|A1|le||cheveux|Haar|hair|pelo
chez|preposition|A1||||bei|at, with|en casa de, en, con
chien|noun|A1|le|||Hund|dog|perro
chocolat|noun|A1|le|||Schokolade|chocolate|chocolate
choisir|verb|A2||||wählen|choose, vote|elegir
chose|noun|A2|la|||Sache|thing|cosa
ciel|noun|A2|le||cieux|Himmel|sky, heaven|cielo
cinéma|noun|A1|le|||Kino|cinema|cine
cinq|numeral|A1||||fünf|five|cinco
circulation|noun|A2|la|||Verkehr|traffic|tráfico
clair|adjective|A1||||deutlich, hell, klar|clear, bright|claro
classe|noun|A1|la|||Klasse|class|clase
clé|noun|A1|la|||Schlüssel|key|llave
client|noun|A2|le|||Kunde|customer|cliente
cliente|noun|A2|la|||Kundin|customer|clienta
coin|noun|A2|le|||Ecke|corner|esquina
collègue|noun|A1|le|||Kollege, Kollegin|colleague|colega
coloré|adjective|A1||||bunt|colourful|colorido
commander|verb|A1||||bestellen|order|pedir
comme|conjunction|A1||||wie|as, like|como
commencer|verb|A1|||commençons commençait commençaient|anfangen, beginnen|begin|empezar, comenzar
comment|conjunction|A1||||wie|how, as, like|cómo, como
commun|adjective|A2||||gemeinsam|common, together|común
comparer|verb|A2||||vergleichen|compare|comparar
comprendre|verb|A1|||comprends comprend comprenons comprenez comprennent compris comprenais comprenait|verstehen|understand|entender
conduire|verb|A1|||=conduis conduit conduisons conduisent conduisait conduira|fahren|drive, go|conducir, ir
confortable|adjective|A1||||bequem|comfortable|cómodo
connaître|verb|A1|||=connais connaît connaissons connaissez connaissent connaissait connu connue|kennen|know|conocer
connu|adjective|A2||||bekannt|known, well-known|conocido
construire|verb|A2|||=construis construit construisent construisait construite|bauen|build|construir
content|adjective|A1||||froh|glad|contento
contre|adverb|A2||||dagegen|against it|en contra
contre|preposition|A1||||gegen|against|contra
convenir|verb|A2||||passen|fit|encajar
conversation|noun|A1|la|||Gespräch|conversation|conversación
corps|noun|A2|le||corps|Körper|body|cuerpo
correct|adjective|A1||||richtig|right, correct|correcto
cou|noun|A1|le|||Hals|neck, throat|cuello
couleur|noun|A1|la|||Farbe|colour|color
couper|verb|A2||||schneiden|cut|cortar
courage|noun|A2|le|||Mut|courage|valor
courir|verb|A1|||=cours court courons courez courent courait couru courra courant|laufen, rennen|run, walk|correr
cours|noun|A1|le||cours|Kurs|course|curso
courses|noun|A2|les||courses|Einkaufen|shopping|compra
court|adjective|A1||||kurz|short|corto
couteau|noun|A1|le|||Messer|knife|cuchillo
coûter|verb|A1||||kosten|cost|costar
crier|verb|A2||||schreien|shout, scream|gritar
croire|verb|A2|||=crois croit croyons croyez croient croyait cru croira croyant|glauben|believe|creer
cuillère|noun|A1|la|||Löffel|spoon|cuchara
cuire|verb|A1|||=cuis cuit cuisent cuisait cuite|backen|bake|hornear
cuisine|noun|A1|la|||Küche|kitchen|cocina
cuisiner|verb|A1||||kochen|cook|cocinar
cœur|noun|A2|le|||Herz|heart|corazón
d'abord|adverb|A2||||zuerst|first|primero
d'où|adverb|A1||||woher|where from|de dónde
dame|noun|A1|la|||Dame|lady|señora
danger|noun|B1|le|||Gefahr|danger|peligro
dangereux|adjective|A2||||gefährlich|dangerous|peligroso
dans|preposition|A1||||in|in|en
danser|verb|A1||||tanzen|dance|bailar
date|noun|A1|la|||Datum|date|fecha
de|preposition|A1|||du|von, aus|of, from, out of|de
début|noun|A2|le|||Anfang|beginning|principio
décembre|noun|A1|le|||Dezember|December|diciembre
décider|verb|B1||||entscheiden|decide|decidir
décrire|verb|B1|||=décris décrit décrivent décrivait|beschreiben|describe|describir
dedans|adverb|A2||||drinnen|inside|dentro
dehors|adverb|A2||||draußen|outside|fuera
déjà|adverb|A1||||schon, bereits|already|ya
déjeuner|noun|A1|le|||Mittagessen|lunch|almuerzo
délicieux|adjective|A1||||lecker|tasty|rico
demain|adverb|A1||||morgen|tomorrow|mañana
demander|verb|A1||||bitten, fragen|ask, request|pedir, rogar, preguntar
déménager|verb|A2|||déménageons|umziehen|move|mudarse
demi|numeral|A1|||demie|halb|half|medio
dent|noun|A1|la|||Zahn|tooth|diente
depuis|preposition|A1||||seit|since, for|desde, desde hace
dernier|adjective|A1||||letzt|last|último
derrière|adverb|A2||||hinten|behind|atrás
derrière|preposition|A1||||hinter|behind|detrás de
des|determiner|A1||||einige|some|unos
descendre|verb|A1||||aussteigen|get off|bajarse
dessus|adverb|A2||||darauf|on it|encima
deux|numeral|A1||||zwei|two|dos
deuxième|adjective|A2||||zweit|second|segundo
devant|adverb|A2||||vorn|in front|delante
devant|preposition|A1||||vor|in front of|delante de
devenir|verb|A1||||werden|become, will|hacerse, volverse
devoir|noun|A2|le|||Hausaufgabe|homework|deberes
devoir|verb|A1|||=dois doit devons devez doivent devais devait devaient devrai devra devrais devrait devraient doive dû due devant|müssen, sollen|must, have to, should, shall|deber, tener que
différence|noun|B1|la|||Unterschied|difference|diferencia
différent|adjective|A2||||unterschiedlich, verschieden|different, various|diferente
difficile|adjective|A1||||schwierig|difficult|difícil
dimanche|noun|A1|le|||Sonntag|Sunday|domingo
dîner|noun|A1|le|||Abendessen|dinner|cena
dire|verb|A1|||=dis dit disons dites disent disais disait disaient dirai dira dirait dise dite disant|sagen|say|decir
direct|adjective|A1||||direkt|direct|directo
dix|numeral|A1||||zehn|ten|diez
doigt|noun|A2|le|||Finger|finger|dedo
donc|conjunction|A1||||also|so, therefore|entonces
donc|adverb|A1||||also|so, therefore|así que, pues
donner|verb|A1||||geben|give|dar
dont|pronoun|A2||||dessen|whose, of which|cuyo
dormir|verb|A1|||dors dort dormons dormez dorment dormi|schlafen|sleep|dormir
dos|noun|A2|le||dos|Rücken|back|espalda
douche|noun|A1|la|||Dusche|shower|ducha
douillet|adjective|A2|||douillette douillettes|gemütlich|cosy|acogedor
douleur|noun|A2|la|||Schmerz|pain|dolor
doute|noun|B1|le|||Zweifel|doubt|duda
doux|adjective|A1|||douce douces|süß|sweet|dulce
droit|adjective|A1||||recht|right|derecho
droit|noun|B1|le|||Recht|right, law|derecho
drôle|adjective|A2||||komisch|funny, strange|raro
dur|adjective|A2||||hart|hard|duro
eau|noun|A1|l'|||Wasser|water|agua
école|noun|A1|l'|||Schule|school|escuela
économiser|verb|A2||||sparen|save|ahorrar
écouter|verb|A2||||zuhören|listen|escuchar
écrire|verb|A1|||=écris écrit écrivons écrivez écrivent écrivais écrivait écrivaient écrirai écrira écrite écrivant|schreiben|write|escribir
égal|adjective|A1|||égaux|gleich|same|igual
église|noun|A2|l'|||Kirche|church|iglesia
élève|noun|A1|l'|||Schüler|pupil|alumno
elle|pronoun|A1|||elles|sie|she|ella
emballer|verb|A2||||packen|pack|empacar
emploi|noun|A1|l'|||Job|job|empleo
en|adverb|A2||||davon|of it|de eso
en|preposition|A1||||in, davon|in|en
encore|adverb|A1||||noch|still, again, yet|todavía, aún
endroit|noun|A2|l'|||Ort|place|lugar
enfance|noun|A2|l'|||Kindheit|childhood|infancia
enfant|noun|A1|l'|||Kind|child|niño
enfin|adverb|A2||||endlich|finally|por fin
ennuyeux|adjective|A1||||langweilig|boring|aburrido
enseignement|noun|A2|l'|||Unterricht|lessons|enseñanza
enseigner|verb|A2||||unterrichten|teach|enseñar
ensemble|adverb|A1||||zusammen|together|juntos
ensuite|adverb|A1||||danach|then, after that, afterwards|después
entendre|verb|A1|||entendu|hören|hear|oír, escuchar
entier|adjective|A2||||ganz|whole|entero
entre|preposition|A1||||zwischen|between|entre
entreprise|noun|A1|l'|||Firma|company|empresa
entrer|verb|A1||||hineingehen|enter|entrar
envie|noun|A2|l'|||Lust|desire|gana
environ|adverb|A2||||ungefähr|about, roughly|aproximadamente
environnement|noun|B1|l'|||Umwelt|environment|medio ambiente
envoyer|verb|A2|||envoie envoies envoient enverra|schicken|send|enviar
épeler|verb|A1||||buchstabieren|spell|deletrear
escalier|noun|A1|l'|||Treppe|stairs|escalera
espace|noun|A2|l'|||Raum|room, space|espacio
espérer|verb|A2|||espère espères espèrent|hoffen|hope|esperar
espérons|adverb|A2||||hoffentlich|hopefully|ojalá
espoir|noun|B1|l'|||Hoffnung|hope|esperanza
essayer|verb|B1|||essaie essaies essaient|versuchen|try|intentar
et|conjunction|A1||||und|and|y
été|noun|A1|l'|||Sommer|summer|verano
étoile|noun|A2|l'|||Stern|star|estrella
étranger|adjective|A1||||fremd|strange, foreign|ajeno, extraño
être|verb|A1|||=suis es est sommes êtes sont étais était étions étiez étaient serai seras sera serons serez seront serais serait seraient sois soit soyons soyez soient été étant fus fut furent|sein|be|ser, estar
étroit|adjective|A2||||eng|narrow|estrecho
étudiant|noun|A1|l'|||Student|student|estudiante
étudier|verb|A1||||studieren|study|estudiar
euro|noun|A1|l'|||Euro|euro|euro
exact|adjective|A2||||genau|exact|exacto
examen|noun|A2|l'|||Prüfung|exam|examen
excursion|noun|A2|l'|||Ausflug|trip|excursión
exemple|noun|A2|l'|||Beispiel|example|ejemplo
expérience|noun|B1|l'|||Erfahrung|experience|experiencia
expliquer|verb|A1||||erklären|explain|explicar
faible|adjective|A2||||schwach|weak|débil
faim|noun|A2|la|||Hunger|hunger|hambre
faire|verb|A1|||=fais fait faisons faites font faisais faisait faisions faisiez faisaient ferai feras fera ferons ferez feront ferais ferait feraient fasse fasses fassent faisant faite faits|machen, tun|make, do|hacer
famille|noun|A1|la|||Familie|family|familia
fatigué|adjective|A1||||müde|tired|cansado
faute|noun|A2|la|||Fehler|mistake|error
faux|adjective|A1|||fausse fausses|falsch|wrong|falso
femme|noun|A1|la|||Frau|woman|mujer
fenêtre|noun|A1|la|||Fenster|window|ventana
ferme|adjective|A2||||fest|firm|firme
fermer|verb|A2||||schließen|close, shut|cerrar
fête|noun|A1|la|||Fest, Party|party, festival|fiesta
fêter|verb|A1||||feiern|celebrate|celebrar
feu|noun|A2|le|||Feuer|fire|fuego
feuille|noun|A2|la|||Blatt|leaf, sheet|hoja
février|noun|A1|le|||Februar|February|febrero
fier|adjective|B1|||fière fières|stolz|proud|orgulloso
fille|noun|A1|la|||Tochter, Mädchen|girl, daughter|chica, hija
film|noun|A1|le|||Film|film|película
fils|noun|A1|le||fils|Sohn|son|hijo
fin|noun|A1|la|||Ende|end|fin
fleur|noun|A1|la|||Blume|flower|flor
fleuve|noun|A2|le|||Fluss|river|río
football|noun|A1|le|||Fußball|football|fútbol
force|noun|A2|la|||Kraft|strength, force|fuerza
forêt|noun|A2|la|||Wald|forest|bosque
formation|noun|A2|la|||Ausbildung|training|formación
fort|adjective|A2||||stark|strong|fuerte
fou|adjective|B1|||folle folles fous|verrückt|crazy|loco
fourchette|noun|A1|la|||Gabel|fork|tenedor
frais|adjective|A1|||frais fraîche fraîches|frisch, kühl|fresh, cool|fresco
fraise|noun|A1|la|||Erdbeere|strawberry|fresa
frapper|verb|B1||||schlagen|hit, beat|golpear
frère|noun|A1|le|||Bruder|brother|hermano
froid|adjective|A1||||kalt|cold|frío
fromage|noun|A1|le|||Käse|cheese|queso
fruit|noun|A1|le|||Obst|fruit|fruta
fumer|verb|A1||||rauchen|smoke|fumar
futur|adjective|B1||||zukünftig|future|futuro
gagner|verb|A2||||gewinnen, verdienen|win, earn, deserve|ganar
garçon|noun|A1|le|||Junge|boy|chico
garder|verb|B1||||behalten|keep|conservar
gare|noun|A1|la|||Bahnhof|station|estación
gâteau|noun|A1|le|||Kuchen|cake|pastel
gauche|adjective|A1||||link|left|izquierdo
geler|verb|A2|||gèle gèlent|frieren|freeze|tener frío
gens|noun|A1|les||gens|Leute|people|gente
gentil|adjective|A1|||gentille gentilles|nett|nice|simpático
glace|noun|A1|la|||Eis|ice cream, ice|helado
goûter|verb|A1||||schmecken|taste|saber
gouvernement|noun|B1|le|||Regierung|government|gobierno
grand|adjective|A1||||groß|big, large, tall|grande
grandir|verb|A2||||wachsen|grow|crecer
grave|adjective|A2||||schlimm|bad|grave
gris|adjective|A1|||gris|grau|grey|gris
gros|adjective|A2|||gros grosse grosses|dick|thick, fat|gordo
groupe|noun|A2|le|||Gruppe|group|grupo
guerre|noun|B1|la|||Krieg|war|guerra
habiter|verb|A1||||wohnen|live|vivir
haut|adjective|A1||||hoch|high, tall|alto
heure|noun|A1|l'|||Stunde|hour, lesson|hora
heureux|adjective|A1||||glücklich|happy|feliz
hier|adverb|A1||||gestern|yesterday|ayer
histoire|noun|A2|l'|||Geschichte|story, history|historia
hiver|noun|A1|l'|||Winter|winter|invierno
homme|noun|A1|l'|||Mann|man|hombre
hôpital|noun|A1|l'|||Krankenhaus|hospital|hospital
horloge|noun|A1|l'|||Uhr|clock, watch, o'clock|reloj
hôtel|noun|A1|l'|||Hotel|hotel|hotel
huit|numeral|A1||||acht|eight|ocho
ici|adverb|A1||||hier, her|here|aquí, hacia aquí
idée|noun|A2|l'|||Idee|idea|idea
il|pronoun|A1|||lui|er|he|él
œil|noun|A1|l'||yeux|Auge|eye|ojo
île|noun|A2|l'|||Insel|island|isla
ils|pronoun|A1|||eux|sie|they|ellos
image|noun|A1|l'|||Bild|picture|imagen
important|adjective|A1||||wichtig|important|importante
intelligent|adjective|A2||||klug|clever|inteligente
intéressant|adjective|A1||||interessant|interesting|interesante
intéresser|verb|A2||||interessieren|interest|interesar
invité|noun|A1|l'|||Gast|guest|huésped
inviter|verb|A1||||einladen|invite|invitar
jamais|adverb|A1||||nie, niemals|never|nunca, jamás
jambe|noun|A1|la|||Bein|leg|pierna
jambon|noun|A1|le|||Schinken|ham|jamón
janvier|noun|A1|le|||Januar|January|enero
jardin|noun|A1|le|||Garten|garden|jardín
jaune|adjective|A1||||gelb|yellow|amarillo
je|pronoun|A1|||me moi|ich|I|yo
jeter|verb|A2|||jette jettes jettent jettera|werfen|throw|lanzar
jeu|noun|A1|le|||Spiel|game|juego
jeudi|noun|A1|le|||Donnerstag|Thursday|jueves
jeune|adjective|A1||||jung|young|joven
joie|noun|A2|la|||Freude|joy|alegría
joli|adjective|A2||||hübsch|pretty|bonito
jouer|verb|A1||||spielen|play|jugar
jour|noun|A1|le|||Tag|day|día
journal|noun|A1|le||journaux|Zeitung|newspaper|periódico
joyeux|adjective|B1||||fröhlich|cheerful|alegre
juillet|noun|A1|le|||Juli|July|julio
juin|noun|A1|le|||Juni|June|junio
jupe|noun|A1|la|||Rock|skirt|falda
jus|noun|A1|le||jus|Saft|juice|zumo
jusqu'à|preposition|A2||||bis|until, to|hasta
jusque|preposition|A2|||jusqu jusqu'|bis|until|hasta
juste|adverb|A2||||gerade|just|justo
justement|particle|A2||||eben, halt|just|precisamente, pues
kilo|noun|A1|le|||Kilo|kilo|kilo
là|adverb|A1||||dort, da, hin|there|ahí, hacia allí
là-bas|adverb|A1||||dort|there|allí
là-dessus|adverb|A2||||darüber|about it|sobre eso
lac|noun|A2|le|||See|lake|lago
laid|adjective|A2||||hässlich|ugly|feo
laisser|verb|B1||||lassen|let, leave|dejar
lait|noun|A1|le|||Milch|milk|leche
lampe|noun|A1|la|||Lampe|lamp|lámpara
langue|noun|A1|la|||Sprache|language|lengua
large|adjective|A2||||breit|wide|ancho
laver|verb|A1||||waschen|wash|lavar
le|determiner|A1|||la les|der, die|the|el, la
léger|adjective|A1||||leicht|light, easy|ligero, fácil
légume|noun|A1|le|||Gemüse|vegetables|verdura
lent|adjective|A1||||langsam|slow|lento
lettre|noun|A1|la|||Brief, Buchstabe|letter|carta, letra
leur|determiner|A1|||leurs|ihr|their|su
liberté|noun|A2|la|||Freiheit|freedom|libertad
librairie|noun|A2|la|||Buchhandlung|bookshop|librería
libre|adjective|A2||||frei|free|libre
lire|verb|A1|||=lis lit lisons lisez lisent lisais lisait lisaient lirai lira lu lue lisant|lesen|read|leer
lit|noun|A1|le|||Bett|bed|cama
livre|noun|A1|le|||Buch|book|libro
loin|adjective|A1||||weit|far, wide|lejano, amplio
loin|adverb|A1||||weit|far|lejos
long|adjective|A1|||longue longues|lang|long|largo
louer|verb|A1||||mieten|rent|alquilar
lourd|adjective|A1||||schwer|heavy, difficult|pesado, difícil
lumière|noun|A2|la|||Licht|light|luz
lundi|noun|A1|le|||Montag|Monday|lunes
lune|noun|A2|la|||Mond|moon|luna
lunettes|noun|A1|les||lunettes|Brille|glasses|gafas
machine|noun|A2|la|||Maschine|machine|máquina
magasin|noun|A1|le|||Geschäft|shop, business|tienda
mai|noun|A1|le|||Mai|May|mayo
main|noun|A1|la|||Hand|hand|mano
maintenant|adverb|A1||||jetzt|now|ahora
mais|conjunction|A1||||aber, sondern|but, but rather|pero, sino
maison|noun|A1|la|||Haus|house|casa
mal|adverb|A1||||schlecht|badly|mal
malade|adjective|A1||||krank|ill, sick|enfermo
maladie|noun|A2|la|||Krankheit|illness|enfermedad
malgré|preposition|B1||||trotz|despite|a pesar de
malheureusement|adverb|A2||||leider|unfortunately|por desgracia
mamie|noun|A1|la|||Oma|grandma|abuelita
manger|verb|A1|||mangeons mangeait mangeaient|essen|eat|comer
manquer|verb|A1||||fehlen, verpassen|be missing, miss|faltar, perder
manteau|noun|A1|le|||Mantel|coat|abrigo
marché|noun|A1|le|||Markt|market|mercado
marcher|verb|A1||||gehen|walk|caminar
mardi|noun|A1|le|||Dienstag|Tuesday|martes
marié|adjective|A1||||verheiratet|married|casado
mars|noun|A1|le||mars|März|March|marzo
matin|noun|A1|le|||Morgen|morning|mañana
matinée|noun|A1|la|||Vormittag|morning|mañana
mauvais|adjective|A1|||mauvais|schlecht|bad|malo
méchant|adjective|A2||||böse|evil, angry|malo
médecin|noun|A1|le|||Arzt, Ärztin|doctor|médico, médica
même|adverb|B1||||sogar|even|incluso
même|determiner|A2|||mêmes|gleich, selbst|same|mismo
mener|verb|A2|||mène mènes mènent mènera|führen|lead|llevar, guiar
mentir|verb|B1|||mens ment mentent|lügen|lie|mentir
menu|noun|A1|le|||Speisekarte|menu|carta
mer|noun|A1|la|||Meer|sea|mar
merci|other|A1||||danke|thanks, thank you|gracias
mercredi|noun|A1|le|||Mittwoch|Wednesday|miércoles
mère|noun|A1|la|||Mutter|mother|madre
merveilleux|adjective|A2||||wunderbar|wonderful|maravilloso
mètre|noun|A1|le|||Meter|metre|metro
mettre|verb|A1|||mets met mettons mettez mettent mis mise|anziehen|put on|ponerse
midi|noun|A1|le|||Mittag|noon|mediodía
milieu|noun|A2|le|||Mitte|middle|centro
mille|numeral|A1||||tausend|thousand|mil
mince|adjective|A2||||dünn|thin|delgado
minute|noun|A1|la|||Minute|minute|minuto
miroir|noun|A2|le|||Spiegel|mirror|espejo
moins|adverb|A1||||weniger|less|menos
mois|noun|A1|le||mois|Monat|month|mes
moment|noun|A1|le|||Moment|moment|momento
mon|determiner|A1|||ma mes|mein|my|mi
monde|noun|A2|le|||Welt|world|mundo
monsieur|noun|A1|le||messieurs|Herr|gentleman, mister|señor
montagne|noun|A2|la|||Berg|mountain|montaña
monter|verb|A1||||steigen, einsteigen|go up, get on, climb, rise|subir
montrer|verb|A1||||zeigen|show|mostrar
morceau|noun|A1|le|||Stück|piece|trozo
mort|adjective|B1||||tot|dead|muerto
mort|noun|B1|la|||Tod|death|muerte
mot|noun|A1|le|||Wort|word|palabra
mou|adjective|A1|||molle molles|weich|soft|blando
mouette|noun|A2|la|||Möwe|seagull|gaviota
mouillé|adjective|A2||||nass|wet|mojado
mourir|verb|B1|||=meurs meurt mourons meurent mourait mort morte mourra mourant|sterben|die|morir
mur|noun|A2|le|||Wand|wall|pared
mûr|adjective|A2||||reif|ripe|maduro
musée|noun|A2|le|||Museum|museum|museo
musique|noun|A1|la|||Musik|music|música
nager|verb|A1|||nageons nageait|schwimmen|swim|nadar
nature|noun|A2|la|||Natur|nature|naturaleza
naturellement|adverb|A2||||natürlich|of course, naturally|naturalmente
navire|noun|A1|le|||Schiff|ship|barco
ne|adverb|A1||||nicht|not|no
nécessaire|adjective|B1||||nötig|necessary|necesario
neige|noun|A1|la|||Schnee|snow|nieve
nettoyer|verb|A2|||nettoie nettoies nettoient|putzen|clean|limpiar
neuf|numeral|A1||||neun|nine|nueve
nez|noun|A1|le||nez|Nase|nose|nariz
ni|conjunction|B1||||weder|neither|ni
Noël|noun|A2|le|||Weihnachten|Christmas|Navidad
noir|adjective|A1||||schwarz|black|negro
nom|noun|A1|le|||Name|name|nombre
nombre|noun|A1|le|||Zahl|number|número
nommer|verb|A2||||nennen|name|nombrar
non|other|A1||||nein|no|no
notre|determiner|A1|||nos|unser|our|nuestro
nous|pronoun|A1||||wir|we|nosotros
nouveau|adjective|A1|||nouvelle nouvelles nouvel nouveaux|neu|new|nuevo
nouvelle|noun|A2|la|||Nachricht|message, news|noticia, mensaje
novembre|noun|A1|le|||November|November|noviembre
nuage|noun|A2|le|||Wolke|cloud|nube
nuit|noun|A1|la|||Nacht|night|noche
numéro|noun|A1|le|||Nummer|number|número
occupé|adjective|A1||||besetzt|occupied|ocupado
octobre|noun|A1|l'|||Oktober|October|octubre
offrir|verb|A1|||offre offres offrent offrons offert offerte|anbieten, bieten, schenken|offer, give|ofrecer, regalar
oiseau|noun|A1|l'|||Vogel|bird|pájaro
ombre|noun|A2|l'|||Schatten|shadow, shade|sombra
on|pronoun|A1||||man|one, we|se
opinion|noun|B1|l'|||Meinung|opinion|opinión
ordinateur|noun|A1|l'|||Computer|computer|ordenador
oreille|noun|A1|l'|||Ohr|ear|oreja
ou|conjunction|A1||||oder|or|o
où|adverb|A1||||wo, wohin|where, where to|dónde, donde, adónde
oublier|verb|A2||||vergessen|forget|olvidar
oui|other|A1||||ja|yes|sí
ouvert|adjective|A2||||offen|open|abierto
ouvrir|verb|A1|||ouvre ouvres ouvrent ouvrons ouvert ouverte|aufmachen, öffnen|open|abrir
page|noun|A2|la|||Seite|page, side|página, lado
pain|noun|A1|le|||Brot|bread|pan
paix|noun|B1|la||paix|Frieden|peace|paz
pantalon|noun|A1|le|||Hose|trousers|pantalón
papi|noun|A1|le|||Opa|grandpa|abuelito
papier|noun|A1|le|||Papier|paper|papel
par|preposition|A1||||durch, von|by, through|por, a través de
parapluie|noun|A2|le|||Regenschirm|umbrella|paraguas
parc|noun|A1|le|||Park|park|parque
parce|conjunction|A1||||weil|because|porque
pardon|other|A1||||Entschuldigung|sorry|perdón
parents|noun|A1|les||parents|Eltern|parents|padres
paresseux|adjective|A1||||faul|lazy|perezoso
parfait|adjective|B1||||perfekt|perfect|perfecto
parfois|adverb|A1||||manchmal|sometimes|a veces
parler|verb|A1||||reden, sprechen|talk, speak|hablar
partager|verb|A2|||partageons|teilen|share, divide|compartir
partenaire|noun|A1|le|||Partner|partner|compañero
parti|adverb|A1||||weg|away|fuera
partie|noun|A2|la|||Teil|part|parte
partir|verb|A1|||pars part partons partez partent|weggehen|leave|irse
partout|adverb|A2||||überall|everywhere|en todas partes
pas|adverb|A1||||nicht|not|no
passé|adverb|A2||||vorbei|past, over|pasado
passe-temps|noun|A1|le||passe-temps|Hobby|hobby|afición
passeport|noun|A1|le|||Pass|passport|pasaporte
passer|verb|A2||||vorbeifahren|drive past|pasar
passionnant|adjective|A2||||spannend|exciting|emocionante
patrie|noun|A2|la|||Heimat|home country|patria
pause|noun|A2|la|||Pause|break, pause|pausa
pauvre|adjective|A2||||arm|poor|pobre
payer|verb|A1|||paie paies paient|bezahlen, zahlen|pay|pagar
pays|noun|A1|le||pays|Land|country, land|país
paysage|noun|A2|le|||Landschaft|landscape|paisaje
peindre|verb|A2|||=peins peint peignent peignait peinte|malen|paint|pintar
pendant|preposition|A1||||während|during|durante
penser|verb|A1||||denken, meinen|think, mean|pensar, opinar
perdre|verb|A2|||perdu|verlieren|lose|perder
père|noun|A1|le|||Vater|father|padre
personne|noun|A1|la|||Mensch|person, human being|persona
personne|pronoun|A1||||niemand|nobody|nadie
petit|adjective|A1||||klein|small, little|pequeño
petit-déjeuner|noun|A1|le|||Frühstück|breakfast|desayuno
petit-fils|noun|A2|le|||Enkel|grandson|nieto
petite-fille|noun|A2|la|||Enkelin|granddaughter|nieta
peu|adjective|A2||||wenig|little, few|poco
peu|adverb|A1||||wenig|little|poco
peuple|noun|B1|le|||Volk|people|pueblo
peur|noun|A2|la|||Angst|fear|miedo
peut-être|adverb|A1||||vielleicht|perhaps, maybe|quizás, tal vez
photo|noun|A1|la|||Foto|photo|foto
phrase|noun|A1|la|||Satz|sentence|frase
pied|noun|A1|le|||Fuß|foot|pie
pierre|noun|A2|la|||Stein|stone|piedra
piquant|adjective|A2||||scharf|sharp, spicy|picante
place|noun|A1|la|||Platz, Stelle|place, seat, square, job|plaza, puesto
plage|noun|A2|la|||Strand|beach|playa
plaire|verb|A2|||=plais plaît plaisent plaisait plu|gefallen|please|gustar
plaisir|noun|A2|le|||Spaß|fun|diversión
plan|noun|A2|le|||Plan|plan|plan
plante|noun|A2|la|||Pflanze|plant|planta
plein|adjective|A1||||voll|full|lleno
pleurer|verb|A2||||weinen|cry|llorar
pleuvoir|verb|A1|||=pleut pleuvait pleuvra plu|regnen|rain|llover
pluie|noun|A1|la|||Regen|rain|lluvia
plus|adverb|A1||||mehr|more|más
plusieurs|determiner|A2||||mehrere|several|varios
poire|noun|A1|la|||Birne|pear|pera
poisson|noun|A1|le|||Fisch|fish|pescado, pez
police|noun|A2|la|||Polizei|police|policía
pomme|noun|A1|la|||Apfel|apple|manzana
ponctuel|adjective|A1|||ponctuelle ponctuelles|pünktlich|punctual|puntual
pont|noun|A1|le|||Brücke|bridge|puente
port|noun|A2|le|||Hafen|harbour, port|puerto
portable|noun|A1|le|||Handy|mobile phone|móvil
porte|noun|A1|la|||Tür|door|puerta
porter|verb|A2||||tragen|carry, wear|llevar
poser|verb|A1||||legen, stellen|lay, put, place|poner, colocar
possible|adjective|A2||||möglich|possible|posible
poste|noun|A1|la|||Post|post office, post|correo
pour|preposition|A1||||für|for|para, por
pourquoi|adverb|A1||||warum, wieso|why|por qué
pouvoir|verb|A1|||=peux peut pouvons pouvez peuvent pouvais pouvait pouvaient pourrai pourra pourront pourrais pourrait pourraient puisse puisses puissent pu pouvant|können, dürfen|can, be able, may, be allowed|poder
pratique|adjective|A2||||praktisch|practical|práctico
pré|noun|A2|le|||Wiese|meadow|prado
premier|adjective|A1||||erst|first|primero
prendre|verb|A1|||prends prend prenons prenez prennent prenais prenait prenaient pris prise prenne prenant|nehmen|take|tomar
près|adverb|A1||||nahe|near|cerca
présenter|verb|A2||||vorstellen|introduce, imagine|presentar
presque|adverb|A2||||fast|almost|casi
prêt|adjective|A1||||fertig|ready, finished|listo
prêter|verb|A2||||leihen|lend, borrow|prestar
printemps|noun|A2|le||printemps|Frühling|spring|primavera
prix|noun|A1|le||prix|Preis|price, prize|precio
probablement|adverb|A2||||wahrscheinlich|probably|probablemente
problème|noun|A1|le|||Problem|problem|problema
prochain|adjective|A2||||nächst|next|próximo
proche|adjective|A1||||nah|near|cercano
professeur|noun|A1|le|||Lehrer|teacher|profesor
professeure|noun|A1|la|||Lehrerin|teacher|profesora
profession|noun|A1|la|||Beruf|profession|profesión
profond|adjective|A2||||tief|deep|profundo
promenade|noun|A2|la|||Spaziergang|walk|paseo
promettre|verb|B1|||promets promet promettent promis|versprechen|promise|prometer
propre|adjective|A2||||eigen, sauber|own, clean|propio, limpio
proximité|noun|A2|la|||Nähe|vicinity|cercanía
prudence|noun|B1|la|||Vorsicht|caution|cuidado
prudent|adjective|A2||||vorsichtig|careful|cuidadoso
public|adjective|B1|||publique publiques|öffentlich|public|público
puis|adverb|A1||||dann|then|luego, entonces
quand|conjunction|A1||||wenn, als|when, than, as|cuando, que
quand|adverb|A1||||wann|when|cuándo
quart|noun|A2|le|||Viertel|quarter|cuarto, barrio
quatre|numeral|A1||||vier|four|cuatro
que|conjunction|A1||||dass|that|que
que|pronoun|A1||||was, dass|what, that|qué, que
quel|determiner|A2|||quelle quels quelles|welcher|which|cuál
quelque|determiner|A2|||quelques|einige|some|algunos
question|noun|A1|la|||Frage|question|pregunta
qui|pronoun|A1||||wer, der|who|quién, que
quitter|verb|B1||||verlassen|leave|dejar, abandonar
quoi|pronoun|A1||||was|what|qué
raconter|verb|A2||||erzählen|tell|contar
raison|noun|B1|la|||Grund|reason|razón
randonner|verb|A2||||wandern|hike|hacer senderismo
rapide|adjective|A1||||schnell|fast, quick|rápido
rarement|adverb|A2||||selten|rarely|raramente
rassasié|adjective|A2||||satt|full|lleno
recevoir|verb|A2|||=reçois reçoit recevons recevez reçoivent recevait reçu reçue recevra|bekommen|get, receive|recibir
recommander|verb|A2||||empfehlen|recommend|recomendar
réel|adjective|B1||||wirklich|real, really|real, realmente
réfléchir|verb|A2||||überlegen|consider|reflexionar
regarder|verb|A1||||schauen|look, watch|mirar
remerciement|noun|A2|le|||Dank|thanks|agradecimiento
remercier|verb|A2||||danken|thank|agradecer
rencontrer|verb|A1||||treffen|meet|encontrar
rendez-vous|noun|A2|le||rendez-vous|Termin|appointment|cita
rentrer|verb|A1||||heimkommen|go home|volver a casa
réparer|verb|A2||||reparieren|repair|reparar
repas|noun|A1|le||repas|Essen|food, meal|comida
répéter|verb|A1|||répète répètes répètent|wiederholen|repeat|repetir
répondre|verb|A1|||répondu|antworten|answer|contestar
réponse|noun|A2|la|||Antwort|answer|respuesta
résoudre|verb|A2|||=résous résout résolvent résolu|lösen|solve|resolver
restaurant|noun|A1|le|||Restaurant|restaurant|restaurante
rester|verb|A1||||bleiben|stay, remain|quedarse
retard|noun|A2|le|||Verspätung|delay|retraso
rêve|noun|A2|le|||Traum|dream|sueño
réveiller|verb|A2||||wecken|wake|despertar
revenir|verb|A2|||=reviens revient revenons revenez reviennent revenait reviendra revenu revenue revenus|zurückkommen|come back|volver
rêver|verb|A2||||träumen|dream|soñar
riche|adjective|A2||||reich|rich|rico
rien|pronoun|A1||||nichts|nothing|nada
rire|verb|A1|||=ris rit rions riez rient riait ri riant|lachen|laugh|reír
robe|noun|A1|la|||Kleid|dress|vestido
roman|noun|A2|le|||Roman|novel|novela
rond|adjective|A2||||rund|round|redondo
rouge|adjective|A1||||rot|red|rojo
rue|noun|A1|la|||Straße|street, road|calle
s'appeler|verb|A1|||appelle appelles appellent appellera|heißen|be called|llamarse
s'entraîner|verb|A2||||üben|practise|practicar
sac|noun|A1|le|||Tasche|bag, pocket|bolso
sain|adjective|A1||||gesund|healthy|sano
salade|noun|A1|la|||Salat|salad|ensalada
sale|adjective|A2||||schmutzig|dirty|sucio
saluer|verb|A2||||grüßen|greet|saludar
salut|other|A1||||hallo, tschüss|hi, bye|hola, adiós
salutation|noun|A2|la|||Gruß|greeting|saludo
samedi|noun|A1|le|||Samstag|Saturday|sábado
sans|preposition|A1||||ohne|without|sin
santé|noun|A2|la|||Gesundheit|health|salud
satisfait|adjective|A1||||zufrieden|satisfied|satisfecho
saucisse|noun|A1|la|||Wurst|sausage|salchicha
sauf|preposition|A2||||außer|except|excepto
sauter|verb|A2||||springen|jump|saltar
sauvage|adjective|A2||||wild|wild|salvaje
savoir|verb|A1|||=sais sait savons savez savent savais savait savaient saurai saura saurait sache su sachant|wissen|know|saber
science|noun|B1|la|||Wissenschaft|science|ciencia
se|pronoun|A1|||soi|sich|oneself|se
se doucher|verb|A1||||duschen|shower|ducharse
se lever|verb|A1|||lève lèves lèvent lèvera|aufstehen|get up|levantarse
se passer|verb|A2||||passieren|happen|pasar
se promener|verb|A2|||promène promènes promènent|spazieren|walk|pasear
se réjouir|verb|A1||||freuen|be glad|alegrarse
se réveiller|verb|A2||||aufwachen|wake up|despertarse
se souvenir|verb|A2||||erinnern|remember|recordar
sec|adjective|A2|||sèche sèches|trocken|dry|seco
seconde|noun|A2|la|||Sekunde|second|segundo
sécurité|noun|A2|la|||Sicherheit|safety, security|seguridad
sel|noun|A1|le|||Salz|salt|sal
semaine|noun|A1|la|||Woche|week|semana
sentiment|noun|B1|le|||Gefühl|feeling|sentimiento
sentir|verb|A2|||sens sent sentons sentez sentent senti|fühlen|feel|sentir
sept|numeral|A1||||sieben|seven|siete
septembre|noun|A1|le|||September|September|septiembre
sérieux|adjective|B1||||ernst|serious|serio
seul|adjective|A1||||allein|alone|solo
seulement|adverb|A1||||nur|only|solo, solamente
si|conjunction|A1||||wenn, ob, so|if, so, when, whether|si, tan, cuando
si|other|A1||||doch|yes, but|sí
siècle|noun|A2|le|||Jahrhundert|century|siglo
signifier|verb|A2||||bedeuten|mean|significar
silencieux|adjective|A2||||leise, still|quiet, still|silencioso
simple|adjective|A1||||einfach|simple, easy|sencillo, fácil
simplement|adverb|A2||||einfach|simply|simplemente
sinon|adverb|A2||||sonst|otherwise|si no
six|numeral|A1||||sechs|six|seis
soif|noun|A2|la|||Durst|thirst|sed
soir|noun|A1|le|||Abend|evening|tarde, noche
soit|conjunction|B1||||entweder|either|o
sol|noun|A2|le|||Boden|floor, ground|suelo
soleil|noun|A1|le|||Sonne|sun|sol
solitaire|adjective|B1||||einsam|lonely|solitario
sombre|adjective|A2||||dunkel|dark|oscuro
sommeil|noun|A1|le|||Schlaf|sleep|sueño
son|determiner|A1|||sa ses|sein, ihr|his, her|su
sonner|verb|A1||||klingen|sound|sonar
sortir|verb|A1|||sors sort sortons sortez sortent|hinausgehen|go out|salir
souci|noun|A2|le|||Sorge|worry|preocupación
soudain|adjective|A2||||plötzlich|sudden, suddenly|repentino, de repente
souhait|noun|A2|le|||Wunsch|wish|deseo
souhaiter|verb|A2||||wünschen|wish|desear
soupe|noun|A1|la|||Suppe|soup|sopa
sourire|verb|A2|||=souris sourit sourions souriez sourient souriait souri souriant|lächeln|smile|sonreír
sous|preposition|A1||||unter|under|bajo, debajo de
souvent|adverb|A1||||oft|often|a menudo
spécial|adjective|A2|||spéciaux|besonder|special|especial
sport|noun|A1|le|||Sport|sport|deporte
succès|noun|B1|le||succès|Erfolg|success|éxito
sucre|noun|A1|le|||Zucker|sugar|azúcar
suivre|verb|B1|||=suis suit suivons suivez suivent suivait suivi suivra|folgen|follow|seguir
super|adjective|A2||||toll|great|estupendo
supermarché|noun|A1|le|||Supermarkt|supermarket|supermercado
sur|preposition|A1||||auf, über|on, over, about|sobre, en
sûr|adjective|A2||||sicher|sure, safe|seguro
sœur|noun|A1|la|||Schwester|sister|hermana
surtout|adverb|A2||||besonders|especially|especialmente
table|noun|A1|la|||Tisch|table|mesa
tâche|noun|A2|la|||Aufgabe|task, exercise|tarea
tante|noun|A1|la|||Tante|aunt|tía
tard|adjective|A1||||spät|late|tarde
tasse|noun|A1|la|||Tasse|cup|taza
téléphone|noun|A1|le|||Telefon|telephone|teléfono
téléphoner|verb|A2||||telefonieren|phone|telefonear
téléviseur|noun|A1|le|||Fernseher|television|televisor
temps|noun|A1|le||temps|Wetter, Zeit|weather, time|tiempo
tenir|verb|A2|||=tiens tient tenons tenez tiennent tenais tenait tiendra tenu tenue tenant|halten|hold, stop|sostener, parar
terre|noun|A2|la|||Erde|earth|tierra
terrible|adjective|B1||||schrecklich|terrible|terrible
tête|noun|A1|la|||Kopf|head|cabeza
texte|noun|A1|le|||Text|text|texto
thé|noun|A1|le|||Tee|tea|té
théâtre|noun|A2|le|||Theater|theatre|teatro
tirer|verb|A2||||ziehen|pull, move|tirar
toit|noun|A2|le|||Dach|roof|techo
tomate|noun|A1|la|||Tomate|tomato|tomate
tomber|verb|A2||||fallen|fall|caer
ton|determiner|A1|||ta tes|dein|your|tu
tôt|adjective|A1||||früh|early|temprano
toujours|adverb|A1||||immer|always|siempre
tout|determiner|A1|||toute tous toutes|alle, alles|all, everything|todo
train|noun|A1|le|||Zug|train|tren
trajet|noun|A2|le|||Fahrt|ride, journey|trayecto
travail|noun|A1|le|||Arbeit|work|trabajo
travailler|verb|A1||||arbeiten|work|trabajar
travailleur|adjective|A2|||travailleuse travailleuses|fleißig|hard-working|trabajador
très|adverb|A1||||sehr|very|muy
triste|adjective|A2||||traurig|sad|triste
trois|numeral|A1||||drei|three|tres
troisième|adjective|A2||||dritt|third|tercero
trop|adverb|A1||||zu viel|too much|demasiado
trouver|verb|A1||||finden|find|encontrar
tu|pronoun|A1|||te toi|du|you|tú
typique|adjective|A2||||typisch|typical|típico
œuf|noun|A1|l'|||Ei|egg|huevo
un|determiner|A1|||une|ein, eine|a, an|un, una
université|noun|A2|l'|||Universität|university|universidad
utiliser|verb|A2||||benutzen|use|usar
œuvre|noun|A2|l'|||Werk|work|obra
vacances|noun|A1|les||vacances|Ferien, Urlaub|holidays, holiday|vacaciones
vache|noun|A2|la|||Kuh|cow|vaca
valise|noun|A1|la|||Koffer|suitcase|maleta
vélo|noun|A1|le|||Fahrrad|bicycle|bicicleta
vendeur|noun|A1|le|||Verkäufer|salesman, seller|vendedor
vendeuse|noun|A1|la|||Verkäuferin|saleswoman|vendedora
vendre|verb|A1|||vendu|verkaufen|sell|vender
vendredi|noun|A1|le|||Freitag|Friday|viernes
venir|verb|A1|||=viens vient venons venez viennent venais venait venaient viendrai viendra viendrait vienne venu venue venus venues venant|kommen|come|venir
vent|noun|A2|le|||Wind|wind|viento
ventre|noun|A2|le|||Bauch|belly|barriga
vérité|noun|B1|la|||Wahrheit|truth|verdad
verre|noun|A1|le|||Glas|glass|vaso
vers|preposition|A1||||gegen, nach|towards|hacia
vert|adjective|A1||||grün|green|verde
veste|noun|A1|la|||Jacke|jacket|chaqueta
vêtements|noun|A1|les||vêtements|Kleidung|clothes|ropa
viande|noun|A1|la|||Fleisch|meat|carne
vide|adjective|A1||||leer|empty|vacío
vie|noun|A1|la|||Leben|life|vida
vieux|adjective|A1|||vieille vieilles vieil|alt|old|viejo
village|noun|A2|le|||Dorf|village|pueblo
ville|noun|A1|la|||Stadt|city, town|ciudad
vin|noun|A1|le|||Wein|wine|vino
visage|noun|A2|le|||Gesicht|face|cara
visite|noun|A2|la|||Besuch|visit|visita
visiter|verb|A1||||besuchen|visit|visitar
vite|adverb|A1||||schnell|quickly|rápido
vivre|verb|A1|||=vis vit vivons vivez vivent vivais vivait vivaient vivra vécu vivant|leben|live|vivir
voir|verb|A1|||=vois voit voyons voyez voient voyais voyait voyaient verrai verra verrait voie vu vue vus vues voyant|sehen|see|ver
voisin|noun|A1|le|||Nachbar|neighbour|vecino
voisine|noun|A1|la|||Nachbarin|neighbour|vecina
voiture|noun|A1|la|||Auto, Wagen|car, carriage|coche, vagón
voix|noun|A2|la||voix|Stimme|voice|voz
vol|noun|A1|le|||Flug|flight|vuelo
voler|verb|A1||||fliegen|fly|volar
volontiers|adverb|A1||||gern|gladly|con gusto
votre|determiner|A1|||vos|euer, Ihr|your|vuestro, su
vouloir|verb|A1|||=veux veut voulons voulez veulent voulais voulait voulaient voudrai voudra voudrais voudrait voudraient veuille voulu voulant|wollen|want|querer
vous|pronoun|A1||||Sie, ihr|you|usted, vosotros
voyage|noun|A1|le|||Reise|journey, trip|viaje
voyager|verb|A1|||voyageons voyageait|reisen|travel|viajar
vrai|adjective|A2||||echt, wahr|real, true|auténtico, verdadero
vraiment|adverb|A2||||wirklich|really|realmente
week-end|noun|A1|le|||Wochenende|weekend|fin de semana
y|pronoun|A1||||dort|there|allí
`;
