import { describe, expect, it } from 'vitest';
import { MediabunnyInspector } from '../../../functions/adapters/mediabunny/inspector.ts';
import { fixture, fixtureSource, latin1, memorySource } from './support.ts';

const inspector = new MediabunnyInspector();

describe('inspecting accepted media', () => {
  it.each([
    ['aac.mp4', 'MP4', 6, true, 'aac', 'deu'],
    ['aac-index-last.mp4', 'MP4', 6, true, 'aac', 'deu'],
    ['aac-fragmented.mp4', 'MP4', 6.2, true, 'aac', 'deu'],
    ['aac.m4v', 'MP4', 6, true, 'aac', 'deu'],
    ['aac.mov', 'QuickTime', 6, true, 'aac', undefined],
    ['aac.mkv', 'Matroska', 6, true, 'aac', 'deu'],
    ['ac3.mkv', 'Matroska', 6, true, 'ac3', undefined],
    ['opus.webm', 'WebM', 6, true, 'opus', 'deu'],
    ['vorbis.webm', 'WebM', 6, true, 'vorbis', 'deu'],
    ['speech.m4a', 'MP4', 6, false, 'aac', 'deu'],
    ['speech.mp3', 'MP3', 6, false, 'mp3', undefined],
    ['opus.ogg', 'Ogg', 6, false, 'opus', undefined],
    ['vorbis.ogg', 'Ogg', 6, false, 'vorbis', undefined],
    ['speech.flac', 'FLAC', 4, false, 'flac', undefined],
    ['speech.wav', 'WAVE', 2.4, false, 'pcm-s16', undefined],
    ['pcm-big-endian.mov', 'QuickTime', 2.4, false, 'pcm-s16be', undefined],
    ['too-short.mp4', 'MP4', 0.2, true, 'aac', 'deu'],
  ])('tells of %s what it holds', async (name, container, duration, hasVideo, codec, language) => {
    const info = await inspector.inspect(fixtureSource(name));
    expect(info).toMatchObject({ container, hasVideo, audioTracks: [{ codec, channels: 1, language }] });
    expect(Math.abs(info.duration - duration)).toBeLessThan(0.1);
  });

  it('counts the channels of surround sound', async () => {
    const { audioTracks } = await inspector.inspect(fixtureSource('aac-5-1.mp4'));
    expect(audioTracks).toMatchObject([{ codec: 'aac', channels: 6 }]);
  });

  it('lists every sound track with its language', async () => {
    const { audioTracks } = await inspector.inspect(fixtureSource('two-languages.mkv'));
    expect(audioTracks.map((track) => track.language)).toEqual(['eng', 'deu']);
    expect(new Set(audioTracks.map((track) => track.id)).size).toBe(2);
  });

  it('finds no sound track in a silent video, and its duration all the same', async () => {
    const info = await inspector.inspect(fixtureSource('silent.mp4'));
    expect(info).toMatchObject({ duration: 6, hasVideo: true, audioTracks: [] });
  });

  it('knows exactly how many bytes a second of PCM takes', async () => {
    const { audioTracks } = await inspector.inspect(fixtureSource('speech.wav'));
    expect(audioTracks[0]?.bytesPerSecond).toBe(8000 * 2);
  });

  it('estimates a compressed sound file by its size', async () => {
    const { audioTracks, duration } = await inspector.inspect(fixtureSource('speech.mp3'));
    expect(audioTracks[0]?.bytesPerSecond).toBe(Math.ceil(fixture('speech.mp3').byteLength / duration));
  });
});

describe('refusing other files', () => {
  const truncated = (name: string) => fixture(name).slice(0, fixture(name).byteLength / 2);
  const transportStream = new Uint8Array(188 * 8).map((_, i) => (i % 188 === 0 ? 0x47 : 0xff));

  it.each<[string, Uint8Array]>([
    ['an empty file', new Uint8Array()],
    ['a text file', fixture('text.mp4')],
    ['a text file', latin1('\xef\xbb\xbfWort f\xc3\xbcr Wort')],
    ['a text file', latin1('\xff\xfeH\0a\0l\0l\0o\0')],
    ['an HTML page', latin1('\n<!DOCTYPE html><html><title>404</title></html>')],
    ['an HLS playlist', latin1('#EXTM3U\n#EXT-X-VERSION:3\n')],
    ['a JPEG image', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0'.padEnd(200, '\x81'))],
    ['a PNG image', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['a HEIC image', latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['a PDF document', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
    ['a ZIP archive (or an Office document)', latin1('PK\x03\x04\x14\0\0\0\x08\0')],
    ['an AVI video', latin1('RIFF\x10\0\0\0AVI LIST\0\0\0\0')],
    ['an MPEG transport stream', transportStream],
    ['a file of nothing but zeros', new Uint8Array(5000)],
    ['a file of an unknown type', latin1('\x81\x82\x83\x84\x85\x86\x87\x88')],
    ['an MP4 file that ends too early (truncated)', fixture('truncated.mp4')],
    ['an MP4 file that ends too early (truncated)', fixture('truncated-without-index.mp4')],
    ['a QuickTime file that ends too early (truncated)', truncated('aac.mov')],
    ['a Matroska file that ends too early (truncated)', truncated('aac.mkv')],
    ['a WebM file that ends too early (truncated)', truncated('opus.webm')],
    ['a WAVE file that ends too early (truncated)', truncated('speech.wav')],
    ['an MP4 file that is damaged or encrypted', fixture('encrypted.mp4')],
    ['an MP4 file without any picture or sound', latin1('\0\0\0\x18ftypisom\0\0\0\0isommp41')],
  ])('says that it found %s', async (found, bytes) => {
    await expect(inspector.inspect(memorySource(bytes))).rejects.toMatchObject({ name: 'UnsupportedMedia', found });
  });

  it('passes on that the file cannot be read, and does not call it damaged', async () => {
    const failure = new Error('the store is away');
    const { size, read } = fixtureSource('aac.mp4');
    const source = { size, read: (start: number) => (start === 0 ? Promise.reject(failure) : read(start, size)) };
    await expect(inspector.inspect(source)).rejects.toBe(failure);
  });
});
