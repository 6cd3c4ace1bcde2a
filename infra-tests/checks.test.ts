import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../lib/app.ts';
import { SYNTHESIS_TIMEOUT } from './support/synthesise.ts';

const folder = mkdtempSync(join(tmpdir(), 'langplug-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const appOf = (stage: string) => buildApp({ context: { stage }, outdir: join(folder, stage) });

describe('The checks of a synthesis', { timeout: SYNTHESIS_TIMEOUT }, () => {
  it.each(['dev', 'prod'])('find nothing in %s: cdk-nag, and the rules of CloudFormation', (stage) => {
    expect(() => appOf(stage).synth()).not.toThrow();
  });

  it('stop a deployment of something that they object to', () => {
    const app = buildApp({ outdir: join(folder, 'objectionable') });
    const stack = app.node.findChild('LangPlug-dev-Data');
    if (!Stack.isStack(stack)) throw new Error('The data stack is no stack');
    new Bucket(stack, 'Open');
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
  });

  it('are given a reason for whatever they are told to overlook', () => {
    const reasons = appOf('dev')
      .node.findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values<string>(data));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => reason.length < 25)).toEqual([]);
  });
});
