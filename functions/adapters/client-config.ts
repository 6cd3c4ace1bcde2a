/** How long a client waits for a TCP and TLS connection, ms. In a region it takes a few ms, the first one about 125. */
const CONNECT_WITHIN_MS = 1_000;

/**
 * Settings of every AWS SDK client. Endpoint, region and credentials come from the environment, so that the same code
 * runs in AWS and against an emulator (`AWS_ENDPOINT_URL`). Time-outs are short and thrown, because the SDK's own
 * default is to wait for ever; the standard retry policy (backoff with jitter) then tries again.
 * @param answerWithinMs from sending a request to the head of its answer
 */
export const clientConfig = (answerWithinMs: number, maxAttempts = 3) => ({
  maxAttempts,
  requestHandler: {
    connectionTimeout: CONNECT_WITHIN_MS,
    requestTimeout: answerWithinMs,
    throwOnRequestTimeout: true,
    // A body that stops coming.
    socketTimeout: answerWithinMs,
  },
});

/** Makes something at its first use and keeps it: one client with its connections for the life of a function. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
