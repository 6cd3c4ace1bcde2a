import type { SourceLanguage } from '../../contracts/languages.ts';

/** Abbreviations that are followed by what they belong to ("Dr. Meier"), lower case, without the last dot. */
export const ABBREVIATIONS: Record<SourceLanguage, ReadonlySet<string>> = {
  de: new Set(
    'abb abs art bd bsp bspw ca co dipl dr d.h e.v evtl fr geb ggf hbf hl hr hrsg i.d.r inkl ing jh kap max med min mind mio mrd nr o.ä p.s phil prof s.o s.u sog st str tel u.a u.ä v.a v.chr n.chr vgl z.b z.t zzgl zt'.split(
      ' ',
    ),
  ),
  en: new Set(
    'capt cf col dept dr e.g est fig gen gov hon i.e jr lt maj mr mrs ms mt no ph.d prof rev sen sgt sr st vol vs'.split(
      ' ',
    ),
  ),
  es: new Set(
    'admón art av avda d dña dr dra ej fig gral lic núm pág p.ej prof profa sr sra sres srta sta sto tel ud uds vd vds'.split(
      ' ',
    ),
  ),
  fr: new Set('art av bd cf chap dr fig m me mgr mlle mm mme no p.ex prof st ste vol'.split(' ')),
};

/** Abbreviations that also end sentences: they do when the next word has a capital. */
export const CLOSING_ABBREVIATIONS: Record<SourceLanguage, ReadonlySet<string>> = {
  de: new Set(['etc', 'usw', 'usf', 'bzw']),
  en: new Set(['etc', 'a.m', 'p.m', 'inc', 'ltd', 'u.s', 'u.k']),
  es: new Set(['etc', 'a.m', 'p.m', 'ee.uu']),
  fr: new Set(['etc']),
};
