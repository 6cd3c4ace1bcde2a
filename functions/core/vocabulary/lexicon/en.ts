/** English words. Columns: see `parse-lexicon.ts`; translations are into de, es, fr. */
export const ENGLISH = `
a|determiner|A1|||an|ein, eine|un, una|un, une
about|adverb|A2||||ungefähr|aproximadamente|environ
about|preposition|A1||||über|sobre|sur, à propos de
above|adverb|A1||||oben|arriba|en haut
above|preposition|A2||||über|encima de|au-dessus de
accident|noun|A2||||Unfall|accidente|accident
across|preposition|A2||||über|a través de|à travers
actually|adverb|A2||||eigentlich|en realidad|en fait
address|noun|A1||||Adresse|dirección|adresse
after|conjunction|B1||||nachdem|después de que|après que
after|preposition|A1||||nach, nachdem|después de, a|après, vers
afternoon|noun|A1||||Nachmittag|tarde|après-midi
afterwards|adverb|A2||||nachher|después|après
again|adverb|A1||||wieder|otra vez|de nouveau
against|preposition|A2||||gegen|contra|contre
air|noun|A2||||Luft|aire|air
airport|noun|A1||||Flughafen|aeropuerto|aéroport
all|determiner|A1||||alle|todos, todo|tous, tout
almost|adverb|A2||||fast|casi|presque
alone|adjective|A1||||allein|solo|seul
along|preposition|A2||||entlang|a lo largo de|le long de
already|adverb|A1||||schon, bereits|ya|déjà
also|adverb|A1||||auch|también|aussi
although|conjunction|B1||||obwohl|aunque|bien que
always|adverb|A1||||immer|siempre|toujours
and|conjunction|A1||||und|y|et
animal|noun|A1||||Tier|animal|animal
answer|noun|A2||||Antwort|respuesta|réponse
answer|verb|A1||||antworten|contestar|répondre
any|determiner|A1||||irgendein|algún|quelque
anybody|pronoun|A2|||anyone|irgendjemand|alguien|quelqu'un
anything|pronoun|A2||||irgendetwas|algo|quelque chose
apple|noun|A1||||Apfel|manzana|pomme
appointment|noun|A2||||Termin|cita|rendez-vous
April|noun|A1||||April|abril|avril
arm|noun|A1||||Arm|brazo|bras
around|preposition|A1||||um, herum|alrededor de|autour de
art|noun|B1||||Kunst|arte|art
as|conjunction|A1||||als, wie|como|comme
ask|verb|A1||||bitten, fragen|pedir, rogar, preguntar|demander, prier
at|preposition|A1||||an, bei, um|en, a, con, alrededor de|à, sur, chez, près de
August|noun|A1||||August|agosto|août
aunt|noun|A1||||Tante|tía|tante
autumn|noun|A1||||Herbst|otoño|automne
away|adverb|A1||||weg|lejos, fuera|loin, parti
baby|noun|A1||||Baby|bebé|bébé
back|adverb|A1||||zurück|de vuelta|de retour
back|noun|A2||||Rücken|espalda|dos
backpack|noun|A2||||Rucksack|mochila|sac à dos
bad|adjective|A1||||schlecht, schlimm|malo, grave|mauvais, grave
bag|noun|A1||||Tasche|bolso|sac
bake|verb|A1||||backen|hornear|cuire
bakery|noun|A1||||Bäckerei|panadería|boulangerie
bath|noun|A1||||Bad|baño|bain
be|verb|A1|||=am is are was were been being|sein|ser, estar|être
beach|noun|A2||||Strand|playa|plage
beautiful|adjective|A1||||schön|hermoso, bonito|beau
because|conjunction|A1||||weil, denn|porque, pues|parce que, car
become|verb|A1|||became|werden|hacerse, volverse|devenir
bed|noun|A1||||Bett|cama|lit
beer|noun|A1||||Bier|cerveza|bière
before|conjunction|A2||||bevor|antes de que|avant que
before|adverb|A2||||vorher|antes|avant
before|preposition|A1||||vor|antes de, delante de|avant, devant
begin|verb|A1|||began begun|anfangen, beginnen|empezar, comenzar|commencer
beginning|noun|A2||||Anfang|principio|début
behind|adverb|A2||||hinten|atrás|derrière
behind|preposition|A1||||hinter|detrás de|derrière
believe|verb|A2||||glauben|creer|croire
belly|noun|A2||||Bauch|barriga|ventre
belong|verb|A2||||gehören|pertenecer|appartenir
below|adverb|A1||||unten|abajo|en bas
below|preposition|A2||||unter|debajo de|au-dessous de
bench|noun|A1||||Bank|banco|banc
besides|adverb|B1||||außerdem|además|en plus
between|preposition|A1||||zwischen|entre|entre
bicycle|noun|A1||||Fahrrad|bicicleta|vélo
big|adjective|A1||||groß|grande|grand
bill|noun|A1||||Rechnung|cuenta|addition, facture
bird|noun|A1||||Vogel|pájaro|oiseau
birthday|noun|A1||||Geburtstag|cumpleaños|anniversaire
bitter|adjective|A2||||bitter|amargo|amer
black|adjective|A1||||schwarz|negro|noir
blind|adjective|A2||||blind|ciego|aveugle
blue|adjective|A1||||blau|azul|bleu
boat|noun|A2||||Boot|barca|bateau
body|noun|A2||||Körper|cuerpo|corps
book|noun|A1||||Buch|libro|livre
bookshop|noun|A2||||Buchhandlung|librería|librairie
boring|adjective|A1||||langweilig|aburrido|ennuyeux
borrow|verb|A2||||leihen|pedir prestado|emprunter
both|conjunction|B1||||sowohl|tanto|aussi bien
both|determiner|A2||||beide|ambos|les deux
bottle|noun|A1||||Flasche|botella|bouteille
boy|noun|A1||||Junge|chico|garçon
bread|noun|A1||||Brot|pan|pain
break|noun|A2||||Pause|pausa|pause
break|verb|B1|||broke broken|brechen|romper|casser
breakfast|noun|A1||||Frühstück|desayuno|petit-déjeuner
bridge|noun|A1||||Brücke|puente|pont
bright|adjective|A1||||hell|claro|clair
bring|verb|A1|||brought|bringen|traer|apporter
broken|adjective|A1||||kaputt|roto|cassé
brother|noun|A1||||Bruder|hermano|frère
brown|adjective|A1||||braun|marrón|brun
build|verb|A2|||built|bauen|construir|construire
bus|noun|A1||||Bus|autobús|bus
but|conjunction|A1||||aber|pero|mais
butter|noun|A1||||Butter|mantequilla|beurre
buy|verb|A1|||bought|kaufen|comprar|acheter
by|preposition|A1||||von, bei|por|par
bye|other|A1||||tschüss|adiós|salut, au revoir
café|noun|A1||||Café|cafetería|café
cake|noun|A1||||Kuchen|pastel|gâteau
calculate|verb|A2||||rechnen|calcular|calculer
call|noun|A1||||Anruf|llamada|appel
call|verb|A1||||anrufen, rufen|llamar, gritar|appeler
calm|adjective|A1||||ruhig|tranquilo|calme
can|verb|A1|||=could|können|poder|pouvoir
car|noun|A1||||Auto, Wagen|coche, vagón|voiture, wagon
careful|adjective|A2||||vorsichtig|cuidadoso|prudent
carrot|noun|A2||||Möhre|zanahoria|carotte
carry|verb|A2||||tragen|llevar|porter
cat|noun|A1||||Katze|gato|chat
caution|noun|B1||||Vorsicht|cuidado|prudence
celebrate|verb|A1||||feiern|celebrar|fêter
cellar|noun|A1||||Keller|sótano|cave
century|noun|A2||||Jahrhundert|siglo|siècle
certainly|adverb|A2||||bestimmt|seguramente|certainement
chair|noun|A1||||Stuhl|silla|chaise
change|verb|A2||||ändern|cambiar|changer
cheap|adjective|A1||||billig, günstig|barato, económico|bon marché, avantageux
cheerful|adjective|B1||||fröhlich|alegre|joyeux
cheese|noun|A1||||Käse|queso|fromage
child|noun|A1|||children|Kind|niño|enfant
childhood|noun|A2||||Kindheit|infancia|enfance
chocolate|noun|A1||||Schokolade|chocolate|chocolat
choose|verb|A2|||chose chosen|wählen|elegir|choisir
Christmas|noun|A2||||Weihnachten|Navidad|Noël
church|noun|A2||||Kirche|iglesia|église
cinema|noun|A1||||Kino|cine|cinéma
city|noun|A1||||Stadt|ciudad|ville
class|noun|A1||||Klasse|clase|classe
clean|adjective|A2||||sauber|limpio|propre
clean|verb|A2||||putzen|limpiar|nettoyer
clear|adjective|A2||||deutlich, klar|claro|clair
clever|adjective|A2||||klug|inteligente|intelligent
climb|verb|A2||||steigen|subir|monter
clock|noun|A1||||Uhr|reloj|horloge, montre
close|verb|A2||||schließen|cerrar|fermer
clothes|noun|A1||||Kleidung|ropa|vêtements
cloud|noun|A2||||Wolke|nube|nuage
coat|noun|A1||||Mantel|abrigo|manteau
coffee|noun|A1||||Kaffee|café|café
cold|adjective|A1||||kalt|frío|froid
colleague|noun|A1||||Kollege, Kollegin|colega|collègue
colour|noun|A1||||Farbe|color|couleur
colourful|adjective|A1||||bunt|colorido|coloré
come|verb|A1|||came|kommen|venir|venir
comfortable|adjective|A1||||bequem|cómodo|confortable
common|adjective|A2||||gemeinsam|común|commun
company|noun|A1||||Firma|empresa|entreprise
compare|verb|A2||||vergleichen|comparar|comparer
computer|noun|A1||||Computer|ordenador|ordinateur
consider|verb|A2||||überlegen|reflexionar|réfléchir
conversation|noun|A1||||Gespräch|conversación|conversation
cook|verb|A1||||kochen|cocinar|cuisiner
cool|adjective|A2||||kühl|fresco|frais
corner|noun|A2||||Ecke|esquina|coin
cost|verb|A1|||cost|kosten|costar|coûter
cosy|adjective|A2||||gemütlich|acogedor|douillet
country|noun|A1||||Land|país|pays
courage|noun|A2||||Mut|valor|courage
course|noun|A1||||Kurs|curso|cours
cow|noun|A2||||Kuh|vaca|vache
crazy|adjective|B1||||verrückt|loco|fou
cry|verb|A2||||weinen|llorar|pleurer
cup|noun|A1||||Tasse|taza|tasse
cupboard|noun|A1||||Schrank|armario|armoire
customer|noun|A2||||Kunde, Kundin|cliente, clienta|client, cliente
cut|verb|A2|||cut cutting|schneiden|cortar|couper
dance|verb|A1||||tanzen|bailar|danser
danger|noun|B1||||Gefahr|peligro|danger
dangerous|adjective|A2||||gefährlich|peligroso|dangereux
dark|adjective|A2||||dunkel|oscuro|sombre
date|noun|A1||||Datum|fecha|date
daughter|noun|A1||||Tochter|hija|fille
day|noun|A1||||Tag|día|jour
dead|adjective|B1||||tot|muerto|mort
dear|adjective|A1||||lieb|querido|cher
death|noun|B1||||Tod|muerte|mort
December|noun|A1||||Dezember|diciembre|décembre
decide|verb|B1||||entscheiden|decidir|décider
deep|adjective|A2||||tief|profundo|profond
delay|noun|A2||||Verspätung|retraso|retard
describe|verb|B1||||beschreiben|describir|décrire
desire|noun|A2||||Lust|gana|envie
despite|preposition|B1||||trotz|a pesar de|malgré
die|verb|B1|||dying|sterben|morir|mourir
difference|noun|B1||||Unterschied|diferencia|différence
different|adjective|A2||||unterschiedlich, verschieden|diferente|différent
difficult|adjective|A1||||schwierig|difícil|difficile
dinner|noun|A1||||Abendessen|cena|dîner
direct|adjective|A1||||direkt|directo|direct
dirty|adjective|A2||||schmutzig|sucio|sale
divide|verb|A2||||teilen|dividir|diviser
do|verb|A1|||=does did done doing|tun, machen|hacer|faire
doctor|noun|A1||||Arzt, Ärztin|médico, médica|médecin
dog|noun|A1||||Hund|perro|chien
door|noun|A1||||Tür|puerta|porte
doubt|noun|B1||||Zweifel|duda|doute
down|preposition|A1||||ab, hinunter|abajo|en bas
dream|noun|A2||||Traum|sueño|rêve
dream|verb|A2||||träumen|soñar|rêver
dress|noun|A1||||Kleid|vestido|robe
drink|noun|A1||||Getränk|bebida|boisson
drink|verb|A1|||drank drunk|trinken|beber|boire
drive|verb|A1|||drove driven|fahren|conducir, ir|conduire, aller
dry|adjective|A2||||trocken|seco|sec
during|preposition|A2||||während|durante|pendant
each|determiner|A1||||jeder|cada|chaque
ear|noun|A1||||Ohr|oreja|oreille
early|adjective|A1||||früh|temprano|tôt
earn|verb|A2||||verdienen|ganar|gagner
earth|noun|A2||||Erde|tierra|terre
eat|verb|A1|||ate eaten|essen|comer|manger
egg|noun|A1||||Ei|huevo|œuf
eight|numeral|A1||||acht|ocho|huit
either|conjunction|B1||||entweder|o|soit
eleven|numeral|A1||||elf|once|onze
empty|adjective|A1||||leer|vacío|vide
end|noun|A1||||Ende|fin|fin
enough|adverb|A2||||genug|bastante|assez
environment|noun|B1||||Umwelt|medio ambiente|environnement
especially|adverb|A2||||besonders|especialmente|surtout
euro|noun|A1||||Euro|euro|euro
even|adverb|B1||||sogar|incluso|même
evening|noun|A1||||Abend|tarde, noche|soir
every|determiner|A1||||jeder|cada|chaque
everybody|pronoun|A1|||everyone|jeder, alle|todos|tout le monde
everything|pronoun|A1||||alles|todo|tout
everywhere|adverb|A2||||überall|en todas partes|partout
evil|adjective|A2||||böse|malo|méchant
exact|adjective|A2||||genau|exacto|exact
exam|noun|A2||||Prüfung|examen|examen
example|noun|A2||||Beispiel|ejemplo|exemple
except|preposition|A2||||außer|excepto|sauf
exciting|adjective|A2||||spannend|emocionante|passionnant
expensive|adjective|A1||||teuer|caro|cher
experience|noun|B1||||Erfahrung|experiencia|expérience
explain|verb|A1||||erklären|explicar|expliquer
eye|noun|A1||||Auge|ojo|œil
face|noun|A2||||Gesicht|cara|visage
fall|verb|A2|||fell fallen|fallen|caer|tomber
family|noun|A1||||Familie|familia|famille
famous|adjective|A2||||berühmt|famoso|célèbre
far|adjective|A1||||weit|lejano, amplio|loin, large
far|adverb|A1||||weit|lejos|loin
fast|adjective|A1||||schnell|rápido|rapide
father|noun|A1||||Vater|padre|père
fear|noun|A2||||Angst|miedo|peur
February|noun|A1||||Februar|febrero|février
feel|verb|A2|||felt|fühlen|sentir|sentir
feeling|noun|B1||||Gefühl|sentimiento|sentiment
fetch|verb|A1||||holen|buscar, traer|aller chercher
film|noun|A1||||Film|película|film
finally|adverb|A2||||endlich|por fin|enfin
find|verb|A1|||found|finden|encontrar|trouver
finger|noun|A2||||Finger|dedo|doigt
fire|noun|A2||||Feuer|fuego|feu
firm|adjective|A2||||fest|firme|ferme
first|adjective|A1||||erst|primero|premier
first|adverb|A2||||zuerst|primero|d'abord
fish|noun|A1||||Fisch|pescado, pez|poisson
fit|verb|A2||||passen|encajar|convenir
five|numeral|A1||||fünf|cinco|cinq
flat|noun|A1||||Wohnung|piso|appartement
flight|noun|A1||||Flug|vuelo|vol
floor|noun|A2||||Boden|suelo|sol
flower|noun|A1||||Blume|flor|fleur
fly|verb|A1|||flew flown|fliegen|volar|voler
follow|verb|B1||||folgen|seguir|suivre
food|noun|A1||||Essen, Lebensmittel|comida, alimento|repas, aliment
foot|noun|A1|||feet|Fuß|pie|pied
football|noun|A1||||Fußball|fútbol|football
for|preposition|A1||||für|para, por|pour
forest|noun|A2||||Wald|bosque|forêt
forget|verb|A2|||forgot forgotten|vergessen|olvidar|oublier
fork|noun|A1||||Gabel|tenedor|fourchette
four|numeral|A1||||vier|cuatro|quatre
free|adjective|A2||||frei|libre|libre
freedom|noun|A2||||Freiheit|libertad|liberté
freeze|verb|A2|||froze frozen|frieren|tener frío|geler
fresh|adjective|A1||||frisch|fresco|frais
Friday|noun|A1||||Freitag|viernes|vendredi
friend|noun|A1||||Freund, Freundin|amigo, amiga|ami, amie
friendly|adjective|A1||||freundlich|amable|aimable
from|preposition|A1||||von, aus|de, desde|de
fruit|noun|A1||||Obst|fruta|fruit
full|adjective|A1||||satt, voll|lleno|rassasié, plein
fun|noun|A2||||Spaß|diversión|plaisir
funny|adjective|A2||||komisch, lustig|raro, divertido|drôle, amusant
future|adjective|B1||||zukünftig|futuro|futur
future|noun|B1||||Zukunft|futuro|avenir
game|noun|A1||||Spiel|juego|jeu
garden|noun|A1||||Garten|jardín|jardin
gentleman|noun|A1||||Herr|señor|monsieur
German|adjective|A1||||deutsch|alemán|allemand
get|verb|A2|||got gotten|bekommen|recibir|recevoir
girl|noun|A1||||Mädchen|chica|fille
give|verb|A1|||gave given|geben, schenken|dar, regalar|donner, offrir
glad|adjective|A1||||froh|contento|content
gladly|adverb|A1||||gern|con gusto|volontiers
glass|noun|A1||||Glas|vaso|verre
glasses|noun|A1||||Brille|gafas|lunettes
go|verb|A1|||went gone|gehen|ir|aller
goal|noun|A2||||Ziel|objetivo|but
good|adjective|A1|||better best|gut|bueno|bon
government|noun|B1||||Regierung|gobierno|gouvernement
granddaughter|noun|A2||||Enkelin|nieta|petite-fille
grandma|noun|A1||||Oma|abuelita|mamie
grandpa|noun|A1||||Opa|abuelito|papi
grandson|noun|A2||||Enkel|nieto|petit-fils
great|adjective|A2||||toll|estupendo|super
green|adjective|A1||||grün|verde|vert
greet|verb|A2||||grüßen|saludar|saluer
greeting|noun|A2||||Gruß|saludo|salutation
grey|adjective|A1||||grau|gris|gris
group|noun|A2||||Gruppe|grupo|groupe
grow|verb|A2|||grew grown|wachsen|crecer|grandir
guest|noun|A1||||Gast|huésped|invité
hair|noun|A1||||Haar|pelo|cheveu
half|numeral|A1||||halb|medio|demi
ham|noun|A1||||Schinken|jamón|jambon
hand|noun|A1||||Hand|mano|main
hang|verb|A2|||hung|hängen|colgar|accrocher, pendre
happen|verb|A2||||passieren|pasar|arriver, se passer
happy|adjective|A1||||glücklich|feliz|heureux
harbour|noun|A2||||Hafen|puerto|port
hard|adjective|A2||||hart|duro|dur
hard-working|adjective|A2||||fleißig|trabajador|travailleur
hardly|adverb|B1||||kaum|apenas|à peine
hat|noun|A2||||Hut|sombrero|chapeau
have|verb|A1|||=has had having|haben|tener, haber|avoir
he|pronoun|A1|||him|er|él|il
head|noun|A1||||Kopf|cabeza|tête
health|noun|A2||||Gesundheit|salud|santé
healthy|adjective|A1||||gesund|sano|sain
hear|verb|A1|||heard|hören|oír, escuchar|entendre, écouter
heart|noun|A2||||Herz|corazón|cœur
heavy|adjective|A1||||schwer|pesado, difícil|lourd, difficile
hello|other|A1||||hallo|hola|bonjour, salut
help|noun|A1||||Hilfe|ayuda|aide
help|verb|A1||||helfen|ayudar|aider
her|determiner|A1||||ihr|su|son
here|adverb|A1||||hier, her|aquí, hacia aquí|ici
herself|pronoun|A2||||sich selbst|sí misma|elle-même
high|adjective|A1||||hoch|alto|haut
hike|verb|A2||||wandern|hacer senderismo|randonner
himself|pronoun|A2||||sich selbst|sí mismo|lui-même
his|determiner|A1||||sein|su|son
hit|verb|B1|||hit hitting|schlagen|golpear|frapper
hobby|noun|A1||||Hobby|afición|passe-temps
hold|verb|A2|||held|halten|sostener, parar|tenir
holiday|noun|A1||||Urlaub|vacaciones|vacances
holidays|noun|A2||||Ferien|vacaciones|vacances
home|adverb|A1||||nach Hause|a casa|à la maison
homework|noun|A2||||Hausaufgabe|deberes|devoir
hope|noun|B1||||Hoffnung|esperanza|espoir
hope|verb|A2||||hoffen|esperar|espérer
hopefully|adverb|A2||||hoffentlich|ojalá|espérons
horse|noun|A2||||Pferd|caballo|cheval
hospital|noun|A1||||Krankenhaus|hospital|hôpital
hot|adjective|A1||||heiß|caliente|chaud
hotel|noun|A1||||Hotel|hotel|hôtel
hour|noun|A1||||Stunde|hora|heure
house|noun|A1||||Haus|casa|maison
how|conjunction|A1||||wie|cómo, como|comment, comme
how|adverb|A1||||wie|cómo|comment
however|adverb|B1||||allerdings|sin embargo|cependant
hundred|numeral|A1||||hundert|cien|cent
hunger|noun|A2||||Hunger|hambre|faim
hungry|adjective|A1||||hungrig|hambriento|affamé
I|pronoun|A1|||me|ich|yo|je
idea|noun|A2||||Idee|idea|idée
if|conjunction|A1||||wenn, ob|si, cuando|si, quand
ill|adjective|A1||||krank|enfermo|malade
illness|noun|A2||||Krankheit|enfermedad|maladie
imagine|verb|A2||||sich vorstellen|imaginar|imaginer
immediately|adverb|A2||||sofort|inmediatamente|tout de suite
important|adjective|A1||||wichtig|importante|important
in|preposition|A1||||in|en|dans, en
indeed|adverb|A2||||zwar|ciertamente|certes
inside|adverb|A2||||drinnen|dentro|dedans
interest|verb|A2||||interessieren|interesar|intéresser
interesting|adjective|A1||||interessant|interesante|intéressant
into|preposition|A1||||in|en, dentro de|dans
introduce|verb|A2||||vorstellen|presentar|présenter
invite|verb|A1||||einladen|invitar|inviter
island|noun|A2||||Insel|isla|île
it|pronoun|A1||||es|ello|il, ça
its|determiner|A1||||sein|su|son
itself|pronoun|A2||||sich selbst|sí mismo|lui-même
jacket|noun|A1||||Jacke|chaqueta|veste
January|noun|A1||||Januar|enero|janvier
job|noun|A1||||Job|empleo|emploi
journey|noun|A1||||Reise|viaje|voyage
joy|noun|A2||||Freude|alegría|joie
juice|noun|A1||||Saft|zumo|jus
July|noun|A1||||Juli|julio|juillet
jump|verb|A2||||springen|saltar|sauter
June|noun|A1||||Juni|junio|juin
just|adverb|A1||||gerade, nur|justo, solo|juste
just|particle|A2||||mal, eben, halt|una vez, precisamente, pues|une fois, justement
keep|verb|A1|||kept|behalten|guardar, conservar|garder
key|noun|A1||||Schlüssel|llave|clé
kilo|noun|A1||||Kilo|kilo|kilo
kitchen|noun|A1||||Küche|cocina|cuisine
knife|noun|A1|||knives|Messer|cuchillo|couteau
know|verb|A1|||knew known|kennen, wissen|conocer, saber|connaître, savoir
known|adjective|A2||||bekannt|conocido|connu
lady|noun|A1||||Dame|señora|dame
lake|noun|A2||||See|lago|lac
lamp|noun|A1||||Lampe|lámpara|lampe
landscape|noun|A2||||Landschaft|paisaje|paysage
language|noun|A1||||Sprache|lengua|langue
last|adjective|A1||||letzt|último|dernier
last|adverb|A2||||zuletzt|por último|en dernier
late|adjective|A1||||spät|tarde|tard
later|adverb|A2||||später|más tarde|plus tard
laugh|verb|A1||||lachen|reír|rire
lay|verb|A1|||laid|legen|poner|poser
lazy|adjective|A1||||faul|perezoso|paresseux
lead|verb|A2|||led|führen|llevar, guiar|mener
leaf|noun|A2||||Blatt|hoja|feuille
learn|verb|A1|||learnt learned|lernen|aprender|apprendre
leave|verb|A1|||left|verlassen, lassen|salir, dejar, abandonar|partir, laisser, quitter
left|adjective|A1||||link|izquierdo|gauche
left|adverb|A1||||links|a la izquierda|à gauche
leg|noun|A1||||Bein|pierna|jambe
lend|verb|A2|||lent|leihen|prestar|prêter
less|adverb|A2||||weniger|menos|moins
lessons|noun|A2||||Unterricht|enseñanza|enseignement
let|verb|B1|||let letting|lassen|dejar|laisser
letter|noun|A1||||Brief, Buchstabe|carta, letra|lettre
lie|verb|A1|||lay lain lying|liegen, lügen|estar tumbado, mentir|être couché, mentir
life|noun|A1|||lives|Leben|vida|vie
light|adjective|A1||||leicht|ligero, fácil|léger, facile
light|noun|A2||||Licht|luz|lumière
like|verb|A1||||mögen|querer, gustar|aimer, vouloir
listen|verb|A2||||zuhören|escuchar|écouter
little|adjective|A2||||wenig|poco|peu
live|verb|A1||||leben, wohnen|vivir|vivre, habiter
lonely|adjective|B1||||einsam|solitario|solitaire
long|adjective|A1||||lang|largo|long
look|verb|A1||||schauen, aussehen|mirar, parecer|regarder, avoir l'air
lose|verb|A2|||lost|verlieren|perder|perdre
loud|adjective|A1||||laut|ruidoso, alto|bruyant, fort
love|noun|A2||||Liebe|amor|amour
love|verb|A1||||lieben|amar|aimer
luck|noun|A2||||Glück|suerte, felicidad|chance, bonheur
luggage|noun|A1||||Gepäck|equipaje|bagage
lunch|noun|A1||||Mittagessen|almuerzo|déjeuner
machine|noun|A2||||Maschine|máquina|machine
make|verb|A1|||made|machen|hacer|faire
man|noun|A1|||men|Mann|hombre|homme
many|adverb|A1||||viele|muchos|beaucoup
map|noun|A1||||Karte|mapa, tarjeta|carte
March|noun|A1||||März|marzo|mars
market|noun|A1||||Markt|mercado|marché
married|adjective|A1||||verheiratet|casado|marié
May|noun|A1||||Mai|mayo|mai
may|verb|A2|||=might|dürfen|poder|pouvoir
meadow|noun|A2||||Wiese|prado|pré
mean|verb|A2|||meant|bedeuten, meinen|significar, opinar|signifier, penser
meat|noun|A1||||Fleisch|carne|viande
meet|verb|A1|||met|treffen|encontrar|rencontrer
menu|noun|A1||||Speisekarte|carta|menu
message|noun|A2||||Nachricht|noticia, mensaje|nouvelle, message
metre|noun|A1||||Meter|metro|mètre
middle|noun|A2||||Mitte|centro|milieu
milk|noun|A1||||Milch|leche|lait
mine|pronoun|A2||||meiner|mío|le mien
minute|noun|A1||||Minute|minuto|minute
mirror|noun|A2||||Spiegel|espejo|miroir
miss|verb|A2||||verpassen|perder|manquer
mistake|noun|A2||||Fehler|error|faute
moment|noun|A1||||Moment|momento|moment
Monday|noun|A1||||Montag|lunes|lundi
money|noun|A1||||Geld|dinero|argent
month|noun|A1||||Monat|mes|mois
moon|noun|A2||||Mond|luna|lune
more|adverb|A1||||mehr|más|plus
morning|noun|A1||||Morgen, Vormittag|mañana|matin, matinée
mostly|adverb|A2||||meist|la mayoría|la plupart
mother|noun|A1||||Mutter|madre|mère
mountain|noun|A2||||Berg|montaña|montagne
mouth|noun|A1||||Mund|boca|bouche
move|verb|A2||||bewegen, umziehen|mover, mudarse|bouger, déménager
much|adverb|A1||||viel|mucho|beaucoup
museum|noun|A2||||Museum|museo|musée
music|noun|A1||||Musik|música|musique
must|verb|A1|||=|müssen|deber, tener que|devoir
my|determiner|A1||||mein|mi|mon
myself|pronoun|A2||||mich selbst|mí mismo|moi-même
name|noun|A1||||Name|nombre|nom
name|verb|A2||||nennen|nombrar|nommer
namely|adverb|A2||||nämlich|es que|en effet
narrow|adjective|A2||||eng|estrecho|étroit
nature|noun|A2||||Natur|naturaleza|nature
near|adjective|A1||||nah|cercano|proche
near|preposition|A1||||nahe|cerca de|près de
necessary|adjective|B1||||nötig|necesario|nécessaire
neck|noun|A1||||Hals|cuello|cou
need|verb|A1||||brauchen|necesitar|avoir besoin
neighbour|noun|A1||||Nachbar, Nachbarin|vecino, vecina|voisin, voisine
neither|conjunction|B1||||weder|ni|ni
never|adverb|A1||||nie, niemals|nunca, jamás|jamais
nevertheless|adverb|A2||||trotzdem|sin embargo|quand même
new|adjective|A1||||neu|nuevo|nouveau
news|noun|A1|||news|Nachricht|noticia|nouvelle
newspaper|noun|A1||||Zeitung|periódico|journal
next|adjective|A2||||nächst|próximo|prochain
nice|adjective|A1||||nett|simpático|gentil
night|noun|A1||||Nacht|noche|nuit
nine|numeral|A1||||neun|nueve|neuf
no|other|A1||||nein|no|non
no|determiner|A1||||kein, nein|ningún, no|aucun, non
nobody|pronoun|A1||||niemand|nadie|personne
noon|noun|A1||||Mittag|mediodía|midi
nose|noun|A1||||Nase|nariz|nez
not|adverb|A1||||nicht|no|ne pas
nothing|pronoun|A1||||nichts|nada|rien
novel|noun|A2||||Roman|novela|roman
November|noun|A1||||November|noviembre|novembre
now|adverb|A1||||jetzt|ahora|maintenant
number|noun|A1||||Nummer, Zahl|número|numéro, nombre
o'clock|noun|A1||||Uhr|hora|heure
occupied|adjective|A1||||besetzt|ocupado|occupé
October|noun|A1||||Oktober|octubre|octobre
of|preposition|A1||||von|de|de
off|adverb|A2||||ab, los|desde, adelante|à partir de, allons-y
off|preposition|A1||||ab, weg|fuera|parti
offer|verb|A2||||anbieten, bieten|ofrecer|offrir
office|noun|A1||||Büro|oficina|bureau
often|adverb|A1||||oft|a menudo|souvent
old|adjective|A1||||alt|viejo|vieux
on|preposition|A1||||auf, an|en, sobre|sur
once|adverb|A2||||einmal|una vez|une fois
one|numeral|A1||||eins|uno|un
only|adverb|A1||||nur|solo, solamente|seulement
open|adjective|A2||||offen|abierto|ouvert
open|verb|A1||||aufmachen, öffnen|abrir|ouvrir
opinion|noun|B1||||Meinung|opinión|opinion
opposite|preposition|A2||||gegenüber|enfrente de|en face de
or|conjunction|A1||||oder|o|ou
order|verb|A1||||bestellen|pedir|commander
other|adjective|A1||||ander|otro|autre
otherwise|adverb|A2||||sonst|si no|sinon
our|determiner|A1||||unser|nuestro|notre
out|preposition|A1||||aus, hinaus|fuera|dehors
outside|adverb|A2||||draußen|fuera|dehors
over|preposition|A1||||über|sobre|au-dessus de, sur
own|adjective|A2||||eigen|propio|propre
pack|verb|A2||||packen|empacar|emballer
page|noun|A2||||Seite|página, lado|page, côté
pain|noun|A2||||Schmerz|dolor|douleur
paint|verb|A2||||malen|pintar|peindre
paper|noun|A1||||Papier|papel|papier
parents|noun|A1||||Eltern|padres|parents
park|noun|A1||||Park|parque|parc
part|noun|A2||||Teil|parte|partie
partner|noun|A1||||Partner|compañero|partenaire
party|noun|A1||||Fest, Party|fiesta|fête
passport|noun|A1||||Pass|pasaporte|passeport
past|adverb|A2||||vorbei|pasado|passé
pay|verb|A1|||paid|bezahlen, zahlen|pagar|payer
peace|noun|B1||||Frieden|paz|paix
pear|noun|A1||||Birne|pera|poire
people|noun|A1||||Leute, Volk|gente, pueblo|gens, peuple
perfect|adjective|B1||||perfekt|perfecto|parfait
perhaps|adverb|A1||||vielleicht|quizás, tal vez|peut-être
person|noun|A1||||Mensch|persona|personne
phone|verb|A2||||telefonieren|telefonear|téléphoner
photo|noun|A1||||Foto|foto|photo
picture|noun|A1||||Bild|imagen|image
piece|noun|A1||||Stück|trozo|morceau
place|noun|A1||||Ort, Platz, Stelle|lugar, plaza, puesto|endroit, place
plan|noun|A2||||Plan|plan|plan
plane|noun|A1||||Flugzeug|avión|avion
plant|noun|A2||||Pflanze|planta|plante
plate|noun|A1||||Teller|plato|assiette
play|verb|A1||||spielen|jugar|jouer
please|other|A1||||bitte|por favor|s'il vous plaît
please|verb|A2||||gefallen|gustar|plaire
police|noun|A2||||Polizei|policía|police
poor|adjective|A2||||arm|pobre|pauvre
possible|adjective|A2||||möglich|posible|possible
potato|noun|A1||||Kartoffel|patata|pomme de terre
practical|adjective|A2||||praktisch|práctico|pratique
practise|verb|A2||||üben|practicar|s'entraîner
present|noun|A1||||Geschenk|regalo|cadeau
pretty|adjective|A2||||hübsch|bonito|joli
price|noun|A1||||Preis|precio|prix
probably|adverb|A2||||wahrscheinlich|probablemente|probablement
problem|noun|A1||||Problem|problema|problème
profession|noun|A1||||Beruf|profesión|profession
promise|verb|B1||||versprechen|prometer|promettre
proud|adjective|B1||||stolz|orgulloso|fier
public|adjective|B1||||öffentlich|público|public
pull|verb|A2||||ziehen|tirar|tirer
punctual|adjective|A1||||pünktlich|puntual|ponctuel
pupil|noun|A1||||Schüler|alumno|élève
put|verb|A1|||put putting|setzen, stellen|sentar, poner, colocar|asseoir, mettre, poser
quarter|noun|A2||||Viertel|cuarto, barrio|quart, quartier
question|noun|A1||||Frage|pregunta|question
quickly|adverb|A2||||schnell|rápidamente|vite
quiet|adjective|A2||||leise, still|silencioso|silencieux
quiet|noun|B1||||Ruhe|calma|calme
quite|adverb|A2||||ganz|completamente|tout à fait
railway|noun|A1||||Bahn|ferrocarril|chemin de fer
rain|noun|A1||||Regen|lluvia|pluie
rain|verb|A1||||regnen|llover|pleuvoir
rarely|adverb|A2||||selten|raramente|rarement
rather|adverb|A2||||ziemlich|bastante|assez
reach|verb|B1||||erreichen|alcanzar|atteindre
read|verb|A1|||read|lesen|leer|lire
ready|adjective|A1||||fertig|listo|prêt
real|adjective|A2||||echt, wirklich|auténtico, real, realmente|vrai, réel, vraiment
really|adverb|A2||||wirklich|realmente|vraiment
reason|noun|B1||||Grund|razón|raison
recommend|verb|A2||||empfehlen|recomendar|recommander
red|adjective|A1||||rot|rojo|rouge
remember|verb|A2||||erinnern|recordar|se souvenir
rent|verb|A1||||mieten|alquilar|louer
repair|verb|A2||||reparieren|reparar|réparer
repeat|verb|A1||||wiederholen|repetir|répéter
restaurant|noun|A1||||Restaurant|restaurante|restaurant
rich|adjective|A2||||reich|rico|riche
ride|noun|A2||||Fahrt|trayecto|trajet
right|adjective|A1||||recht, richtig|derecho, correcto|droit, correct
right|adverb|A1||||rechts|a la derecha|à droite
right|noun|B1||||Recht|derecho|droit
ripe|adjective|A2||||reif|maduro|mûr
river|noun|A2||||Fluss|río|fleuve
roof|noun|A2||||Dach|techo|toit
room|noun|A1||||Raum, Zimmer|espacio, habitación|espace, chambre
round|adjective|A2||||rund|redondo|rond
run|verb|A1|||ran run running|laufen, rennen|correr|courir
sad|adjective|A2||||traurig|triste|triste
safety|noun|A2||||Sicherheit|seguridad|sécurité
salad|noun|A1||||Salat|ensalada|salade
salesman|noun|A1||||Verkäufer|vendedor|vendeur
saleswoman|noun|A1||||Verkäuferin|vendedora|vendeuse
salt|noun|A1||||Salz|sal|sel
same|adjective|A1||||gleich|igual|égal
satisfied|adjective|A1||||zufrieden|satisfecho|satisfait
Saturday|noun|A1||||Samstag|sábado|samedi
sausage|noun|A1||||Wurst|salchicha|saucisse
save|verb|A2||||sparen|ahorrar|économiser
say|verb|A1|||said|sagen|decir|dire
school|noun|A1||||Schule|escuela|école
science|noun|B1||||Wissenschaft|ciencia|science
sea|noun|A1||||Meer|mar|mer
seagull|noun|A2||||Möwe|gaviota|mouette
second|adjective|A2||||zweit|segundo|deuxième
second|noun|A2||||Sekunde|segundo|seconde
see|verb|A1|||saw seen|sehen|ver|voir
seem|verb|A2||||scheinen|parecer|sembler
sell|verb|A1|||sold|verkaufen|vender|vendre
send|verb|A2|||sent|schicken|enviar|envoyer
sentence|noun|A1||||Satz|frase|phrase
September|noun|A1||||September|septiembre|septembre
serious|adjective|B1||||ernst|serio|sérieux
seven|numeral|A1||||sieben|siete|sept
several|determiner|A2||||mehrere|varios|plusieurs
shadow|noun|A2||||Schatten|sombra|ombre
share|verb|A2||||teilen|compartir|partager
sharp|adjective|A2||||scharf|picante|piquant
she|pronoun|A1||||sie|ella|elle
shine|verb|A1|||shone|scheinen|brillar, parecer|briller, sembler
ship|noun|A1||||Schiff|barco|navire, bateau
shoe|noun|A1||||Schuh|zapato|chaussure
shop|noun|A1||||Geschäft|tienda|magasin
shop|verb|A1||||einkaufen|comprar|faire des courses
shopping|noun|A2||||Einkaufen|compra|courses
short|adjective|A1||||kurz|corto|court
should|verb|A1|||=|sollen|deber|devoir
shout|verb|A2||||schreien|gritar|crier
show|verb|A1|||showed shown|zeigen|mostrar|montrer
shower|noun|A1||||Dusche|ducha|douche
shower|verb|A1||||duschen|ducharse|se doucher
siblings|noun|A1||||Geschwister|hermanos|frères et sœurs
side|noun|A1||||Seite|lado|côté
simple|adjective|A1||||einfach|sencillo, fácil|simple
simply|adverb|A2||||einfach|simplemente|simplement
since|preposition|A1||||seit|desde, desde hace|depuis
sing|verb|A1|||sang sung|singen|cantar|chanter
single|adjective|A1||||ledig|soltero|célibataire
sister|noun|A1||||Schwester|hermana|sœur
sit|verb|A1|||sat sitting|sitzen|sentarse, estar sentado|s'asseoir, être assis
six|numeral|A1||||sechs|seis|six
skirt|noun|A1||||Rock|falda|jupe
sky|noun|A2||||Himmel|cielo|ciel
sleep|noun|A1||||Schlaf|sueño|sommeil
sleep|verb|A1|||slept|schlafen|dormir|dormir
slow|adjective|A1||||langsam|lento|lent
slowly|adverb|A2||||langsam|lentamente|lentement
small|adjective|A1||||klein|pequeño|petit
smile|verb|A1||||lächeln|sonreír|sourire
smoke|verb|A1||||rauchen|fumar|fumer
snow|noun|A1||||Schnee|nieve|neige
so|conjunction|A1||||also, so|así que, tan|donc, si
so|adverb|A1||||also, so|así que, pues, así, tan|donc, ainsi, si
soft|adjective|A1||||weich|blando|mou
solve|verb|A2||||lösen|resolver|résoudre
some|determiner|A1||||einige, etwas|algunos, algo de|quelques, du
somebody|pronoun|A1|||someone|jemand|alguien|quelqu'un
something|pronoun|A1||||etwas|algo|quelque chose
sometimes|adverb|A1||||manchmal|a veces|parfois
somewhere|adverb|A2||||irgendwo|en algún lugar|quelque part
son|noun|A1||||Sohn|hijo|fils
song|noun|A1||||Lied|canción|chanson
soon|adverb|A1||||bald|pronto|bientôt
sorry|other|A1||||Entschuldigung|perdón|pardon
sound|verb|A1||||klingen|sonar|sonner
soup|noun|A1||||Suppe|sopa|soupe
sour|adjective|A1||||sauer|agrio|aigre
speak|verb|A1|||spoke spoken|sprechen|hablar|parler
special|adjective|A2||||besonder|especial|spécial
spell|verb|A1||||buchstabieren|deletrear|épeler
spoon|noun|A1||||Löffel|cuchara|cuillère
sport|noun|A1||||Sport|deporte|sport
spring|noun|A2||||Frühling|primavera|printemps
stairs|noun|A1||||Treppe|escalera|escalier
stand|verb|A1|||stood|stehen|estar de pie|être debout
star|noun|A2||||Stern|estrella|étoile
start|verb|A1||||anfangen|empezar|commencer
station|noun|A1||||Bahnhof|estación|gare
stay|verb|A1||||bleiben|quedarse|rester
still|adverb|A1||||noch|todavía, aún|encore
stone|noun|A2||||Stein|piedra|pierre
stop|noun|A1||||Haltestelle|parada|arrêt
stop|verb|A1|||stopped stopping|aufhören, anhalten|parar|arrêter
story|noun|A2||||Geschichte|historia|histoire
strange|adjective|A1||||fremd|ajeno, extraño|étranger
strawberry|noun|A1||||Erdbeere|fresa|fraise
street|noun|A1||||Straße|calle|rue
strength|noun|A2||||Kraft|fuerza|force
strong|adjective|A2||||stark|fuerte|fort
student|noun|A1||||Student|estudiante|étudiant
study|verb|A1||||studieren|estudiar|étudier
stupid|adjective|A2||||dumm|tonto|bête
success|noun|B1||||Erfolg|éxito|succès
such|determiner|A2||||solcher|tal|tel
sudden|adjective|A2||||plötzlich|repentino, de repente|soudain
suddenly|adverb|A2||||plötzlich|de repente|soudain
sugar|noun|A1||||Zucker|azúcar|sucre
suitcase|noun|A1||||Koffer|maleta|valise
summer|noun|A1||||Sommer|verano|été
sun|noun|A1||||Sonne|sol|soleil
Sunday|noun|A1||||Sonntag|domingo|dimanche
supermarket|noun|A1||||Supermarkt|supermercado|supermarché
sure|adjective|A2||||sicher|seguro|sûr
sweet|adjective|A1||||süß|dulce|doux
swim|verb|A1|||swam swum swimming|schwimmen|nadar|nager
table|noun|A1||||Tisch|mesa|table
take|verb|A1|||took taken|nehmen|tomar|prendre
talk|verb|A1||||reden|hablar|parler
task|noun|A2||||Aufgabe|tarea|tâche
taste|verb|A1||||schmecken|saber|goûter
tasty|adjective|A1||||lecker|rico|délicieux
tea|noun|A1||||Tee|té|thé
teach|verb|A2|||taught|unterrichten|enseñar|enseigner
teacher|noun|A1||||Lehrer, Lehrerin|profesor, profesora|professeur, professeure
telephone|noun|A1||||Telefon|teléfono|téléphone
television|noun|A1||||Fernseher|televisor|téléviseur
tell|verb|A2|||told|erzählen|contar|raconter
ten|numeral|A1||||zehn|diez|dix
terrible|adjective|B1||||schrecklich|terrible|terrible
text|noun|A1||||Text|texto|texte
than|conjunction|A1||||als|que|que
thank|verb|A2||||danken|agradecer|remercier
thanks|noun|A2||||Dank|agradecimiento|remerciement
thanks|other|A1||||danke|gracias|merci
that|conjunction|A1||||dass|que|que
that|determiner|A1|||those|jener, dieser|ese|ce
the|determiner|A1||||der, die|el, la|le, la
theatre|noun|A2||||Theater|teatro|théâtre
their|determiner|A1||||ihr|su|leur
then|adverb|A1||||dann|entonces, luego|puis, ensuite
there|adverb|A1||||dort, da, hin|allí, ahí, hacia allí|là-bas, là
therefore|adverb|A2||||deshalb|por eso|c'est pourquoi
they|pronoun|A1|||them|sie|ellos|ils
thick|adjective|A2||||dick|gordo|gros
thin|adjective|A2||||dünn|delgado|mince
thing|noun|A1||||Ding, Sache|cosa|chose
think|verb|A1|||thought|denken|pensar|penser
third|adjective|A2||||dritt|tercero|troisième
thirst|noun|A2||||Durst|sed|soif
thirty|numeral|A1||||dreißig|treinta|trente
this|determiner|A1|||these|dieser|este|ce
thousand|numeral|A1||||tausend|mil|mille
three|numeral|A1||||drei|tres|trois
through|preposition|A2||||durch|por, a través de|par, à travers
throw|verb|A2|||threw thrown|werfen|lanzar|jeter
Thursday|noun|A1||||Donnerstag|jueves|jeudi
time|noun|A1||||Zeit|tiempo|temps
tired|adjective|A1||||müde|cansado|fatigué
to|preposition|A1||||zu, nach|a|à
today|adverb|A1||||heute|hoy|aujourd'hui
today's|adjective|B1||||heutig|actual|actuel
together|adverb|A1||||zusammen|juntos|ensemble
tomato|noun|A1||||Tomate|tomate|tomate
tomorrow|adverb|A1||||morgen|mañana|demain
too|adverb|A1||||auch, zu|también, demasiado|aussi, trop
tooth|noun|A1|||teeth|Zahn|diente|dent
towards|preposition|A2||||auf … zu|hacia|vers
town|noun|A1||||Stadt|ciudad|ville
traffic|noun|A2||||Verkehr|tráfico|circulation
train|noun|A1||||Zug|tren|train
training|noun|A2||||Ausbildung|formación|formation
travel|verb|A1||||reisen|viajar|voyager
tree|noun|A1||||Baum|árbol|arbre
trip|noun|A2||||Ausflug|excursión|excursion
trousers|noun|A1||||Hose|pantalón|pantalon
true|adjective|A2||||wahr|verdadero|vrai
truth|noun|B1||||Wahrheit|verdad|vérité
try|verb|B1||||versuchen|intentar|essayer
Tuesday|noun|A1||||Dienstag|martes|mardi
turn|verb|A1||||drehen, abbiegen|girar|tourner
twelve|numeral|A1||||zwölf|doce|douze
twenty|numeral|A1||||zwanzig|veinte|vingt
two|numeral|A1||||zwei|dos|deux
typical|adjective|A2||||typisch|típico|typique
ugly|adjective|A2||||hässlich|feo|laid
umbrella|noun|A2||||Regenschirm|paraguas|parapluie
under|preposition|A1||||unter|bajo, debajo de|sous
understand|verb|A1|||understood|verstehen|entender|comprendre
unfortunately|adverb|A2||||leider|por desgracia|malheureusement
university|noun|A2||||Universität|universidad|université
until|preposition|A2||||bis|hasta|jusqu'à
up|preposition|A1||||auf, hinauf|arriba|en haut
use|verb|A2||||benutzen|usar|utiliser
vegetables|noun|A1||||Gemüse|verdura|légume
very|adverb|A1||||sehr|muy|très
vicinity|noun|A2||||Nähe|cercanía|proximité
village|noun|A2||||Dorf|pueblo|village
visit|noun|A2||||Besuch|visita|visite
visit|verb|A1||||besuchen|visitar|visiter, rendre visite
voice|noun|A2||||Stimme|voz|voix
wait|verb|A1||||warten|esperar|attendre
wake|verb|A1|||woke woken|aufwachen, wecken|despertarse, despertar|se réveiller, réveiller
walk|noun|A2||||Spaziergang|paseo|promenade
walk|verb|A1||||gehen, laufen, spazieren|caminar, pasear|marcher, se promener
wall|noun|A2||||Wand|pared|mur
want|verb|A1||||wollen|querer|vouloir
war|noun|B1||||Krieg|guerra|guerre
warm|adjective|A1||||warm|cálido, caliente|chaud
wash|verb|A1||||waschen|lavar|laver
watch|verb|A1||||ansehen, beobachten|mirar|regarder
water|noun|A1||||Wasser|agua|eau
way|noun|A1||||Weg|camino|chemin
we|pronoun|A1|||us|wir|nosotros|nous
weak|adjective|A2||||schwach|débil|faible
weather|noun|A1||||Wetter|tiempo|temps
Wednesday|noun|A1||||Mittwoch|miércoles|mercredi
week|noun|A1||||Woche|semana|semaine
weekend|noun|A1||||Wochenende|fin de semana|week-end
welcome|other|A2||||willkommen|bienvenido|bienvenue
well|adverb|A1||||gut|bien|bien
wet|adjective|A2||||nass|mojado|mouillé
what|pronoun|A1||||was|qué|que, quoi
when|conjunction|A1||||wann, wenn, als|cuándo, cuando, que|quand, que, comme
when|adverb|A1||||wann|cuándo|quand
where|adverb|A1||||wo|dónde, donde|où
whether|conjunction|A2||||ob|si|si
which|determiner|A2||||welcher|cuál|quel
while|conjunction|A2||||während|mientras|pendant que
white|adjective|A1||||weiß|blanco|blanc
who|pronoun|A1|||whom whose|wer|quién|qui
whole|adjective|A2||||ganz|entero|entier
why|adverb|A1||||warum, wieso|por qué|pourquoi
wide|adjective|A2||||breit|ancho|large
wild|adjective|A2||||wild|salvaje|sauvage
will|verb|A1|||=would|werden|querer|aller
win|verb|B1|||won|gewinnen|ganar|gagner
wind|noun|A2||||Wind|viento|vent
window|noun|A1||||Fenster|ventana|fenêtre
wine|noun|A1||||Wein|vino|vin
winter|noun|A1||||Winter|invierno|hiver
wish|noun|A2||||Wunsch|deseo|souhait
wish|verb|A2||||wünschen|desear|souhaiter
with|preposition|A1||||mit|con|avec
without|preposition|A1||||ohne|sin|sans
woman|noun|A1||||Frau|mujer|femme
wonderful|adjective|A2||||wunderbar|maravilloso|merveilleux
wood|noun|A2||||Holz|madera|bois
word|noun|A1||||Wort|palabra|mot
work|noun|A1||||Arbeit, Werk|trabajo, obra|travail, œuvre
work|verb|A1||||arbeiten|trabajar|travailler
world|noun|A2||||Welt|mundo|monde
worry|noun|A2||||Sorge|preocupación|souci
write|verb|A1|||wrote written|schreiben|escribir|écrire
wrong|adjective|A1||||falsch|falso|faux
year|noun|A1||||Jahr|año|an, année
yellow|adjective|A1||||gelb|amarillo|jaune
yes|other|A1||||ja, doch|sí|oui, si
yesterday|adverb|A1||||gestern|ayer|hier
you|pronoun|A1||||du, Sie, ihr|tú, usted|tu, vous
young|adjective|A1||||jung|joven|jeune
your|determiner|A1||||dein, Ihr|tu, su|ton, votre
yours|pronoun|A2||||deiner|tuyo|le tien
yourself|pronoun|A2||||dich selbst|ti mismo|toi-même
`;
