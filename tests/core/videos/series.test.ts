import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../functions/adapters/node/sha256.ts';
import { seriesPathSchema } from '../../../functions/contracts/api.ts';
import { ProblemError } from '../../../functions/core/problem-error.ts';
import { compareTitles, described, normaliseTitle, seriesOf } from '../../../functions/core/videos/series.ts';
import { aSeries, aVideo, T0 } from '../../support/builders.ts';

const title = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.trim() !== '');

describe('The id of a series', () => {
  it('is the same for titles that differ in case, white space and the composition of letters', () => {
    const id = seriesOf('Über den Dächern', sha256).id;
    for (const same of [' ÜBER  den\tDächern ', 'u\u0308ber den da\u0308chern'])
      expect(seriesOf(same, sha256).id).toBe(id);
    expect(seriesOf('Unter den Dächern', sha256).id).not.toBe(id);
  });

  it('is one that the API takes, whatever the title, and its title stays as it was given', () => {
    fc.assert(
      fc.property(title, (text) => {
        const series = seriesOf(text, sha256);
        expect(seriesPathSchema.parse({ series_id: series.id })).toEqual({ series_id: series.id });
        expect(series.title).toBe(text);
      }),
    );
  });

  it('stays the same when the title is normalised again', () => {
    fc.assert(
      fc.property(title, (text) => {
        expect(normaliseTitle(normaliseTitle(text))).toBe(normaliseTitle(text));
      }),
      { examples: [['J\u030C']] },
    );
  });
});

describe('The order of titles', () => {
  it('tells any two different titles apart, and does not depend on which comes first', () => {
    fc.assert(
      fc.property(title, title, (a, b) => {
        expect(compareTitles(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareTitles(a, b)) + Math.sign(compareTitles(b, a))).toBe(0);
      }),
    );
  });
});

describe('A described video', () => {
  const [a, b] = [aSeries('A'), aSeries('B')];
  const video = aVideo({ series: a, episode: 3 });

  it('keeps what is left out', () => {
    expect(described(video, {}, T0 + 1)).toEqual({ ...video, updatedAt: T0 + 1 });
    expect(described(video, { title: 'Neu' }, T0)).toEqual({ ...video, title: 'Neu' });
    expect(described(video, { series: b }, T0)).toEqual({ ...video, series: b });
    expect(described(video, { episode: 4 }, T0)).toEqual({ ...video, episode: 4 });
  });

  it('loses its number with the series, and alone', () => {
    const { series, episode, ...bare } = video;
    expect(described(video, { series: null }, T0)).toEqual(bare);
    expect(described(video, { episode: null }, T0)).toEqual({ ...bare, series });
    expect(episode).toBe(3);
  });

  it('has no number without a series: the field is named', () => {
    for (const changes of [{ episode: 1 }, { episode: 1, series: null }]) {
      const describing = () => described(aVideo(), changes, T0);
      expect(describing).toThrow(ProblemError);
      expect(describing).toThrow(
        expect.objectContaining({ errors: [expect.objectContaining({ field: 'body.episode' })] }),
      );
    }
    expect(described(aVideo(), { episode: null }, T0)).not.toHaveProperty('episode');
  });
});
