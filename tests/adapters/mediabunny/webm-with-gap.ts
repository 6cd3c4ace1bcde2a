import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';

/** The Opus sound of a WebM file with silence of `length` seconds at `at`, as recorders leave it that stop at silence. */
export async function webmWithGap(webm: Uint8Array, gap: { at: number; length: number }): Promise<Uint8Array> {
  const input = new Input({ formats: [WEBM], source: new BufferSource(webm) });
  const track = (await input.getAudioTracks())[0];
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new Error('There is no sound track');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const packets = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(packets);
  await output.start();
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const timestamp = packet.timestamp + (packet.timestamp < gap.at ? 0 : gap.length);
    await packets.add(packet.clone({ timestamp }), { decoderConfig });
  }
  await output.finalize();
  if (!target.buffer) throw new Error('Nothing was written');
  return new Uint8Array(target.buffer);
}
