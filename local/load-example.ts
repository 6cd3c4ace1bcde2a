/** Loads the example lesson at the first start, so that there is something to look at. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageOf } from '../functions/contracts/api.ts';
import { videoSchema } from '../functions/contracts/video.ts';
import { ApiClient, ApiProblem, readProblem } from './client/api-client.ts';
import { runJob } from './client/run-job.ts';
import type { FirstStartStep } from './first-start.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));

const TITLE = 'Ein Tag in Hamburg';

/** An account of this machine only, named on the reference page (`server/pages/reference.html`): its password is no secret. */
const CREDENTIALS = { email: 'learner@example.org', password: 'Ein-Tag-in-Hamburg-1' };

export const loadExample: FirstStartStep = async (url, report) => {
  report('  Making the example lesson …');
  const client = new ApiClient(url);
  const registered = await client.send('POST', '/auth/register', CREDENTIALS);
  // Taken: an earlier start was stopped before it could finish this.
  if (!registered.ok && registered.status !== 409) throw new ApiProblem(await readProblem(registered));
  await client.logIn(CREDENTIALS);
  await removeEarlierAttempts(client);
  const { video, task } = await runJob(client, url, {
    media: path.join(examples, 'ein-tag-in-hamburg.mp4'),
    subtitles: path.join(examples, 'ein-tag-in-hamburg.srt'),
    title: TITLE,
    from: 'de',
    to: 'en',
    chunkMinutes: 1,
  });
  if (task.state === 'failed') {
    throw new Error(
      `The example lesson failed. ${task.error ? `${task.error.title} ${task.error.detail}` : ''}`.trim(),
    );
  }
  return [
    `Example lesson  GET /videos/${video.id}/chunks/0`,
    `                signed in as ${CREDENTIALS.email} with the password ${CREDENTIALS.password}`,
  ];
};

/** What a start left that failed or was stopped before the example was ready. */
async function removeEarlierAttempts(client: ApiClient): Promise<void> {
  const { items } = await client.call('GET', '/videos', pageOf(videoSchema, 'VideoPage'));
  for (const { id } of items.filter(({ title }) => title === TITLE)) {
    const deleted = await client.send('DELETE', `/videos/${id}`);
    if (!deleted.ok && deleted.status !== 404) throw new ApiProblem(await readProblem(deleted));
  }
}
