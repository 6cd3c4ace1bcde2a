import type { SourceLanguage } from '../../../contracts/languages.ts';

/** Sounds and fillers, which are no vocabulary; lower case. */
export const INTERJECTIONS: Record<SourceLanguage, ReadonlySet<string>> = {
  de: new Set(
    'ach aha ah äh ähm au aua autsch boah e eh hach haha he hey hi hihi hm hmm hoppla huch igitt juhu mhm mm na naja oh ohje oje oha ok okay pfui pst puh tja uff uh uhm ups wow'.split(
      ' ',
    ),
  ),
  en: new Set(
    'ah aha aw er erm eh ha haha hah hey hm hmm huh mhm mm mmm oh ok okay oops ouch ow phew shh uh uhm um umm whoa wow yay yeah yep yikes yo'.split(
      ' ',
    ),
  ),
  es: new Set(
    'ah aj ajá ay bah eh ehm em epa guau ja jaja je jeje hm hmm huy mm mmm ok oh oj oye uf uh uy vaya'.split(' '),
  ),
  fr: new Set(
    'ah aïe allô bah beh ben beurk bof euh hein hé hep hm hmm hop hum mm mmh oh ok ouah ouais ouf oups ouille pff pfff tiens zut'.split(
      ' ',
    ),
  ),
};
