/**
 * Makes the example lesson from its text: `examples/ein-tag-in-hamburg.{mp4,srt,transcript.json}`.
 *
 * The text has one sentence a line; a line `# heading | time | drawing` begins a scene. Speech is made sentence by
 * sentence, so the times of the subtitles are exact. Needs espeak-ng, and ffmpeg with libx264 and librsvg.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawScene } from './example/scenes.ts';
import { round, SAMPLE_RATE, type SpokenSentence, speak, type TimedWord } from './example/speech.ts';
import { ffmpeg } from './run.ts';

const LANGUAGE = 'de';
/** Silence before the first sentence, between sentences, between scenes and after the last, seconds. */
const PAUSE = { first: 1, sentence: 0.7, scene: 1.6, last: 1.2 };
/** Low, because the pictures stand still. */
const FRAMES_PER_SECOND = 10;

type Scene = { heading: string; time: string; drawing: string; sentences: string[] };
type PlacedSentence = { text: string; start: number; end: number; words: TimedWord[]; samples: Int16Array };

/** @throws Error when the text does not begin with a scene or a heading is incomplete */
function parseScenes(text: string): Scene[] {
  const scenes: Scene[] = [];
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      const [heading, time, drawing] = line
        .slice(1)
        .split('|', 3)
        .map((s) => s.trim());
      if (!heading || !time || !drawing) throw new Error(`A scene needs "# heading | time | drawing": ${line}`);
      scenes.push({ heading, time, drawing, sentences: [] });
    } else {
      const scene = scenes.at(-1);
      if (!scene) throw new Error(`The text must begin with a scene: ${line}`);
      scene.sentences.push(line);
    }
  }
  return scenes;
}

/** Speaks all sentences and places them in time. `starts` are the times at which the scenes change. */
function speakScenes(scenes: Scene[]): { sentences: PlacedSentence[]; starts: number[]; duration: number } {
  const sentences: PlacedSentence[] = [];
  const starts: number[] = [];
  let at = PAUSE.first;
  scenes.forEach((scene, s) => {
    // The picture changes in the middle of the pause between two scenes.
    starts.push(s === 0 ? 0 : at + (PAUSE.scene - PAUSE.sentence) - PAUSE.scene / 2);
    if (s > 0) at += PAUSE.scene - PAUSE.sentence;
    for (const text of scene.sentences) {
      const spoken = speak(text, LANGUAGE);
      const placed = place(spoken, at);
      sentences.push(placed);
      at = placed.end + PAUSE.sentence;
    }
  });
  return { sentences, starts, duration: at - PAUSE.sentence + PAUSE.last };
}

function place({ text, samples, words }: SpokenSentence, at: number): PlacedSentence {
  const start = Math.round(at * SAMPLE_RATE) / SAMPLE_RATE;
  const moved = words.map((w) => ({ text: w.text, start: round(w.start + start), end: round(w.end + start) }));
  return { text, start: round(start), end: round(start + samples.length / SAMPLE_RATE), words: moved, samples };
}

/** The whole sound track as 16-bit PCM. */
function mix(sentences: PlacedSentence[], duration: number): Int16Array {
  const track = new Int16Array(Math.ceil(duration * SAMPLE_RATE));
  for (const { samples, start } of sentences) track.set(samples, Math.round(start * SAMPLE_RATE));
  return track;
}

function toSrt(sentences: PlacedSentence[]): string {
  const time = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23).replace('.', ',');
  return sentences.map((s, i) => `${i + 1}\n${time(s.start)} --> ${time(s.end)}\n${s.text}\n`).join('\n');
}

function toTranscript(sentences: PlacedSentence[]): string {
  const words = sentences.flatMap((s) => s.words).map((w) => `    ${JSON.stringify(w)}`);
  return `{\n  "language": "${LANGUAGE}",\n  "words": [\n${words.join(',\n')}\n  ]\n}\n`;
}

/** One still picture per scene, shown from its start to the next one's, and the sound. */
function encode(scenes: Scene[], starts: number[], duration: number, track: Int16Array, target: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'langplug-example-'));
  try {
    const inputs = scenes.flatMap(({ drawing, heading, time }, i) => {
      const svg = join(folder, `${i}.svg`);
      const png = join(folder, `${i}.png`);
      writeFileSync(svg, drawScene(drawing, heading, time));
      ffmpeg('-i', svg, png);
      const length = (starts[i + 1] ?? duration) - (starts[i] ?? 0);
      return ['-loop', '1', '-framerate', String(FRAMES_PER_SECOND), '-t', length.toFixed(3), '-i', png];
    });
    const pcm = join(folder, 'speech.pcm');
    writeFileSync(pcm, new Uint8Array(track.buffer));
    const pictures = scenes.map((_, i) => `[${i}:v]`).join('');
    // biome-ignore format: an ffmpeg command reads best one option a line
    ffmpeg(
      ...inputs,
      '-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1', '-i', pcm,
      '-filter_complex', `${pictures}concat=n=${scenes.length}:v=1,format=yuv420p[v]`,
      '-map', '[v]', '-map', `${scenes.length}:a`,
      '-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'stillimage', '-crf', '26', '-g', '100',
      '-c:a', 'aac', '-b:a', '40k',
      '-metadata', 'title=Ein Tag in Hamburg', '-metadata:s:a:0', 'language=deu',
      '-fflags', '+bitexact', '-movflags', '+faststart', target,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const base = join(import.meta.dirname, '..', 'examples', 'ein-tag-in-hamburg');
const scenes = parseScenes(readFileSync(`${base}.txt`, 'utf8'));
const { sentences, starts, duration } = speakScenes(scenes);
encode(scenes, starts, duration, mix(sentences, duration), `${base}.mp4`);
writeFileSync(`${base}.srt`, toSrt(sentences));
writeFileSync(`${base}.transcript.json`, toTranscript(sentences));
process.stdout.write(`${base}.mp4: ${sentences.length} sentences, ${duration.toFixed(1)} s\n`);
