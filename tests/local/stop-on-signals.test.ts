import { expect, it } from 'vitest';
import { startCommand } from '../e2e/support/command.ts';

/** A program whose stopping never ends by itself. */
const PROGRAM = `
  import { stopOnSignals } from './local/cli/stop-on-signals.ts';
  stopOnSignals(() => { console.log('stopping'); return new Promise(() => setInterval(() => {}, 1000)); });
  process.on('exit', () => console.log('cleaned up'));
  setInterval(() => {}, 1000);
  console.log('ready');
`;

it('a second Ctrl-C ends at once, but lets the process clean up; one that follows on the heels does not count', async () => {
  const command = startCommand(['--input-type=module', '-e', PROGRAM]);
  await command.prints('ready');
  command.signal('SIGINT');
  await command.prints('stopping');
  command.signal('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(command.stdout()).toBe('ready\nstopping\n');
  command.signal('SIGINT');
  expect(await command.ended).toBe(130);
  expect(command.stdout()).toBe('ready\nstopping\ncleaned up\n');
});
