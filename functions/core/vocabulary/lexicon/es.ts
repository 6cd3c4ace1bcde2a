/** Spanish words. Columns: see `parse-lexicon.ts`; translations are into de, en, fr. */
export const SPANISH = `
a|preposition|A1|||al|zu, nach, an, um|to, at, on, around|à, sur, autour de
abajo|adverb|A1||||unten|below, downstairs|en bas
abierto|adjective|A2||||offen|open|ouvert
abrigo|noun|A1|el|||Mantel|coat|manteau
abril|noun|A1|el|||April|April|avril
abrir|verb|A1|||abierto|aufmachen, öffnen|open|ouvrir
abuelita|noun|A1|la|||Oma|grandma|mamie
abuelito|noun|A1|el|||Opa|grandpa|papi
aburrido|adjective|A1||||langweilig|boring|ennuyeux
accidente|noun|A2|el|||Unfall|accident|accident
acogedor|adjective|A2|||acogedora acogedores acogedoras|gemütlich|cosy|douillet
actual|adjective|B1||||heutig|today's|actuel
adelante|adverb|A2||||los|off|allons-y
además|adverb|A2||||außerdem, dazu|besides, to it|en plus
adiós|other|A1||||tschüss|goodbye, bye|au revoir, salut
adónde|adverb|A1||||wohin|where to|où
aeropuerto|noun|A1|el|||Flughafen|airport|aéroport
afición|noun|A1|la|||Hobby|hobby|passe-temps
agosto|noun|A1|el|||August|August|août
agradecer|verb|A2|||agradezco agradezca|danken|thank|remercier
agradecimiento|noun|A2|el|||Dank|thanks|remerciement
agrio|adjective|A1||||sauer|sour, angry|aigre
agua|noun|A1|el|||Wasser|water|eau
ahí|adverb|A1||||da|there|là
ahora|adverb|A1||||jetzt|now|maintenant
ahorrar|verb|A2||||sparen|save|économiser
aire|noun|A2|el|||Luft|air|air
ajeno|adjective|A1||||fremd|strange, foreign|étranger
alcanzar|verb|B1||||erreichen|reach|atteindre
alegrarse|verb|A1||||freuen|be glad|se réjouir
alegre|adjective|B1||||fröhlich|cheerful|joyeux
alegría|noun|A2|la|||Freude|joy|joie
alemán|adjective|A1|||alemana alemanes alemanas|deutsch|German|allemand
algo|pronoun|A1||||etwas|something|quelque chose
alguien|pronoun|A1||||jemand|somebody|quelqu'un
alguno|determiner|A2|||algún alguna algunos algunas|irgendein, einige|some|quelque
alimento|noun|A2|el|||Lebensmittel|food|aliment
allí|adverb|A1||||dort|there|là-bas
almuerzo|noun|A1|el|||Mittagessen|lunch|déjeuner
alquilar|verb|A1||||mieten|rent|louer
alto|adjective|A1||||hoch|high, tall|haut
alumno|noun|A1|el|||Schüler|pupil|élève
amable|adjective|A1||||freundlich|friendly|aimable
amar|verb|A1||||lieben|love|aimer
amargo|adjective|A2||||bitter|bitter|amer
amarillo|adjective|A1||||gelb|yellow|jaune
ambos|determiner|A2|||ambas|beide|both|les deux
amiga|noun|A1|la|||Freundin|friend|amie
amigo|noun|A1|el|||Freund|friend|ami
amor|noun|A2|el|||Liebe|love|amour
ancho|adjective|A2||||breit|wide|large
animal|noun|A1|el|||Tier|animal|animal
año|noun|A1|el|||Jahr|year|an, année
antes|adverb|A1||||vorher, früher, davor|before, in the past, earlier, before it|avant, autrefois
apenas|adverb|B1||||kaum|hardly|à peine
aprender|verb|A1||||lernen|learn|apprendre
aproximadamente|adverb|A2||||ungefähr|about, roughly|environ
aquel|determiner|A1|||aquella aquellos aquellas aquello|jener|that|ce
aquí|adverb|A1||||hier|here|ici
árbol|noun|A1|el|||Baum|tree|arbre
armario|noun|A1|el|||Schrank|cupboard, wardrobe|armoire
arriba|adverb|A1||||oben|above, upstairs|en haut
arte|noun|B1|el|||Kunst|art|art
así|adverb|A1||||so|so|ainsi, si
atrás|adverb|A2||||hinten|behind|derrière
aunque|conjunction|A1||||obwohl|although|bien que
auténtico|adjective|A2||||echt|real|vrai
autobús|noun|A1|el|||Bus|bus|bus
avión|noun|A1|el|||Flugzeug|plane|avion
ayer|adverb|A1||||gestern|yesterday|hier
ayuda|noun|A1|la|||Hilfe|help|aide
ayudar|verb|A1||||helfen|help|aider
azúcar|noun|A1|el|||Zucker|sugar|sucre
azul|adjective|A1||||blau|blue|bleu
bailar|verb|A1||||tanzen|dance|danser
bajarse|verb|A1||||aussteigen|get off|descendre
bajo|preposition|A1||||unter|under|sous
banco|noun|A1|el|||Bank|bench, bank|banc
baño|noun|A1|el|||Bad|bath|bain
barato|adjective|A1||||billig|cheap|bon marché
barca|noun|A2|la|||Boot|boat|bateau
barco|noun|A1|el|||Schiff|ship|navire, bateau
barriga|noun|A2|la|||Bauch|belly|ventre
bastante|adverb|A2||||genug, ziemlich|enough, rather, quite|assez
bebé|noun|A1|el|||Baby|baby|bébé
beber|verb|A1||||trinken|drink|boire
bebida|noun|A1|la|||Getränk|drink|boisson
bicicleta|noun|A1|la|||Fahrrad|bicycle|vélo
bien|adverb|A1||||gut|well|bien
bienvenido|other|A2||||willkommen|welcome|bienvenue
blanco|adjective|A1||||weiß|white|blanc
blando|adjective|A1||||weich|soft|mou
boca|noun|A1|la|||Mund|mouth|bouche
bolso|noun|A1|el|||Tasche|bag, pocket|sac
bonito|adjective|A2||||hübsch|pretty|joli
bosque|noun|A2|el|||Wald|forest|forêt
botella|noun|A1|la|||Flasche|bottle|bouteille
brazo|noun|A1|el|||Arm|arm|bras
brillar|verb|A1||||scheinen|shine, seem|briller, sembler
bueno|adjective|A1|||buen mejor mejores|gut|good|bon
buscar|verb|A1|||busqué busque busquen|holen, suchen|fetch, look for|aller chercher, chercher
caballo|noun|A2|el|||Pferd|horse|cheval
cabeza|noun|A1|la|||Kopf|head|tête
cada|determiner|A1||||jeder|each, every|chaque
caer|verb|A2|||caigo cayó cayeron caído cayendo|fallen|fall|tomber
café|noun|A1|el|||Kaffee|coffee|café
cafetería|noun|A1|la|||Café|café|café
calcular|verb|A2||||rechnen|calculate|calculer
cálido|adjective|A1||||warm|warm|chaud
caliente|adjective|A1||||heiß|hot|chaud
calle|noun|A1|la|||Straße|street, road|rue
calma|noun|B1|la|||Ruhe|quiet, rest|calme
cama|noun|A1|la|||Bett|bed|lit
cambiar|verb|A2||||ändern|change|changer
caminar|verb|A1||||gehen|walk|marcher
camino|noun|A1|el|||Weg|way, path|chemin
canción|noun|A1|la|||Lied|song|chanson
cansado|adjective|A1||||müde|tired|fatigué
cantar|verb|A1||||singen|sing|chanter
cara|noun|A2|la|||Gesicht|face|visage
carne|noun|A1|la|||Fleisch|meat|viande
caro|adjective|A1||||teuer|expensive|cher
carta|noun|A1|la|||Brief, Speisekarte|letter, menu|lettre, menu
casa|noun|A1|la|||Haus|house|maison
casado|adjective|A1||||verheiratet|married|marié
casi|adverb|A2||||fast|almost|presque
celebrar|verb|A1||||feiern|celebrate|fêter
cena|noun|A1|la|||Abendessen|dinner|dîner
centro|noun|A2|el|||Mitte|middle|milieu
cerca|adverb|A1||||nahe|near|près
cercanía|noun|A2|la|||Nähe|vicinity|proximité
cercano|adjective|A1||||nah|near|proche
cerrar|verb|A2|||cierro cierras cierra cierran cierre|schließen|close, shut|fermer
cerveza|noun|A1|la|||Bier|beer|bière
chaqueta|noun|A1|la|||Jacke|jacket|veste
chica|noun|A1|la|||Mädchen|girl|fille
chico|noun|A1|el|||Junge|boy|garçon
chocolate|noun|A1|el|||Schokolade|chocolate|chocolat
ciego|adjective|A2||||blind|blind|aveugle
cielo|noun|A2|el|||Himmel|sky, heaven|ciel
cien|numeral|A1|||ciento cientos|hundert|hundred|cent
ciencia|noun|B1|la|||Wissenschaft|science|science
ciertamente|adverb|A2||||zwar|indeed|certes
cinco|numeral|A1||||fünf|five|cinq
cine|noun|A1|el|||Kino|cinema|cinéma
cita|noun|A2|la|||Termin|appointment|rendez-vous
ciudad|noun|A1|la|||Stadt|city, town|ville
claro|adjective|A1||||deutlich, hell, klar|clear, bright|clair
clase|noun|A1|la|||Klasse|class|classe
clienta|noun|A2|la|||Kundin|customer|cliente
cliente|noun|A2|el|||Kunde|customer|client
coche|noun|A1|el|||Auto, Wagen|car, carriage|voiture, wagon
cocina|noun|A1|la|||Küche|kitchen|cuisine
cocinar|verb|A1||||kochen|cook|cuisiner
colega|noun|A1|el|||Kollege, Kollegin|colleague|collègue
colgar|verb|A2|||cuelgo cuelga cuelgan|hängen|hang|accrocher, pendre
colocar|verb|A1||||stellen|put, place|poser
color|noun|A1|el|||Farbe|colour|couleur
colorido|adjective|A1||||bunt|colourful|coloré
comenzar|verb|A1|||comienzo comienzas comienza comienzan comencé comience|beginnen|begin|commencer
comer|verb|A1||||essen|eat|manger
comida|noun|A1|la|||Essen|food, meal|repas
como|conjunction|A1||||wie|as, like|comme
cómo|conjunction|A1||||wie|how, as, like|comment, comme
cómo|adverb|A1||||wie|how|comment
cómodo|adjective|A1||||bequem|comfortable|confortable
compañero|noun|A1|el|||Partner|partner|partenaire
comparar|verb|A2||||vergleichen|compare|comparer
compartir|verb|A2||||teilen|share, divide|partager
completamente|adverb|A2||||ganz|quite|tout à fait
compra|noun|A2|la|||Einkaufen|shopping|courses
comprar|verb|A1||||einkaufen, kaufen|shop, buy|faire des courses, acheter
común|adjective|A2||||gemeinsam|common, together|commun
con|preposition|A1||||mit|with|avec
conducir|verb|A1|||conduzco conduje condujo condujeron conduzca|fahren|drive, go|conduire, aller
conocer|verb|A1|||conozco conozca conozcas conozcan|kennen, kennenlernen|know, get to know|connaître, faire la connaissance
conocido|adjective|A2||||bekannt|known, well-known|connu
conservar|verb|B1||||behalten|keep|garder
construir|verb|A2|||construyo construyes construye construyen construyó construyeron construyendo|bauen|build|construire
contar|verb|A2|||cuento cuentas cuenta cuentan cuente|erzählen|tell|raconter
contento|adjective|A1||||froh|glad|content
contestar|verb|A1||||antworten|answer|répondre
contra|preposition|A2||||gegen|against|contre
conversación|noun|A1|la|||Gespräch|conversation|conversation
corazón|noun|A2|el|||Herz|heart|cœur
correcto|adjective|A1||||richtig|right, correct|correct
correo|noun|A1|el|||Post|post office, post|poste
correr|verb|A1||||laufen, rennen|run, walk|courir
cortar|verb|A2||||schneiden|cut|couper
corto|adjective|A1||||kurz|short|court
cosa|noun|A2|la|||Sache|thing|chose
costar|verb|A1|||cuesta cuestan|kosten|cost|coûter
crecer|verb|A2||||wachsen|grow|grandir
creer|verb|A2|||creyó creyeron creído creyendo|glauben|believe|croire
cuál|pronoun|A1|||cuáles cual cuales|welcher|which|quel
cuando|conjunction|A1||||wenn, als|when, than, as|quand, que, comme
cuándo|adverb|A1||||wann|when|quand
cuánto|adverb|A1|||cuánta cuántos cuántas|wie viel|how much|combien
cuarto|noun|A2|el|||Viertel|quarter|quart, quartier
cuatro|numeral|A1||||vier|four|quatre
cuchara|noun|A1|la|||Löffel|spoon|cuillère
cuchillo|noun|A1|el|||Messer|knife|couteau
cuello|noun|A1|el|||Hals|neck, throat|cou
cuenta|noun|A1|la|||Rechnung|bill|addition, facture
cuerpo|noun|A2|el|||Körper|body|corps
cuidado|noun|B1|el|||Vorsicht|caution|prudence
cuidadoso|adjective|A2||||vorsichtig|careful|prudent
cumpleaños|noun|A1|el||cumpleaños|Geburtstag|birthday|anniversaire
curso|noun|A1|el|||Kurs|course|cours
dar|verb|A1|||doy di dio dieron dé den|geben|give|donner
de|preposition|A1|||del|von, aus|of, from, out of|de
deber|verb|A1||||müssen, sollen|must, have to, should, shall|devoir
deberes|noun|A2|los||deberes|Hausaufgabe|homework|devoir
débil|adjective|A2||||schwach|weak|faible
decidir|verb|B1||||entscheiden|decide|décider
decir|verb|A1|||digo dices dice dicen dije dijo dijeron diré dirá diría diga digas digan dicho diciendo|sagen|say|dire
dedo|noun|A2|el|||Finger|finger|doigt
dejar|verb|B1||||lassen, verlassen|let, leave|laisser, quitter
delante|adverb|A2||||vorn|in front|devant
deletrear|verb|A1||||buchstabieren|spell|épeler
delgado|adjective|A2||||dünn|thin|mince
demasiado|adverb|A2||||zu viel|too much|trop
dentro|adverb|A2||||drinnen|inside|dedans
deporte|noun|A1|el|||Sport|sport|sport
derecho|adjective|A1||||recht|right|droit
derecho|noun|B1|el|||Recht|right, law|droit
desayunar|verb|A1||||frühstücken|have breakfast|prendre le petit-déjeuner
desayuno|noun|A1|el|||Frühstück|breakfast|petit-déjeuner
describir|verb|B1||||beschreiben|describe|décrire
desde|adverb|A2||||ab|off, from|à partir de
desde|preposition|A1||||seit, von|since, from, for|depuis
desear|verb|A2||||wünschen|wish|souhaiter
deseo|noun|A2|el|||Wunsch|wish|souhait
despertar|verb|A2|||despierto despiertas despierta despiertan|wecken|wake|réveiller
despertarse|verb|A2|||despierto despiertas despierta despiertan|aufwachen|wake up|se réveiller
después|adverb|A1||||danach, nachher|afterwards, after that|après, ensuite
día|noun|A1|el|||Tag|day|jour
diciembre|noun|A1|el|||Dezember|December|décembre
diente|noun|A1|el|||Zahn|tooth|dent
diez|numeral|A1||||zehn|ten|dix
diferencia|noun|B1|la|||Unterschied|difference|différence
diferente|adjective|A2||||unterschiedlich, verschieden|different, various|différent
difícil|adjective|A1||||schwierig|difficult|difficile
dinero|noun|A1|el|||Geld|money|argent
dirección|noun|A1|la|||Adresse|address|adresse
directo|adjective|A1||||direkt|direct|direct
diversión|noun|A2|la|||Spaß|fun|plaisir
divertido|adjective|A2||||lustig|funny|amusant
dolor|noun|A2|el|||Schmerz|pain|douleur
domingo|noun|A1|el|||Sonntag|Sunday|dimanche
donde|adverb|A1|||dónde|wo|where|où
dónde|adverb|A1||||wo|where|où
dormir|verb|A1|||duermo duermes duerme duermen durmió durmieron duerma durmiendo|schlafen|sleep|dormir
dos|numeral|A1||||zwei|two|deux
ducha|noun|A1|la|||Dusche|shower|douche
ducharse|verb|A1||||duschen|shower|se doucher
duda|noun|B1|la|||Zweifel|doubt|doute
dulce|adjective|A1||||süß|sweet|doux
durante|preposition|A2||||während|during|pendant
duro|adjective|A2||||hart|hard|dur
económico|adjective|A1||||günstig|cheap, favourable|avantageux
ejemplo|noun|A2|el|||Beispiel|example|exemple
el|determiner|A1|||la los las|der, die|the|le, la
él|pronoun|A1|||le lo|er|he|il
elegir|verb|A2|||elijo eliges elige eligen eligió eligieron elija eligiendo|wählen|choose, vote|choisir
ella|pronoun|A1|||ellas|sie|she|elle
ello|pronoun|A1||||es|it|cela
ellos|pronoun|A1|||les|sie|they|ils
emocionante|adjective|A2||||spannend|exciting|passionnant
empacar|verb|A2||||packen|pack|emballer
empezar|verb|A1|||empiezo empiezas empieza empiezan empecé empiece|anfangen|begin|commencer
empleo|noun|A1|el|||Job|job|emploi
empresa|noun|A1|la|||Firma|company|entreprise
en|preposition|A1||||in, auf, bei|in, on, at, with|dans, en, sur, chez
encajar|verb|A2||||passen|fit|convenir
encima|adverb|A2||||darauf|on it|dessus
encontrar|verb|A1|||encuentro encuentras encuentra encuentran encuentre|finden, treffen|find, meet|trouver, rencontrer
enero|noun|A1|el|||Januar|January|janvier
enfermedad|noun|A2|la|||Krankheit|illness|maladie
enfermo|adjective|A1||||krank|ill, sick|malade
ensalada|noun|A1|la|||Salat|salad|salade
enseñanza|noun|A2|la|||Unterricht|lessons|enseignement
enseñar|verb|A2|||enseñe|unterrichten|teach|enseigner
entender|verb|A1|||entiendo entiendes entiende entienden entienda|verstehen|understand|comprendre
entero|adjective|A2||||ganz|whole|entier
entonces|adverb|A1||||dann, damals|then, back then|puis, ensuite, à l'époque
entrar|verb|A1||||hineingehen|enter|entrer
entre|preposition|A1||||zwischen|between|entre
enviar|verb|A2||||schicken|send|envoyer
equipaje|noun|A1|el|||Gepäck|luggage|bagage
error|noun|A2|el|||Fehler|mistake|faute
escalera|noun|A1|la|||Treppe|stairs|escalier
escribir|verb|A1|||escrito|schreiben|write|écrire
escuchar|verb|A2||||zuhören|listen|écouter
escuela|noun|A1|la|||Schule|school|école
ese|determiner|A1|||esa esos esas eso|dieser, jener|that|ce
espacio|noun|A2|el|||Raum|room, space|espace
espalda|noun|A2|la|||Rücken|back|dos
especial|adjective|A2||||besonder|special|spécial
especialmente|adverb|A2||||besonders|especially|surtout
espejo|noun|A2|el|||Spiegel|mirror|miroir
esperanza|noun|B1|la|||Hoffnung|hope|espoir
esperar|verb|A1||||warten, hoffen|wait, hope|attendre, espérer
esquina|noun|A2|la|||Ecke|corner|coin
estación|noun|A1|la|||Bahnhof|station|gare
estar|verb|A1|||=estoy estás está estamos estáis están estaba estabas estábamos estaban estuve estuvo estuvieron estaré estará esté estén estado estando|sein|be|être
este|determiner|A1|||esta estos estas esto|dieser|this|ce
estrecho|adjective|A2||||eng|narrow|étroit
estrella|noun|A2|la|||Stern|star|étoile
estudiante|noun|A1|el|||Student|student|étudiant
estudiar|verb|A1||||studieren|study|étudier
estupendo|adjective|A2||||toll|great|super
euro|noun|A1|el|||Euro|euro|euro
exacto|adjective|A2||||genau|exact|exact
examen|noun|A2|el|||Prüfung|exam|examen
excepto|preposition|A2||||außer|except|sauf
excursión|noun|A2|la|||Ausflug|trip|excursion
éxito|noun|B1|el|||Erfolg|success|succès
experiencia|noun|B1|la|||Erfahrung|experience|expérience
explicar|verb|A1|||expliqué explique|erklären|explain|expliquer
falda|noun|A1|la|||Rock|skirt|jupe
falso|adjective|A1||||falsch|wrong|faux
faltar|verb|A1||||fehlen|be missing|manquer
familia|noun|A1|la|||Familie|family|famille
famoso|adjective|A2||||berühmt|famous|célèbre
febrero|noun|A1|el|||Februar|February|février
fecha|noun|A1|la|||Datum|date|date
feliz|adjective|A1||||glücklich|happy|heureux
feo|adjective|A2||||hässlich|ugly|laid
ferrocarril|noun|A1|el|||Bahn|railway, train|chemin de fer
fiesta|noun|A1|la|||Fest, Party|party, festival|fête
fin|noun|A1|el|||Ende|end|fin
firme|adjective|A2||||fest|firm|ferme
flor|noun|A1|la|||Blume|flower|fleur
formación|noun|A2|la|||Ausbildung|training|formation
foto|noun|A1|la|||Foto|photo|photo
frase|noun|A1|la|||Satz|sentence|phrase
fregar|verb|A2||||spülen|wash up|faire la vaisselle
fresa|noun|A1|la|||Erdbeere|strawberry|fraise
fresco|adjective|A1||||frisch, kühl|fresh, cool|frais
frío|adjective|A1||||kalt|cold|froid
fruta|noun|A1|la|||Obst|fruit|fruit
fuego|noun|A2|el|||Feuer|fire|feu
fuera|adverb|A1||||draußen, weg|outside, away|dehors, parti
fuerte|adjective|A2||||stark|strong|fort
fuerza|noun|A2|la|||Kraft|strength, force|force
fumar|verb|A1||||rauchen|smoke|fumer
fútbol|noun|A1|el|||Fußball|football|football
futuro|adjective|B1||||zukünftig|future|futur
futuro|noun|B1|el|||Zukunft|future|avenir
gafas|noun|A1|las||gafas|Brille|glasses|lunettes
gana|noun|A2|la|||Lust|desire|envie
ganar|verb|A2||||gewinnen, verdienen|win, earn, deserve|gagner
gato|noun|A1|el|||Katze|cat|chat
gaviota|noun|A2|la|||Möwe|seagull|mouette
gente|noun|A1|la|||Leute|people|gens
gobierno|noun|B1|el|||Regierung|government|gouvernement
golpear|verb|B1||||schlagen|hit, beat|frapper
gordo|adjective|A2||||dick|thick, fat|gros
gracias|other|A1||||danke|thanks, thank you|merci
grande|adjective|A1|||gran|groß|big, large, tall|grand
grave|adjective|A2||||schlimm|bad|grave
gris|adjective|A1||||grau|grey|gris
gritar|verb|A2||||schreien|shout, scream|crier
grupo|noun|A2|el|||Gruppe|group|groupe
guerra|noun|B1|la|||Krieg|war|guerre
gustar|verb|A1||||gefallen|please, like|plaire
haber|verb|A1|||=he has ha hemos habéis han había habías habíamos habían hubo habrá habría haya hay habido|haben|have, there is|avoir
habitación|noun|A1|la|||Zimmer|room|chambre
hablar|verb|A1||||reden, sprechen|talk, speak|parler
hacer|verb|A1|||hago hice hizo hicieron haré hará haría haga hagas hagan hecho|machen, tun|make, do|faire
hacerse|verb|A1|||hago hice hizo hicieron haré hará haría haga hagas hagan hecho|werden|become, will|devenir
hacia|preposition|A2||||nach, gegen|towards|vers
hambre|noun|A2|el|||Hunger|hunger|faim
hambriento|adjective|A1||||hungrig|hungry|affamé
hasta|preposition|A1||||bis|until, to|jusqu'à
helado|noun|A1|el|||Eis|ice cream, ice|glace
hermana|noun|A1|la|||Schwester|sister|sœur
hermano|noun|A1|el|||Bruder|brother|frère
hermanos|noun|A1|los||hermanos|Geschwister|siblings|frères et sœurs
hermoso|adjective|A1||||schön|beautiful, nice|beau
hija|noun|A1|la|||Tochter|daughter|fille
hijo|noun|A1|el|||Sohn|son|fils
historia|noun|A2|la|||Geschichte|story, history|histoire
hoja|noun|A2|la|||Blatt|leaf, sheet|feuille
hola|other|A1||||hallo|hello|bonjour, salut
hombre|noun|A1|el|||Mann|man|homme
hora|noun|A1|la|||Stunde, Uhr|hour, lesson|heure
hornear|verb|A1||||backen|bake|cuire
hospital|noun|A1|el|||Krankenhaus|hospital|hôpital
hotel|noun|A1|el|||Hotel|hotel|hôtel
hoy|adverb|A1||||heute|today|aujourd'hui
huésped|noun|A1|el|||Gast|guest|invité
huevo|noun|A1|el|||Ei|egg|œuf
idea|noun|A2|la|||Idee|idea|idée
iglesia|noun|A2|la|||Kirche|church|église
igual|adjective|A1||||gleich|same|égal
imagen|noun|A1|la|||Bild|picture|image
importante|adjective|A1||||wichtig|important|important
incluso|adverb|B1||||sogar|even|même
infancia|noun|A2|la|||Kindheit|childhood|enfance
inmediatamente|adverb|A2||||sofort|immediately|tout de suite
inteligente|adjective|A2||||klug|clever|intelligent
intentar|verb|B1||||versuchen|try|essayer
interesante|adjective|A1||||interessant|interesting|intéressant
interesar|verb|A2||||interessieren|interest|intéresser
invierno|noun|A1|el|||Winter|winter|hiver
invitar|verb|A1||||einladen|invite|inviter
ir|verb|A1|||=voy vas va vamos vais van iba ibas íbamos iban fui fue fueron iré irá irán iría vaya vayas vayan yendo ido|gehen|go, walk|aller
isla|noun|A2|la|||Insel|island|île
izquierdo|adjective|A1||||link|left|gauche
jamás|adverb|A2||||niemals|never|jamais
jamón|noun|A1|el|||Schinken|ham|jambon
jardín|noun|A1|el|||Garten|garden|jardin
joven|adjective|A1|||jóvenes|jung|young|jeune
juego|noun|A1|el|||Spiel|game|jeu
jueves|noun|A1|el||jueves|Donnerstag|Thursday|jeudi
jugar|verb|A1|||juego juegas juega juegan jugué juegue|spielen|play|jouer
julio|noun|A1|el|||Juli|July|juillet
junio|noun|A1|el|||Juni|June|juin
juntos|adverb|A1||||zusammen|together|ensemble
justo|adverb|A2||||gerade|just|juste
kilo|noun|A1|el|||Kilo|kilo|kilo
lago|noun|A2|el|||See|lake|lac
lámpara|noun|A1|la|||Lampe|lamp|lampe
lanzar|verb|A2||||werfen|throw|jeter
largo|adjective|A1||||lang|long|long
lavar|verb|A1||||waschen|wash|laver
leche|noun|A1|la|||Milch|milk|lait
leer|verb|A1|||leyó leyeron leído leyendo|lesen|read|lire
lejano|adjective|A1||||weit|far, wide|loin, large
lejos|adverb|A1||||weit|far|loin
lengua|noun|A1|la|||Sprache|language|langue
lento|adjective|A1||||langsam|slow|lent
letra|noun|A2|la|||Buchstabe|letter|lettre
levantarse|verb|A1||||aufstehen|get up|se lever
libertad|noun|A2|la|||Freiheit|freedom|liberté
libre|adjective|A2||||frei|free|libre
librería|noun|A2|la|||Buchhandlung|bookshop|librairie
libro|noun|A1|el|||Buch|book|livre
ligero|adjective|A1||||leicht|light, easy|léger, facile
limpiar|verb|A2||||putzen|clean|nettoyer
limpio|adjective|A2||||sauber|clean|propre
listo|adjective|A1||||fertig|ready, finished|prêt
llamada|noun|A1|la|||Anruf|call|appel
llamar|verb|A1|||llamarse|rufen, nennen, anrufen|call, shout|appeler
llamarse|verb|A1||||heißen|be called|s'appeler
llave|noun|A1|la|||Schlüssel|key|clé
llegar|verb|A1|||llegué llegue lleguen|ankommen|arrive|arriver
lleno|adjective|A1||||satt, voll|full|rassasié, plein
llevar|verb|A2||||führen, tragen|lead, carry, wear|mener, porter
llorar|verb|A2||||weinen|cry|pleurer
llover|verb|A1|||llueve llovió|regnen|rain|pleuvoir
lluvia|noun|A1|la|||Regen|rain|pluie
loco|adjective|B1||||verrückt|crazy|fou
lugar|noun|A2|el|||Ort|place|endroit
luna|noun|A2|la|||Mond|moon|lune
lunes|noun|A1|el||lunes|Montag|Monday|lundi
luz|noun|A2|la|||Licht|light|lumière
madera|noun|A2|la|||Holz|wood|bois
madre|noun|A1|la|||Mutter|mother|mère
maduro|adjective|A2||||reif|ripe|mûr
mal|adverb|A1||||schlecht|badly|mal
maleta|noun|A1|la|||Koffer|suitcase|valise
malo|adjective|A1|||mal peor peores|böse, schlecht|evil, angry, bad|méchant, mauvais
mañana|adverb|A1||||morgen|tomorrow|demain
mañana|noun|A1|la|||Morgen, Vormittag|morning|matin, matinée
mano|noun|A1|la|||Hand|hand|main
mantequilla|noun|A1|la|||Butter|butter|beurre
manzana|noun|A1|la|||Apfel|apple|pomme
mapa|noun|A1|el|||Karte|map, card, ticket|carte
máquina|noun|A2|la|||Maschine|machine|machine
mar|noun|A1|el|||Meer|sea|mer
maravilloso|adjective|A2||||wunderbar|wonderful|merveilleux
marrón|adjective|A1||||braun|brown|brun
martes|noun|A1|el||martes|Dienstag|Tuesday|mardi
marzo|noun|A1|el|||März|March|mars
más|adverb|A1||||mehr|more|plus
mayo|noun|A1|el|||Mai|May|mai
médica|noun|A2|la|||Ärztin|doctor|médecin
médico|noun|A1|el|||Arzt|doctor|médecin
medio|numeral|A1|||media|halb|half|demi
mediodía|noun|A1|el|||Mittag|noon|midi
menos|adverb|A1||||weniger|less|moins
mentir|verb|B1||||lügen|lie|mentir
mercado|noun|A1|el|||Markt|market|marché
mes|noun|A1|el|||Monat|month|mois
mesa|noun|A1|la|||Tisch|table|table
metro|noun|A1|el|||Meter|metre|mètre
mi|determiner|A1|||mis|mein|my|mon
miedo|noun|A2|el|||Angst|fear|peur
mientras|conjunction|A1||||während|while|pendant que
miércoles|noun|A1|el||miércoles|Mittwoch|Wednesday|mercredi
mil|numeral|A1||||tausend|thousand|mille
minuto|noun|A1|el|||Minute|minute|minute
mirar|verb|A1||||schauen|look, watch|regarder
mochila|noun|A2|la|||Rucksack|backpack|sac à dos
mojado|adjective|A2||||nass|wet|mouillé
momento|noun|A1|el|||Moment|moment|moment
montaña|noun|A2|la|||Berg|mountain|montagne
morir|verb|B1|||muero mueres muere mueren murió murieron muerto muriendo|sterben|die|mourir
mostrar|verb|A1|||muestro muestras muestra muestran|zeigen|show|montrer
móvil|noun|A1|el|||Handy|mobile phone|portable
mucho|adverb|A1||||viel|much, many|beaucoup
mucho|determiner|A1|||mucha muchos muchas|viel|much, many|beaucoup
mudarse|verb|A2||||umziehen|move|déménager
muerte|noun|B1|la|||Tod|death|mort
muerto|adjective|B1||||tot|dead|mort
mujer|noun|A1|la|||Frau|woman|femme
mundo|noun|A2|el|||Welt|world|monde
museo|noun|A2|el|||Museum|museum|musée
música|noun|A1|la|||Musik|music|musique
muy|adverb|A1||||sehr|very|très
nada|pronoun|A1||||nichts|nothing|rien
nadar|verb|A1||||schwimmen|swim|nager
nadie|pronoun|A1||||niemand|nobody|personne
nariz|noun|A1|la|||Nase|nose|nez
naturaleza|noun|A2|la|||Natur|nature|nature
naturalmente|adverb|A2||||natürlich|of course, naturally|naturellement
Navidad|noun|A2|la|||Weihnachten|Christmas|Noël
necesario|adjective|B1||||nötig|necessary|nécessaire
necesitar|verb|A1||||brauchen|need|avoir besoin
negro|adjective|A1||||schwarz|black|noir
ni|conjunction|B1||||weder|neither|ni
nieta|noun|A2|la|||Enkelin|granddaughter|petite-fille
nieto|noun|A2|el|||Enkel|grandson|petit-fils
nieve|noun|A1|la|||Schnee|snow|neige
ninguno|determiner|A2|||ningún ninguna|kein|no, none|aucun
niño|noun|A1|el|||Kind|child|enfant
no|adverb|A1||||nicht, nein|not, no|ne pas, non
no|other|A1||||nein|no|non
noche|noun|A1|la|||Nacht|night|nuit
nombrar|verb|A2||||nennen|name|nommer
nombre|noun|A1|el|||Name|name|nom
nosotros|pronoun|A1|||nosotras nos|wir|we|nous
noticia|noun|A2|la|||Nachricht|message, news|nouvelle, message
novela|noun|A2|la|||Roman|novel|roman
noviembre|noun|A1|el|||November|November|novembre
nube|noun|A2|la|||Wolke|cloud|nuage
nuestro|determiner|A1|||nuestra nuestros nuestras|unser|our|notre
nueve|numeral|A1||||neun|nine|neuf
nuevo|adjective|A1||||neu|new|nouveau
número|noun|A1|el|||Nummer, Zahl|number|numéro, nombre
nunca|adverb|A1||||nie|never|jamais
o|conjunction|A1|||u|oder, entweder|or, either|ou, soit
objetivo|noun|A2|el|||Ziel|goal, destination|but
obra|noun|A2|la|||Werk|work|œuvre
ocho|numeral|A1||||acht|eight|huit
octubre|noun|A1|el|||Oktober|October|octobre
ocupado|adjective|A1||||besetzt|occupied|occupé
oficina|noun|A1|la|||Büro|office|bureau
ofrecer|verb|A2|||ofrezco ofrezca|anbieten, bieten|offer|offrir
oír|verb|A1|||oigo oyes oye oyen oyó oyeron oiga oído oyendo|hören|hear|entendre, écouter
ojalá|adverb|A2||||hoffentlich|hopefully|espérons
ojo|noun|A1|el|||Auge|eye|œil
olvidar|verb|A2||||vergessen|forget|oublier
opinar|verb|A2||||meinen|mean, think|penser
opinión|noun|B1|la|||Meinung|opinion|opinion
ordenador|noun|A1|el|||Computer|computer|ordinateur
oreja|noun|A1|la|||Ohr|ear|oreille
orgulloso|adjective|B1||||stolz|proud|fier
oscuro|adjective|A2||||dunkel|dark|sombre
otoño|noun|A1|el|||Herbst|autumn|automne
otro|adjective|A1||||ander|other, different|autre
otro|determiner|A1|||otra otros otras|anderer|other, another|autre
padre|noun|A1|el|||Vater|father|père
padres|noun|A1|los||padres|Eltern|parents|parents
pagar|verb|A1|||pagué pague paguen|bezahlen, zahlen|pay|payer
página|noun|A2|la|||Seite|page, side|page, côté
país|noun|A1|el|||Land|country, land|pays
paisaje|noun|A2|el|||Landschaft|landscape|paysage
pájaro|noun|A1|el|||Vogel|bird|oiseau
palabra|noun|A1|la|||Wort|word|mot
pan|noun|A1|el|||Brot|bread|pain
panadería|noun|A1|la|||Bäckerei|bakery|boulangerie
panecillo|noun|A1|el|||Brötchen|bread roll|petit pain
pantalón|noun|A1|el|||Hose|trousers|pantalon
papel|noun|A1|el|||Papier|paper|papier
para|preposition|A1||||für|for|pour
parada|noun|A1|la|||Haltestelle|stop|arrêt
paraguas|noun|A2|el||paraguas|Regenschirm|umbrella|parapluie
parar|verb|A2||||aufhören|stop|arrêter
parecer|verb|A1|||parezco parezca|aussehen|look|avoir l'air
pared|noun|A2|la|||Wand|wall|mur
parque|noun|A1|el|||Park|park|parc
parte|noun|A2|la|||Teil|part|partie
pasado|adverb|A2||||vorbei|past, over|passé
pasaporte|noun|A1|el|||Pass|passport|passeport
pasar|verb|A2||||passieren, vorbeifahren|happen, drive past|se passer, passer
pasear|verb|A2||||spazieren|walk|se promener
paseo|noun|A2|el|||Spaziergang|walk|promenade
pastel|noun|A1|el|||Kuchen|cake|gâteau
patata|noun|A1|la|||Kartoffel|potato|pomme de terre
patria|noun|A2|la|||Heimat|home country|patrie
pausa|noun|A2|la|||Pause|break, pause|pause
paz|noun|B1|la|||Frieden|peace|paix
pedir|verb|A1|||pido pides pide piden pidió pidieron pida pidiendo|bestellen, bitten|order, ask, request|commander, demander, prier
película|noun|A1|la|||Film|film|film
peligro|noun|B1|el|||Gefahr|danger|danger
peligroso|adjective|A2||||gefährlich|dangerous|dangereux
pelo|noun|A1|el|||Haar|hair|cheveu
pensar|verb|A1|||pienso piensas piensa piensan piense|denken|think|penser
pequeño|adjective|A1||||klein|small, little|petit
pera|noun|A1|la|||Birne|pear|poire
perder|verb|A2|||pierdo pierdes pierde pierden pierda|verlieren, verpassen|lose, miss|perdre, manquer
perdón|other|A1||||Entschuldigung|sorry|pardon
perezoso|adjective|A1||||faul|lazy|paresseux
perfecto|adjective|B1||||perfekt|perfect|parfait
periódico|noun|A1|el|||Zeitung|newspaper|journal
pero|conjunction|A1||||aber|but|mais
perro|noun|A1|el|||Hund|dog|chien
persona|noun|A1|la|||Mensch|person, human being|personne
pertenecer|verb|A2||||gehören|belong|appartenir
pesado|adjective|A1||||schwer|heavy, difficult|lourd, difficile
pescado|noun|A1|el|||Fisch|fish|poisson
picante|adjective|A2||||scharf|sharp, spicy|piquant
pie|noun|A1|el|||Fuß|foot|pied
piedra|noun|A2|la|||Stein|stone|pierre
pierna|noun|A1|la|||Bein|leg|jambe
pintar|verb|A2||||malen|paint|peindre
piso|noun|A1|el|||Wohnung|flat, apartment|appartement
plan|noun|A2|el|||Plan|plan|plan
planta|noun|A2|la|||Pflanze|plant|plante
plato|noun|A1|el|||Teller|plate|assiette
playa|noun|A2|la|||Strand|beach|plage
plaza|noun|A1|la|||Platz|place, seat, square|place
pobre|adjective|A2||||arm|poor|pauvre
poco|adjective|A2||||wenig|little, few|peu
poco|determiner|A1|||poca pocos pocas|wenig|little, few|peu
poder|verb|A1|||puedo puedes puede pueden pude pudo pudieron podré podrá podría pueda puedas puedan pudiendo|können, dürfen|can, be able, may, be allowed|pouvoir
policía|noun|A2|la|||Polizei|police|police
poner|verb|A1|||pongo puse puso pusieron pondré pondrá ponga pongas pongan puesto|legen|lay, put|poser
ponerse|verb|A1|||pongo puse puso pusieron pondré pondrá ponga pongas pongan puesto|anziehen|put on|mettre
por|preposition|A1||||für, durch, wegen|for, by, through, because of|par, pour, à travers, à cause de
porque|conjunction|A1||||weil|because|parce que
posible|adjective|A2||||möglich|possible|possible
practicar|verb|A2|||practiqué|üben|practise|s'entraîner
práctico|adjective|A2||||praktisch|practical|pratique
prado|noun|A2|el|||Wiese|meadow|pré
precio|noun|A1|el|||Preis|price, prize|prix
precisamente|particle|A2||||eben|just|justement
pregunta|noun|A1|la|||Frage|question|question
preguntar|verb|A1||||fragen|ask|demander
preocupación|noun|A2|la|||Sorge|worry|souci
presentar|verb|A2||||vorstellen|introduce, imagine|présenter
prestar|verb|A2||||leihen|lend, borrow|prêter
primavera|noun|A2|la|||Frühling|spring|printemps
primero|adjective|A1|||primer|erst|first|premier
primero|adverb|A2||||zuerst|first|d'abord
principio|noun|A2|el|||Anfang|beginning|début
probablemente|adverb|A2||||wahrscheinlich|probably|probablement
problema|noun|A1|el|||Problem|problem|problème
profesión|noun|A1|la|||Beruf|profession|profession
profesor|noun|A1|el|||Lehrer|teacher|professeur
profesora|noun|A1|la|||Lehrerin|teacher|professeure
profundo|adjective|A2||||tief|deep|profond
prometer|verb|B1||||versprechen|promise|promettre
pronto|adverb|A2||||bald|soon|bientôt
propio|adjective|A2||||eigen|own|propre
próximo|adjective|A2||||nächst|next|prochain
público|adjective|B1||||öffentlich|public|public
pueblo|noun|A2|el|||Dorf, Volk|village, people|village, peuple
puente|noun|A1|el|||Brücke|bridge|pont
puerta|noun|A1|la|||Tür|door|porte
puerto|noun|A2|el|||Hafen|harbour, port|port
pues|conjunction|A1||||denn|because, then|car
pues|particle|A2||||halt|just|justement
puesto|noun|A2|el|||Stelle|place, job|place
puntual|adjective|A1||||pünktlich|punctual|ponctuel
que|conjunction|A1||||dass|that|que
que|pronoun|A1||||der, dass|that, which|que, qui
qué|pronoun|A1||||was|what|que, quoi
quedarse|verb|A1||||bleiben|stay, remain|rester
querer|verb|A1|||quiero quieres quiere quieren quise quiso quisieron querré querrá querría quiera quieras quieran|mögen, wollen|like, want|aimer, vouloir
querido|adjective|A1||||lieb|dear, kind|cher
queso|noun|A1|el|||Käse|cheese|fromage
quién|pronoun|A1|||quiénes quien quienes|wer|who|qui
quizás|adverb|A1||||vielleicht|perhaps, maybe|peut-être
rápido|adjective|A1||||schnell|fast, quick|rapide
raramente|adverb|A2||||selten|rarely|rarement
raro|adjective|A2||||komisch|funny, strange|drôle
razón|noun|B1|la|||Grund|reason|raison
real|adjective|B1||||wirklich|real, really|réel, vraiment
realmente|adverb|A2||||wirklich|really|vraiment
recibir|verb|A2||||bekommen|get, receive|recevoir
recomendar|verb|A2||||empfehlen|recommend|recommander
recordar|verb|A2|||recuerdo recuerdas recuerda recuerdan|erinnern|remember|se souvenir
redondo|adjective|A2||||rund|round|rond
reflexionar|verb|A2||||überlegen|consider|réfléchir
regalar|verb|A1||||schenken|give|offrir
regalo|noun|A1|el|||Geschenk|present, gift|cadeau
reír|verb|A1|||río ríes ríe ríen rió rieron riendo|lachen|laugh|rire
reloj|noun|A1|el|||Uhr|clock, watch, o'clock|horloge, montre
reparar|verb|A2||||reparieren|repair|réparer
repentino|adjective|A2||||plötzlich|sudden, suddenly|soudain
repetir|verb|A1||||wiederholen|repeat|répéter
resolver|verb|A2|||resuelvo resuelves resuelve resuelven resuelto|lösen|solve|résoudre
respuesta|noun|A2|la|||Antwort|answer|réponse
restaurante|noun|A1|el|||Restaurant|restaurant|restaurant
retraso|noun|A2|el|||Verspätung|delay|retard
rico|adjective|A1||||lecker, reich|tasty, rich|délicieux, riche
río|noun|A2|el|||Fluss|river|fleuve
rojo|adjective|A1||||rot|red|rouge
romper|verb|B1|||roto|brechen|break|casser
ropa|noun|A1|la|||Kleidung|clothes|vêtements
roto|adjective|A1||||kaputt|broken|cassé
ruidoso|adjective|A1||||laut|loud|bruyant, fort
sábado|noun|A1|el|||Samstag|Saturday|samedi
saber|verb|A1|||sé supe supo supieron sabré sabrá sabría sepa sepas sepan|schmecken, wissen|taste, know|goûter, savoir
sal|noun|A1|la|||Salz|salt|sel
salchicha|noun|A1|la|||Wurst|sausage|saucisse
salir|verb|A1|||salgo saldré saldrá|hinausgehen|go out, leave|sortir
saltar|verb|A2||||springen|jump|sauter
salud|noun|A2|la|||Gesundheit|health|santé
saludar|verb|A2||||grüßen|greet|saluer
saludo|noun|A2|el|||Gruß|greeting|salutation
salvaje|adjective|A2||||wild|wild|sauvage
sano|adjective|A1||||gesund|healthy|sain
satisfecho|adjective|A1||||zufrieden|satisfied|satisfait
se|pronoun|A1|||sí|sich|oneself|se
seco|adjective|A2||||trocken|dry|sec
sed|noun|A2|la|||Durst|thirst|soif
seguir|verb|B1|||sigo sigues sigue siguen siguió siguieron siga siguiendo|folgen|follow|suivre
segundo|adjective|A2||||zweit|second|deuxième
segundo|noun|A2|el|||Sekunde|second|seconde
seguramente|adverb|A2||||bestimmt|certainly|certainement
seguridad|noun|A2|la|||Sicherheit|safety, security|sécurité
seguro|adjective|A2||||sicher|sure, safe|sûr
seis|numeral|A1||||sechs|six|six
semana|noun|A1|la|||Woche|week|semaine
sencillo|adjective|A1||||einfach|simple, easy|simple
señor|noun|A1|el|||Herr|gentleman, mister|monsieur
señora|noun|A1|la|||Dame|lady|dame
sentar|verb|A2|||siento sientas sienta sientan|setzen|put, sit down|asseoir, mettre
sentimiento|noun|B1|el|||Gefühl|feeling|sentiment
sentir|verb|A2|||siento sientes siente sienten sintió sintieron sienta sintiendo|fühlen|feel|sentir
septiembre|noun|A1|el|||September|September|septembre
ser|verb|A1|||=soy eres es somos sois son era eras éramos erais eran fui fuiste fue fuimos fueron seré será serán sería sea seas sean siendo sido|sein|be|être
serio|adjective|B1||||ernst|serious|sérieux
si|conjunction|A1||||wenn, ob|if, when, whether|si, quand
sí|adverb|A1||||ja|yes|oui
sí|other|A1||||ja, doch|yes, but|oui, si
siempre|adverb|A1||||immer|always|toujours
siete|numeral|A1||||sieben|seven|sept
siglo|noun|A2|el|||Jahrhundert|century|siècle
significar|verb|A2|||signifique|bedeuten|mean|signifier
silencioso|adjective|A2||||leise, still|quiet, still|silencieux
silla|noun|A1|la|||Stuhl|chair|chaise
simpático|adjective|A1||||nett|nice|gentil
simplemente|adverb|A2||||einfach|simply|simplement
sin|preposition|A1||||ohne|without|sans
sino|conjunction|A2||||sondern|but rather|mais
sobre|preposition|A1||||über, auf|over, about|sur, au-dessus de
sol|noun|A1|el|||Sonne|sun|soleil
solitario|adjective|B1||||einsam|lonely|solitaire
solo|adjective|A1||||allein|alone|seul
solo|adverb|A1||||nur|only|seulement
soltero|adjective|A1||||ledig|single|célibataire
sombra|noun|A2|la|||Schatten|shadow, shade|ombre
sombrero|noun|A2|el|||Hut|hat|chapeau
sonar|verb|A1||||klingen|sound|sonner
soñar|verb|A2|||sueño sueñas sueña sueñan|träumen|dream|rêver
sonreír|verb|A2|||sonrío sonríes sonríe sonríen sonrió sonrieron sonriendo|lächeln|smile|sourire
sopa|noun|A1|la|||Suppe|soup|soupe
sostener|verb|A2||||halten|hold, stop|tenir
sótano|noun|A1|el|||Keller|cellar|cave
su|determiner|A1|||sus|sein, ihr|his, her, their|son, leur
subir|verb|A1||||einsteigen, steigen|get on, climb, rise|monter
sucio|adjective|A2||||schmutzig|dirty|sale
suelo|noun|A2|el|||Boden|floor, ground|sol
sueño|noun|A1|el|||Schlaf, Traum|sleep, dream|sommeil, rêve
suerte|noun|A2|la|||Glück|luck, happiness|chance, bonheur
supermercado|noun|A1|el|||Supermarkt|supermarket|supermarché
tal|determiner|A2|||tales|solcher|such|tel
también|adverb|A1||||auch|also, too|aussi
tan|adverb|A1||||so|so|si
tanto|conjunction|B1||||sowohl|both|aussi bien
tarde|adjective|A1||||spät|late|tard
tarde|noun|A1|la|||Abend, Nachmittag|evening, afternoon|soir, après-midi
tarea|noun|A2|la|||Aufgabe|task, exercise|tâche
taza|noun|A1|la|||Tasse|cup|tasse
té|noun|A1|el|||Tee|tea|thé
teatro|noun|A2|el|||Theater|theatre|théâtre
techo|noun|A2|el|||Dach|roof|toit
telefonear|verb|A2||||telefonieren|phone|téléphoner
teléfono|noun|A1|el|||Telefon|telephone|téléphone
televisor|noun|A1|el|||Fernseher|television|téléviseur
temprano|adjective|A1||||früh|early|tôt
tenedor|noun|A1|el|||Gabel|fork|fourchette
tener|verb|A1|||tengo tienes tiene tienen tuve tuvo tuvieron tendré tendrá tendría tenga tengas tengan|haben|have|avoir
tercero|adjective|A2|||tercer|dritt|third|troisième
terrible|adjective|B1||||schrecklich|terrible|terrible
texto|noun|A1|el|||Text|text|texte
tía|noun|A1|la|||Tante|aunt|tante
tiempo|noun|A1|el|||Wetter, Zeit|weather, time|temps
tienda|noun|A1|la|||Geschäft|shop, business|magasin
tierra|noun|A2|la|||Erde|earth|terre
típico|adjective|A2||||typisch|typical|typique
tirar|verb|A2||||ziehen|pull, move|tirer
todavía|adverb|A1||||noch|still, yet|encore
todo|determiner|A1|||toda todos todas|alle, alles|all, everything|tout
tomar|verb|A1||||nehmen|take|prendre
tomate|noun|A1|el|||Tomate|tomato|tomate
tonto|adjective|A2||||dumm|stupid|bête
trabajador|adjective|A2|||trabajadora trabajadores trabajadoras|fleißig|hard-working|travailleur
trabajar|verb|A1||||arbeiten|work|travailler
trabajo|noun|A1|el|||Arbeit|work|travail
traer|verb|A1|||traigo traje trajo trajeron traiga traído trayendo|bringen|bring|apporter
tráfico|noun|A2|el|||Verkehr|traffic|circulation
tranquilo|adjective|A1||||ruhig|calm, quiet|calme
trayecto|noun|A2|el|||Fahrt|ride, journey|trajet
tren|noun|A1|el|||Zug|train|train
tres|numeral|A1||||drei|three|trois
triste|adjective|A2||||traurig|sad|triste
trozo|noun|A1|el|||Stück|piece|morceau
tu|determiner|A1|||tus|dein|your|ton
tú|pronoun|A1|||te ti contigo|du|you|tu
último|adjective|A1||||letzt|last|dernier
un|determiner|A1|||una unos unas|ein, eine|a, an|un, une
universidad|noun|A2|la|||Universität|university|université
uno|numeral|A1||||eins|one|un
usar|verb|A2||||benutzen|use|utiliser
usted|pronoun|A1|||ustedes|Sie|you|vous
vaca|noun|A2|la|||Kuh|cow|vache
vacaciones|noun|A1|las||vacaciones|Ferien, Urlaub|holidays, holiday|vacances
vacío|adjective|A1||||leer|empty|vide
valor|noun|A2|el|||Mut|courage|courage
varios|determiner|A2|||varias|mehrere|several|plusieurs
vaso|noun|A1|el|||Glas|glass|verre
vecina|noun|A1|la|||Nachbarin|neighbour|voisine
vecino|noun|A1|el|||Nachbar|neighbour|voisin
vendedor|noun|A1|el|||Verkäufer|salesman, seller|vendeur
vendedora|noun|A1|la|||Verkäuferin|saleswoman|vendeuse
vender|verb|A1||||verkaufen|sell|vendre
venir|verb|A1|||vengo vienes viene vienen vine vino vinieron vendré vendrá venga vengas vengan viniendo|kommen|come|venir
ventana|noun|A1|la|||Fenster|window|fenêtre
ver|verb|A1|||veo veía veías veían visto vea veas vean vio|sehen|see|voir
verano|noun|A1|el|||Sommer|summer|été
verdad|noun|B1|la|||Wahrheit|truth|vérité
verdadero|adjective|A2||||wahr|true|vrai
verde|adjective|A1||||grün|green|vert
verdura|noun|A1|la|||Gemüse|vegetables|légume
vestido|noun|A1|el|||Kleid|dress|robe
viajar|verb|A1||||reisen|travel|voyager
viaje|noun|A1|el|||Reise|journey, trip|voyage
vida|noun|A1|la|||Leben|life|vie
viejo|adjective|A1||||alt|old|vieux
viento|noun|A2|el|||Wind|wind|vent
viernes|noun|A1|el||viernes|Freitag|Friday|vendredi
vino|noun|A1|el|||Wein|wine|vin
visita|noun|A2|la|||Besuch|visit|visite
visitar|verb|A1||||besuchen|visit|visiter, rendre visite
vivir|verb|A1||||leben, wohnen|live|vivre, habiter
volar|verb|A1|||vuelo vuelas vuela vuelan|fliegen|fly|voler
volver|verb|A1|||vuelvo vuelves vuelve vuelven vuelto|zurückkommen|return, come back|revenir
vosotros|pronoun|A1|||vosotras os|ihr|you|vous
voz|noun|A2|la|||Stimme|voice|voix
vuelo|noun|A1|el|||Flug|flight|vol
vuestro|determiner|A1|||vuestra vuestros vuestras|euer|your|votre
y|conjunction|A1|||e|und|and|et
ya|adverb|A1||||schon, bereits|already|déjà
yo|pronoun|A1|||me mí conmigo|ich|I|je
zanahoria|noun|A2|la|||Möhre|carrot|carotte
zapato|noun|A1|el|||Schuh|shoe|chaussure
zumo|noun|A1|el|||Saft|juice|jus
`;
