/**
 * A process of its own for one measurement of cutting: `node cut-worker.ts <file> <part seconds>`. Plans and cuts every
 * part as the functions do, each with nothing remembered from the one before, and prints one JSON object.
 */
import { open } from 'node:fs/promises';
import { MediabunnyCutter } from '../../functions/adapters/mediabunny/cutter.ts';
import { MediabunnyInspector } from '../../functions/adapters/mediabunny/inspector.ts';
import type { ByteSource } from '../../functions/core/media/media.ts';

export type CutMeasurement = {
  /** Time of cutting all parts, ms, without planning and without the start of the process. */
  milliseconds: number;
  /** Time and reads of planning. */
  planning: { milliseconds: number; reads: number };
  parts: { reads: number; bytes: number; sound: number }[];
  /** Most memory the process had, bytes. */
  peakMemory: number;
};

const [path = '', partSeconds = ''] = process.argv.slice(2);
const file = await open(path);
const { size } = await file.stat();
let reads = 0;
let bytes = 0;
const source: ByteSource = {
  size,
  async read(start, end) {
    reads++;
    bytes += end - start;
    const { buffer } = await file.read(Buffer.allocUnsafeSlow(end - start), 0, end - start, start);
    return buffer;
  },
};

const begin = performance.now();
const info = await new MediabunnyInspector().inspect(source);
const planning = { milliseconds: performance.now() - begin, reads };
const track = info.audioTracks[0];
if (!track) throw new Error(`${path} has no sound`);

const parts: CutMeasurement['parts'] = [];
const length = Number(partSeconds);
const cutting = performance.now();
// The sound may end some milliseconds after the picture: those belong to the last part.
const count = Math.max(1, Math.round(info.duration / length));
for (let i = 0; i < count; i++) {
  reads = 0;
  bytes = 0;
  const cut = await new MediabunnyCutter().cut(
    source,
    track.id,
    i * length,
    i + 1 < count ? (i + 1) * length : info.duration,
  );
  parts.push({ reads, bytes, sound: cut.bytes.byteLength });
}
const measurement: CutMeasurement = {
  milliseconds: performance.now() - cutting,
  planning,
  parts,
  peakMemory: process.resourceUsage().maxRSS * 1024,
};
await file.close();
process.stdout.write(`${JSON.stringify(measurement)}\n`);
