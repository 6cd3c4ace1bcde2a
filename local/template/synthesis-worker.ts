/** Builds the app in a thread of its own. */
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { buildApp } from '../../lib/app.ts';

const options = z.object({ context: z.record(z.string(), z.unknown()), outdir: z.string() }).parse(workerData);
buildApp({ ...options, checks: false }).synth();
