/**
 * Common first names and places of the four languages, for the places where capitals do not tell names from other
 * words. Words that are also something else (Rose, Mark, Nice) are left out.
 */
export const NAMES: ReadonlySet<string> = new Set(
  [
    'Adam Adrian Ahmed Alejandro Alex Alexander Alice Alina Amelie Ana Andrea Andreas Angela Anja Anke Anna Anne Anton Antonio Arthur Aurélie',
    'Barbara Ben Benjamin Bernd Birgit Brigitte Camille Carla Carlos Carmen Caroline Charles Charlotte Chloé Chris Christian Christina Clara Claudia Claire Cristina',
    'Daniel Daniela David Diana Diego Dieter Dirk Elena Elias Elisabeth Elizabeth Ella Emily Emil Emma Emre Erik Eva Fatima Felix Fernando Finn Florian Francisco François Frank Franz Friedrich Fritz',
    'Gabriel Georg George Gerd Greta Hannah Hanna Hans Harry Heike Heinz Helena Helga Henri Henry Hugo Ida Ingrid Isabel Isabelle Jacques Jack Jakob James Jana Jane Jan Javier Jean Jens Jessica Joachim Johannes John Jonas Jorge José Juan Jules Julia Julie Julian Jürgen',
    'Karin Karl Katharina Katja Klaus Kurt Lara Laura Lea Lena Léa Leo Leon Lina Linda Lisa Lola Louis Louise Luca Lucas Lucía Luis Luise Lukas Lucy Manuel Manon Marc Marco Maria María Marie Marina Mario Markus Marta Martha Martin Martina Mary Mathilde Matthias Max Maximilian Mehmet Mia Michael Michel Miguel Mila Mohammed Monika',
    'Nadine Nathalie Nicolas Nicole Niklas Nina Noah Olivier Oliver Olivia Oskar Pablo Patrick Paul Paula Pauline Pedro Peter Petra Philipp Philippe Pierre Rafael Ralf Ramón Raúl Rebecca Robert Roberto Rosa Sabine Sally Sam Samuel Sandra Sara Sarah Sebastian Silvia Simon Simone Sofia Sofía Sophia Sophie Stefan Stefanie Stephan Susan Susanne',
    'Tanja Teresa Theo Thomas Tim Tina Tobias Tom Torsten Ulrich Ursula Uwe Valentina Vanessa Vera Veronika Victor Walter Werner William Wolfgang Yasmin Yusuf',
    'Afrika Africa África Afrique Ägypten Algerien Amerika America América Amérique Amsterdam Argentina Argentinien Asien Asia Athen Australia Australien Barcelona Basel Bayern Belgien Belgique Berlin Bern Bogotá Bordeaux Bremen Brüssel Brasilien Brazil Bruxelles Budapest',
    'Canada Chile China Colombia Cuba Dänemark Deutschland Dortmund Dresden Düsseldorf Edinburgh England Europa Europe Finnland Florenz France Francia Frankfurt Frankreich Genf Germany Griechenland Großbritannien Hamburg Hannover Heidelberg Indien India Ireland Irland Israel Istanbul Italia Italien Italie Italy',
    'Japan Kanada Kiel Köln Kopenhagen Kroatien Leipzig Lille Lima Lissabon Liverpool London Londres Lübeck Luxemburg Lyon Madrid Mailand Mallorca Manchester Marokko Marseille Mexico México Mexiko München Moskau Nantes Norwegen Nürnberg Österreich Oslo Oxford Paris Peru Perú Polen Portugal Potsdam Prag',
    'Rom Roma Rome Rumänien Russland Salzburg Schottland Schweden Schweiz Scotland Sevilla Sydney Spain Spanien España Espagne Stockholm Straßburg Stuttgart Syrien Tokio Toulouse Türkei Ukraine Ungarn USA Valencia Venedig Venezuela Warschau Wien Zürich Elbe Rhein Donau Alpen Ostsee Nordsee',
  ].flatMap((names) => names.split(' ')),
);
