/** What is called at the end of a deployment: docs/adr/0015. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, AssetHashType, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { afterAll, describe, expect, it } from 'vitest';
import { AfterDeploy } from '../lib/constructs/after-deploy/after-deploy.ts';
import { AppFunction } from '../lib/constructs/app-function/app-function.ts';
import { functionsOf } from './support/functions.ts';
import { synthesise } from './support/synthesise.ts';

const dev = synthesise('dev');
const functions = functionsOf(dev);

const folder = mkdtempSync(join(tmpdir(), 'langplug-after-deploy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is called after a deployment of functions with this code. */
function calledWith(code: string): Record<string, unknown> {
  const source = join(folder, code);
  mkdirSync(source);
  writeFileSync(join(source, 'index.mjs'), code);
  const stack = new Stack(new App({ outdir: join(folder, `${code}.out`) }), 'Stack');
  const defaults = {
    code: () => Code.fromAsset(source, { assetHashType: AssetHashType.CUSTOM, assetHash: code }),
    logRetention: RetentionDays.ONE_DAY,
  };
  new AfterDeploy(stack, 'AfterDeploy', {
    seedLexicon: new AppFunction(stack, {
      ...defaults,
      name: 'seed-lexicon',
      environment: { LEXICON_TABLE: 'lexicon' },
    }),
    warmCache: new AppFunction(stack, {
      ...defaults,
      name: 'warm-cache',
      environment: {
        CACHE_URL: 'redis://cache',
        CACHE_SECRET_ARN: 'secret',
        CACHE_ENABLED: 'true',
        CACHE_LIFETIMES: '',
        STAGE: 'dev',
        LEXICON_TABLE: 'lexicon',
      },
    }),
  });
  return Object.fromEntries(
    Object.entries(Template.fromStack(stack).findResources('Custom::Trigger')).map(([id, { Properties }]) => [
      id,
      Properties.HandlerArn,
    ]),
  );
}

describe('After a deployment', () => {
  const triggers = Object.entries(dev.service.findResources('Custom::Trigger'));
  const trigger = (prefix: string) => triggers.find(([id]) => id.startsWith(prefix)) ?? ['', undefined];
  const functionOf = (prefix: string) => {
    const version: string = trigger(prefix)[1]?.Properties.HandlerArn.Ref;
    return dev.service.findResources('AWS::Lambda::Version')[version]?.Properties.FunctionName.Ref;
  };

  it('the lexicon is seeded, and the deployment fails when that fails', () => {
    expect(functionOf('AfterDeploySeedLexicon')).toBe(functions.get('seed-lexicon')?.logicalId);
    const { InvocationType, Timeout } = trigger('AfterDeploySeedLexicon')[1]?.Properties ?? {};
    expect(InvocationType).toBe('RequestResponse');
    expect(Number(Timeout)).toBeGreaterThan(1000 * Number(functions.get('seed-lexicon')?.properties.Timeout));
  });

  it('the cache is warmed with it then, and nobody waits for that', () => {
    expect(functionOf('AfterDeployWarmCache')).toBe(functions.get('warm-cache')?.logicalId);
    const [seeded] = trigger('AfterDeploySeedLexicon');
    const [, warmed] = trigger('AfterDeployWarmCache');
    expect(warmed?.Properties.InvocationType).toBe('Event');
    expect(warmed?.DependsOn).toContain(seeded);
  });

  it('both have their rights before they are called', () => {
    for (const [prefix, role] of [
      ['AfterDeploySeedLexicon', 'seedlexiconRoleDefaultPolicy'],
      ['AfterDeployWarmCache', 'warmcacheRoleDefaultPolicy'],
    ] as const) {
      expect(trigger(prefix)[1]?.DependsOn).toContainEqual(expect.stringContaining(role));
    }
  });

  it('they are called again when their code changed, and only then', () => {
    const before = calledWith('first');
    expect(Object.keys(before)).toHaveLength(2);
    const after = calledWith('second');
    for (const [id, version] of Object.entries(before)) expect(after[id]).not.toEqual(version);
    rmSync(join(folder, 'first'), { recursive: true });
    expect(calledWith('first')).toEqual(before);
  });
});
