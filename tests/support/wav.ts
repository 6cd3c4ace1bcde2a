import { open } from 'node:fs/promises';

const HEADER_BYTES = 44;

/**
 * Writes a WAV file of near silence, one byte a sample, mono. The samples are a hole in the file, so that hours cost
 * nothing on the disk.
 * @param rate samples a second, Hz
 * @returns the path
 */
export async function sparseWav(path: string, seconds: number, rate: number): Promise<string> {
  const samples = seconds * rate;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(HEADER_BYTES - 8 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  const file = await open(path, 'w');
  await file.write(header);
  await file.truncate(HEADER_BYTES + samples);
  await file.close();
  return path;
}
