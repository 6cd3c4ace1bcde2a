/** What a measurement prints: a table for people, or one JSON object for programs that collect figures over time. */

export type Figure = {
  /** What was measured. */
  name: string;
  unit: string;
  ours: number;
  /** The same by the peer in the same run; null where there is none. */
  peer: number | null;
  peerName: string | null;
  /** ours / peer; null without a peer, or where the peer's is 0. */
  ratio: number | null;
  /** What was promised, for instance `ratio ≤ 1.5`; null where nothing was. */
  target: string | null;
  met: boolean | null;
};

/** A bench is a file of this folder that exports these two. */
export type Bench = {
  /** One sentence: what is measured, beside what. */
  summary: string;
  /** @param say tells people what goes on */
  run(say: (line: string) => void, options: BenchOptions): Promise<Figure[]>;
};

export type BenchOptions = {
  /** Short runs, to see that a bench works: its figures mean little. */
  quick: boolean;
};

export type Limit = { atMost: number } | { atLeast: number };

/** A figure beside its peer; the target is for the ratio. */
export function compare(
  name: string,
  unit: string,
  ours: number,
  peer: number,
  peerName: string,
  limit?: Limit,
): Figure {
  const ratio = ratioOf(ours, peer);
  // A ratio to nothing can be judged only where the target is for ours.
  return { name, unit, ours, peer, peerName, ratio, ...(ratio === null ? UNJUDGED : judge(ratio, 'ratio', limit)) };
}

/** The same figure beside several peers, one figure for each; the target is for ours. */
export function compareAll(
  name: string,
  unit: string,
  ours: number,
  peers: Readonly<Record<string, number>>,
  limit?: Limit,
): Figure[] {
  return Object.entries(peers).map(([peerName, peer]) => {
    const ratio = ratioOf(ours, peer);
    return { name, unit, ours, peer, peerName, ratio, ...judge(ours, 'ours', limit) };
  });
}

/** A figure on its own; the target is for its value. */
export function measure(name: string, unit: string, ours: number, limit?: Limit): Figure {
  return { name, unit, ours, peer: null, peerName: null, ratio: null, ...judge(ours, '', limit) };
}

const UNJUDGED = { target: null, met: null };

function ratioOf(ours: number, peer: number): number | null {
  return peer === 0 ? null : ours / peer;
}

function judge(value: number, what: string, limit: Limit | undefined): Pick<Figure, 'target' | 'met'> {
  if (!limit) return UNJUDGED;
  if ('atMost' in limit) return { target: `${what} ≤ ${number(limit.atMost)}`.trim(), met: value <= limit.atMost };
  return { target: `${what} ≥ ${number(limit.atLeast)}`.trim(), met: value >= limit.atLeast };
}

/** One line a figure, columns aligned. Of figures that differ in their peer only, the first has name, our value and target. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map((f, i) => {
    const isFurther = f.name === figures[i - 1]?.name;
    const isJudgedAgain = isFurther && f.target === figures[i - 1]?.target && !f.target?.startsWith('ratio');
    return [
      ...(isFurther ? ['', ''] : [f.name, `${number(f.ours)} ${f.unit}`]),
      f.peer === null ? '' : `${f.peerName} ${number(f.peer)} ${f.unit}`,
      f.ratio === null ? '' : `× ${number(f.ratio)}`,
      ...(isJudgedAgain ? ['', ''] : [f.target ?? '', f.met === null ? '' : f.met ? 'met' : 'MISSED']),
    ];
  });
  const all = [['figure', 'ours', 'peer', 'ratio', 'target', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const number = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });
