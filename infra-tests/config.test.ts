import { RootConstruct } from 'constructs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../lib/config.ts';

function configOf(context: Record<string, unknown>) {
  const { node } = new RootConstruct();
  for (const [key, value] of Object.entries(context)) node.setContext(key, value);
  return readConfig(node);
}

describe('The configuration', () => {
  it('is a dev stage with the documented defaults when nothing is said', () => {
    expect(configOf({})).toEqual({
      stage: 'dev',
      keepData: false,
      maxUploadBytes: 500 * 1024 * 1024,
      taskRetentionHours: 24,
      partConcurrency: 10,
      chunkConcurrency: 10,
      egress: 'ipv6',
      webOrigins: ['*'],
      cacheEnabled: true,
      cacheLifetimes: {},
      alarmEmail: undefined,
    });
  });

  it('switches the cache off by word, as the command line gives it, and nothing else does', () => {
    expect(configOf({ cacheEnabled: 'false' }).cacheEnabled).toBe(false);
    expect(configOf({ cacheEnabled: false }).cacheEnabled).toBe(false);
    expect(configOf({ cacheEnabled: 'true' }).cacheEnabled).toBe(true);
    expect(() => configOf({ cacheEnabled: 'off' })).toThrow('cacheEnabled=…  must be true or false');
  });

  it('takes lifetimes of cached values by family', () => {
    expect(configOf({ cacheLifetimes: 'word=600, stats=60' }).cacheLifetimes).toEqual({ word: 600, stats: 60 });
  });

  it('takes numbers as text, as the command line gives them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (n) => {
        expect(configOf({ partConcurrency: String(n) }).partConcurrency).toBe(n);
      }),
    );
  });

  it('keeps data and lets no origin upload in prod, unless one is named', () => {
    expect(configOf({ stage: 'prod' })).toMatchObject({ keepData: true, webOrigins: [] });
    expect(configOf({ stage: 'prod', webOrigins: 'https://a.example, https://b.example' }).webOrigins).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });

  it.each([
    [{ stage: 'staging' }, 'stage=…  must be one of dev, prod'],
    [{ maxUploadMegabytes: '5121' }, 'maxUploadMegabytes=…  must be at most 5120'],
    [{ maxUploadMegabytes: 'a lot' }, 'maxUploadMegabytes=…  must be a number'],
    [{ taskRetentionHours: '0' }, 'taskRetentionHours=…  must be at least 1'],
    [{ partConcurrency: '41' }, 'partConcurrency=…  must be at most 40'],
    [{ chunkConcurrency: '1.5' }, 'chunkConcurrency=…  must be a whole number'],
    [{ egress: 'vpn' }, 'egress=…  must be ipv6 or nat'],
    [{ cacheLifetimes: 'words=600' }, 'cacheLifetimes=…  "words=600" must be a family and its lifetime in seconds'],
    [{ cacheLifetimes: 'word=0' }, 'cacheLifetimes=…  "word=0" must be a family and its lifetime in seconds'],
    [{ alarmEmail: 'the operator' }, 'alarmEmail=…  must be an e-mail address'],
  ])('refuses %j and says why', (context, reason) => {
    expect(() => configOf(context)).toThrow(reason);
  });

  it('names everything that is wrong at once', () => {
    expect(() => configOf({ stage: 'x', egress: 'y' })).toThrow(/stage=…[\s\S]*egress=…/);
  });
});
