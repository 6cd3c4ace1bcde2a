import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ffmpeg } from '../../scripts/run.ts';

/** Seconds of the clip that is repeated. */
const CLIP_SECONDS = 60;
export const MINUTES = 45;

export type LongMedia = { container: 'mp4' | 'webm'; path: string; seconds: number; bytes: number };

// biome-ignore format: options of ffmpeg read best in pairs
const CODECS: Record<LongMedia['container'], string[]> = {
  mp4: ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '1300k', '-maxrate', '1500k', '-bufsize', '3000k', '-g', '250', '-c:a', 'aac', '-b:a', '128k'],
  webm: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '16', '-b:v', '1300k', '-g', '250', '-c:a', 'libopus', '-b:a', '96k'],
};

/**
 * A film of 45 minutes with picture and sound at usual bit rates, some 450 MB. Made once, by repeating an encoded
 * minute without encoding it again, and kept in the system's folder for temporary files.
 */
export function longMedia(container: LongMedia['container'], say: (line: string) => void): LongMedia {
  const folder = join(tmpdir(), 'langplug-bench');
  const path = join(folder, `film-${MINUTES}-minutes.${container}`);
  const seconds = MINUTES * 60;
  const found = () => ({ container, path, seconds, bytes: statSync(path).size });
  if (existsSync(path)) return found();
  say(`Making ${path} (once) …`);
  mkdirSync(folder, { recursive: true });
  // Another bench may be making the same film.
  const making = mkdtempSync(join(folder, 'making-'));
  const clip = join(making, `clip.${container}`);
  const whole = join(making, `whole.${container}`);
  const inputs = [
    ...['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=25:duration=${CLIP_SECONDS},noise=alls=12:allf=t`],
    ...['-f', 'lavfi', '-i', `anoisesrc=color=pink:amplitude=0.3:duration=${CLIP_SECONDS}:sample_rate=48000`],
  ];
  ffmpeg(...inputs, '-pix_fmt', 'yuv420p', '-ac', '2', ...CODECS[container], clip);
  ffmpeg('-stream_loop', String(MINUTES - 1), '-i', clip, '-c', 'copy', whole);
  // Under its final name only when it is whole.
  renameSync(whole, path);
  rmSync(making, { recursive: true });
  return found();
}
