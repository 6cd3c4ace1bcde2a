/**
 * AWS's own chunked encoding of a body (`aws-chunked`): `size-in-hex[;chunk-signature=…]\r\n` data `\r\n`, a chunk of
 * size 0, then trailers. SDK clients send it when they add a checksum to a stream. Signatures and checksums are not
 * checked here: the bytes have come over the loopback interface.
 */
export async function* decodeChunkedBody(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  /** What has arrived of a header line so far. */
  let line = '';
  let left = 0;
  let state: 'header' | 'data' | 'after data' | 'trailer' = 'header';
  for await (const block of source) {
    let at = 0;
    while (at < block.length) {
      if (state === 'data') {
        const data = block.subarray(at, at + left);
        at += data.length;
        left -= data.length;
        if (left === 0) state = 'after data';
        yield data;
      } else if (state === 'trailer') {
        at = block.length;
      } else {
        const end = block.indexOf(0x0a, at);
        line += block.toString('latin1', at, end === -1 ? block.length : end);
        at = end === -1 ? block.length : end + 1;
        if (end === -1) continue;
        if (state === 'after data') {
          state = 'header';
        } else {
          left = chunkSize(line);
          state = left === 0 ? 'trailer' : 'data';
        }
        line = '';
      }
    }
  }
  if (state !== 'trailer') throw new Error('The chunked body ends too early');
}

function chunkSize(header: string): number {
  const size = /^[0-9a-fA-F]+/.exec(header)?.[0];
  if (!size) throw new Error(`"${header.trim().slice(0, 50)}" is not the header of a chunk`);
  return Number.parseInt(size, 16);
}
