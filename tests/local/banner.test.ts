import { expect, it } from 'vitest';
import { banner } from '../../local/cli/banner.ts';

const options = {
  cloud: { url: 'http://localhost:3000', endpoint: 'http://127.0.0.1:4566' },
  notes: ['Example lesson  GET /videos/1'],
  engines: { library: '1', opusMt: {} },
  hasFfmpeg: true,
  hasCache: true,
  dataDir: '.langplug',
  seconds: 2.74,
};

it('the banner says where everything is, what there is to see, and how to stop', () => {
  const text = banner(options);
  for (const part of [
    '2.7 s',
    'http://localhost:3000/openapi.json',
    'http://127.0.0.1:4566',
    '.langplug',
    'GET /videos/1',
    'Ctrl-C',
  ]) {
    expect(text).toContain(part);
  }
});

it('the banner says which engines there are, or how to get them', () => {
  expect(banner(options)).toContain('engines:install');
  const engines = { ...options.engines, whisper: 'w' };
  expect(banner({ ...options, engines })).toMatch(/Speech +Whisper$/m);
  expect(banner({ ...options, engines, hasFfmpeg: false })).toContain('Whisper (needs ffmpeg, which is not installed)');
  expect(banner({ ...options, awsEndpoint: 'http://other' })).toContain('Transcribe of http://other');
});

it('the banner says when the cache is off', () => {
  expect(banner(options)).not.toContain('CACHE_ENABLED');
  expect(banner({ ...options, hasCache: false })).toMatch(/Cache +off \(CACHE_ENABLED=false\)/);
});
