import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** The only folder in which programs are looked for. */
let programs: string;
beforeEach(async () => {
  programs = await mkdtemp(path.join(tmpdir(), 'langplug-programs-'));
});
afterEach(() => rm(programs, { recursive: true, force: true }));

async function program(name: string, script: string): Promise<void> {
  const file = path.join(programs, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

const ensure = () =>
  spawnSync(process.execPath, ['scripts/ensure-services.ts'], { encoding: 'utf8', env: { PATH: programs } });

describe('where Redis and Java are missing and nothing can be installed', () => {
  it('it says what to install on each system', () => {
    const { status, stderr } = ensure();
    expect(status).toBe(1);
    expect(stderr).toContain('LangPlug needs Redis');
    expect(stderr).toMatch(/Debian, Ubuntu +sudo apt-get .*install redis-server openjdk-\d+-jre-headless/);
    expect(stderr).toMatch(/macOS +brew install redis && brew install --cask temurin/);
    expect(stderr).toMatch(/Windows +use WSL/);
  });

  it('it names the Java that this release of Debian has', async () => {
    const candidate = '[ "$2" = openjdk-17-jre-headless ] && echo "  Candidate: 17.0.15" || echo "  Candidate: (none)"';
    await program('apt-cache', candidate);
    expect(ensure().stderr).toMatch(/install redis-server openjdk-17-jre-headless\n/);
  });
});

it('programs that are too old count as missing', async () => {
  await program('redis-server', 'echo "Redis server v=5.0.14 sha=00000000:0"');
  await program('java', 'echo \'openjdk version "11.0.2"\' >&2');
  expect(ensure().stderr).toMatch(/^LangPlug needs Redis 6 .*and Java 17 or newer/);
});

it('programs that are new enough are taken as they are', async () => {
  await program('redis-server', 'echo "Redis server v=6.0.16 sha=00000000:0"');
  await program('java', 'echo \'openjdk version "17.0.2"\' >&2');
  expect(ensure()).toMatchObject({ status: 0, stdout: '', stderr: '' });
});
