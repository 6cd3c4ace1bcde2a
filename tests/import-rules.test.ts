import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Files that break the architecture, and neighbours that keep to it, by path and content. */
const broken = {
  'functions/core/a.ts': `import { x } from '../adapters/dynamodb/x.ts';\nx();\n`,
  'functions/core/b.ts': `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({});\n`,
  'functions/core/tasks/c.ts': 'export const now = () => Date.now();\n',
  'functions/core/tasks/d.ts': 'export const stage = process.env.STAGE;\n',
  'functions/contracts/e.ts': `import { x } from '../core/x.ts';\nx();\n`,
  'functions/adapters/s3/f.ts': `import { x } from '../../runtime/x.ts';\nx();\n`,
  'functions/runtime/api/g.ts': `import { x } from '../../handlers/api/routes.ts';\nx();\n`,
  'functions/handlers/api/h.ts': `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({});\n`,
  'lib/constructs/i.ts': `import { x } from '../../functions/core/x.ts';\nx();\n`,
  'lib/constructs/j.ts': `import { x } from '../../functions/handlers/api/auth/index.ts';\nx();\n`,
};
const kept = {
  'functions/core/k.ts': `import { x } from './ports/x.ts';\nimport { y } from '../contracts/y.ts';\nx(y);\n`,
  'functions/adapters/s3/l.ts': `import { x } from '../../core/x.ts';\nx();\n`,
  'functions/handlers/m.ts': `import { x } from '../runtime/x.ts';\nx();\n`,
  'lib/constructs/n.ts': `import { x } from '../../functions/contracts/x.ts';\nx();\n`,
  'lib/constructs/o.ts': `import { x } from '../../functions/handlers/api/routes.ts';\nx();\n`,
  'lib/constructs/p.ts': `import { x } from '../../functions/runtime/env.ts';\nx();\n`,
};

describe('imports point inwards only', () => {
  let dir: string;
  let reported: Set<string>;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'langplug-rules-'));
    await copyFile('biome.json', path.join(dir, 'biome.json'));
    for (const [file, content] of Object.entries({ ...broken, ...kept })) {
      await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
      await writeFile(path.join(dir, file), content);
    }
    reported = await filesWithFindings(dir);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  it.each(Object.keys(broken))('the check refuses %s', (file) => {
    expect(reported).toContain(file);
  });

  it.each(Object.keys(kept))('the check accepts %s', (file) => {
    expect(reported).not.toContain(file);
  });
});

async function filesWithFindings(cwd: string): Promise<Set<string>> {
  const biome = path.resolve('node_modules/.bin/biome');
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '.'];
  const stdout = await new Promise<string>((resolve) => {
    execFile(biome, args, { cwd }, (_error, output) => resolve(output));
  });
  const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(stdout);
  const restricted = report.diagnostics.filter(({ category }) => category.includes('noRestricted'));
  return new Set(restricted.map(({ location }) => location.path.replace(/^\.\//, '')));
}
