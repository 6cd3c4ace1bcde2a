import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { afterAll } from 'vitest';
import { buildApp } from '../../lib/app.ts';
import type { Stage } from '../../lib/config.ts';

export type Synthesised = {
  app: App;
  assembly: CloudAssembly;
  data: Template;
  service: Template;
  observability: Template;
};

/** For tests that synthesise: some seconds, on a busy machine a minute, ms. */
export const SYNTHESIS_TIMEOUT = 180_000;

const folders: string[] = [];
const byContext = new Map<string, Synthesised>();
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * The application as `cdk deploy` would ship it. Once for each context in a test file, because bundling takes a second;
 * without the checks, which have tests of their own.
 */
export function synthesise(stage: Stage, context: Record<string, unknown> = {}): Synthesised {
  const key = JSON.stringify({ ...context, stage });
  const known = byContext.get(key);
  if (known) return known;
  const outdir = mkdtempSync(join(tmpdir(), 'langplug-synth-'));
  folders.push(outdir);
  const app = buildApp({ context: { ...context, stage }, outdir, checks: false });
  const assembly = app.synth();
  const template = (name: string) => Template.fromJSON(assembly.getStackByName(`LangPlug-${stage}-${name}`).template);
  const made = {
    app,
    assembly,
    data: template('Data'),
    service: template('Service'),
    observability: template('Observability'),
  };
  byContext.set(key, made);
  return made;
}
