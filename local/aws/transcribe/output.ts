/** Transcripts as Amazon Transcribe writes them. Source: Amazon Transcribe Developer Guide, "Data input and output". */

/** A word with the punctuation around it; times in seconds. */
export type TimedWord = { text: string; start: number; end: number; confidence?: number };

type Item = {
  id: number;
  type: 'pronunciation' | 'punctuation';
  alternatives: { confidence: string; content: string }[];
  start_time?: string;
  end_time?: string;
};

type Segment = { id: number; transcript: string; start_time: string; end_time: string; items: number[] };

const TRAILING_PUNCTUATION = /^(.*?)([\p{P}]*)$/su;
const SENTENCE_END = /[.!?…]/;

/** The output document of a finished job. */
export function transcriptDocument(jobName: string, accountId: string, words: readonly TimedWord[]) {
  const items = words.flatMap(toItems).map((item, id) => ({ id, ...item }));
  const segments = toSegments(items);
  return {
    jobName,
    accountId,
    status: 'COMPLETED',
    results: {
      transcripts: [{ transcript: join(items) }],
      items,
      audio_segments: segments,
    },
  };
}

/** A word, and what punctuation follows it, as items of their own; punctuation has no times. */
function toItems({ text, start, end, confidence = 1 }: TimedWord): Omit<Item, 'id'>[] {
  const [, word = '', punctuation = ''] = TRAILING_PUNCTUATION.exec(text.trim()) ?? [];
  const items: Omit<Item, 'id'>[] = [];
  if (word) {
    items.push({
      type: 'pronunciation',
      alternatives: [{ confidence: confidence.toFixed(3), content: word }],
      start_time: seconds(start),
      end_time: seconds(end),
    });
  }
  if (punctuation) items.push({ type: 'punctuation', alternatives: [{ confidence: '0.0', content: punctuation }] });
  return items;
}

/** One segment a sentence. */
function toSegments(items: Item[]): Segment[] {
  const sentences: Item[][] = [[]];
  for (const item of items) {
    sentences.at(-1)?.push(item);
    if (item.type === 'punctuation' && SENTENCE_END.test(content(item))) sentences.push([]);
  }
  return sentences
    .filter((sentence) => sentence.some(({ type }) => type === 'pronunciation'))
    .map((sentence, id) => {
      const spoken = sentence.filter(({ type }) => type === 'pronunciation');
      return {
        id,
        transcript: join(sentence),
        start_time: spoken[0]?.start_time ?? '0.0',
        end_time: spoken.at(-1)?.end_time ?? '0.0',
        items: sentence.map((item) => item.id),
      };
    });
}

const content = (item: Item) => item.alternatives[0]?.content ?? '';

const join = (items: Item[]) =>
  items.map((item, i) => (i === 0 || item.type === 'punctuation' ? '' : ' ') + content(item)).join('');

/** At least one decimal, at most three, as Transcribe writes them. */
function seconds(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
}
