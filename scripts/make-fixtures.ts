/**
 * Makes the small media files of the tests again: `tests/fixtures/media/`. The same six seconds of speech in every
 * container, and some files that must be refused. Needs espeak-ng and ffmpeg.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ffmpeg, run } from './run.ts';

const TEXT = 'Guten Tag! Wir fahren mit dem Zug nach Hamburg. Dort besuchen wir den Hafen und essen ein Fischbrötchen.';
const SECONDS = '6';

const target = join(import.meta.dirname, '..', 'tests', 'fixtures', 'media');
const folder = mkdtempSync(join(tmpdir(), 'langplug-fixtures-'));
const speech = join(folder, 'speech.wav');

const picture = ['-f', 'lavfi', '-i', `color=0x335577:size=128x72:rate=10:duration=${SECONDS}`];
const sound = ['-i', speech];
const h264 = ['-c:v', 'libx264', '-crf', '40', '-pix_fmt', 'yuv420p'];
const vp8 = ['-c:v', 'libvpx', '-b:v', '20k'];
const german = ['-metadata:s:a:0', 'language=deu'];
const aac = ['-c:a', 'aac', '-b:a', '24k', '-ar', '22050', '-ac', '1', ...german];
const exact = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];

const encryption = ['-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', '0123456789abcdef'.repeat(2)];
encryption.push('-encryption_kid', 'fedcba9876543210'.repeat(2));

/** File name → options of ffmpeg after its inputs. */
const withPicture: Record<string, string[]> = {
  'aac.mp4': [...h264, ...aac, '-movflags', '+faststart'],
  'aac-index-last.mp4': [...h264, ...aac],
  'aac-fragmented.mp4': [...h264, ...aac, '-movflags', 'frag_keyframe+empty_moov', '-g', '20'],
  'aac.mov': [...h264, ...aac],
  'aac.m4v': [...h264, ...aac],
  'aac.mkv': [...h264, ...aac],
  'opus.webm': [...vp8, '-c:a', 'libopus', '-b:a', '16k', '-ac', '1', ...german],
  'vorbis.webm': [...vp8, '-c:a', 'libvorbis', '-q:a', '-1', '-ar', '16000', '-ac', '1', ...german],
  'ac3.mkv': [...h264, '-c:a', 'ac3', '-b:a', '32k', '-ac', '1'],
  'aac-5-1.mp4': [...h264, '-t', '2', '-c:a', 'aac', '-b:a', '64k', '-ac', '6', '-ar', '22050'],
  'too-short.mp4': [...h264, '-t', '0.2', ...aac],
  'encrypted.mp4': [...h264, ...aac, '-t', '2', ...encryption, '-movflags', 'frag_keyframe+empty_moov'],
  'silent.mp4': [...h264, '-an'],
};

const soundOnly: Record<string, string[]> = {
  'speech.mp3': ['-c:a', 'libmp3lame', '-b:a', '24k', '-ar', '16000', '-ac', '1'],
  'speech.m4a': aac,
  'vorbis.ogg': ['-c:a', 'libvorbis', '-q:a', '-1', '-ar', '16000', '-ac', '1'],
  'opus.ogg': ['-c:a', 'libopus', '-b:a', '16k', '-ac', '1'],
  'speech.flac': ['-c:a', 'flac', '-t', '4', '-ar', '8000', '-ac', '1', '-sample_fmt', 's16'],
  'speech.wav': ['-c:a', 'pcm_s16le', '-t', '2.4', '-ar', '8000', '-ac', '1'],
  'pcm-big-endian.mov': ['-c:a', 'pcm_s16be', '-t', '2.4', '-ar', '8000', '-ac', '1'],
};

try {
  mkdirSync(target, { recursive: true });
  writeFileSync(speech, run('espeak-ng', ['-v', 'de', '-s', '145', '--stdout', TEXT]));
  const cut = ['-t', SECONDS, ...exact];
  for (const [name, options] of Object.entries(withPicture)) {
    ffmpeg(...picture, ...sound, '-map', '0:v', '-map', '1:a', ...cut, ...options, join(target, name));
  }
  for (const [name, options] of Object.entries(soundOnly)) ffmpeg(...sound, ...cut, ...options, join(target, name));
  const tracks = ['-map', '0:v', '-map', '1:a', '-map', '1:a', ...h264, ...aac];
  const languages = ['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=deu'];
  ffmpeg(...picture, ...sound, ...cut, '-t', '3', ...tracks, ...languages, join(target, 'two-languages.mkv'));
  const whole = readFileSync(join(target, 'aac.mp4'));
  writeFileSync(join(target, 'truncated.mp4'), whole.subarray(0, whole.byteLength / 2));
  const last = readFileSync(join(target, 'aac-index-last.mp4'));
  writeFileSync(join(target, 'truncated-without-index.mp4'), last.subarray(0, last.byteLength / 2));
  writeFileSync(join(target, 'text.mp4'), `${TEXT}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
