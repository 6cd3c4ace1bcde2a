/** Speech by espeak-ng with the time of every word. */
import { run } from '../run.ts';

/** Samples per second of espeak-ng's output. */
export const SAMPLE_RATE = 22_050;
/** Samples above this count as sound; espeak-ng's pauses are digital silence but for its echo. */
const SOUND_LEVEL = 60;
/** Shorter silences are inside words (the closure of a plosive), seconds. */
const LONGEST_CLOSURE = 0.15;
/** Words per minute: slow enough for learners. */
const SPEED = '145';

type Stretch = { start: number; end: number };
export type TimedWord = { text: string; start: number; end: number };
/** A spoken sentence; times in seconds from the first sound. */
export type SpokenSentence = { text: string; samples: Int16Array; words: TimedWord[] };

/**
 * Speaks a sentence. espeak-ng tells no times, so the sentence is spoken twice: once as it will be heard, and once
 * with long gaps between the words, which shows how long each word takes. Those lengths are laid into the clauses of
 * the first, whose ends (the pauses at commas) are heard exactly.
 */
export function speak(text: string, voice: string): SpokenSentence {
  const spoken = synthesise(text, voice, 1);
  const sound = stretches(spoken, 0);
  const first = sound.at(0);
  const last = sound.at(-1);
  if (!first || !last) throw new Error(`espeak-ng said nothing for "${text}"`);
  const begin = first.start;
  const tokens = text.split(' ');
  const lengths = stretches(synthesise(text, voice, 30), LONGEST_CLOSURE).map((s) => s.end - s.start);
  if (lengths.length !== tokens.length) {
    throw new Error(`espeak-ng joins words of "${text}" (${lengths.length} of ${tokens.length}); say it differently`);
  }
  const words: TimedWord[] = [];
  let next = 0;
  for (const clause of clauses(sound, tokens.filter((t, i) => t.endsWith(',') && i < tokens.length - 1).length)) {
    const comma = tokens.findIndex((t, i) => i >= next && t.endsWith(','));
    const until = comma < 0 ? tokens.length : comma + 1;
    const total = lengths.slice(next, until).reduce((a, b) => a + b, 0);
    let at = clause.start;
    for (; next < until; next++) {
      const length = ((lengths[next] ?? 0) / total) * (clause.end - clause.start);
      words.push({ text: tokens[next] ?? '', start: round(at - begin), end: round(at + length - begin) });
      at += length;
    }
  }
  return {
    text,
    samples: spoken.slice(Math.round(begin * SAMPLE_RATE), Math.round(last.end * SAMPLE_RATE)),
    words,
  };
}

/** Splits sound at its longest silences into one stretch per clause. */
function clauses(sound: Stretch[], commas: number): Stretch[] {
  const gaps = sound
    .slice(1)
    .map((s, i) => ({ from: sound[i]?.end ?? 0, to: s.start }))
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, commas)
    .sort((a, b) => a.from - b.from);
  const starts = [sound[0]?.start ?? 0, ...gaps.map((g) => g.to)];
  const ends = [...gaps.map((g) => g.from), sound.at(-1)?.end ?? 0];
  return starts.map((start, i) => ({ start, end: ends[i] ?? start }));
}

/** @param gap extra pause between words, in units of 10 ms */
function synthesise(text: string, voice: string, gap: number): Int16Array {
  const wav = run('espeak-ng', ['-v', voice, '-s', SPEED, '-g', String(gap), '--stdout', text]);
  const header = 44;
  return new Int16Array(
    wav.buffer.slice(wav.byteOffset + header, wav.byteOffset + wav.byteLength - (wav.byteLength % 2)),
  );
}

/** Stretches of sound that are separated by more than `closure` seconds of silence. */
function stretches(samples: Int16Array, closure: number): Stretch[] {
  const found: Stretch[] = [];
  samples.forEach((value, i) => {
    if (Math.abs(value) <= SOUND_LEVEL) return;
    const at = i / SAMPLE_RATE;
    const open = found.at(-1);
    if (open && at - open.end <= Math.max(closure, 1.5 / SAMPLE_RATE)) open.end = at;
    else found.push({ start: at, end: at });
  });
  return found;
}

export const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
