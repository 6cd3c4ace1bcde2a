/** Finds the route of a request as an HTTP API does. */
import type { ApiRoute } from '../wiring/wiring.ts';

export type RouteMatch = { route: ApiRoute; pathParameters: Record<string, string> };

type Pattern = { route: ApiRoute; method: string; segments: Segment[] };
type Segment = { kind: 'literal'; text: string } | { kind: 'variable' | 'greedy'; name: string };

export type RouteTable = {
  /** @param path decoded */
  find(method: string, path: string): RouteMatch | undefined;
};

/** @throws Error for a route key that is no `METHOD /path` or `$default` */
export function routeTable(routes: readonly ApiRoute[]): RouteTable {
  const fallback = routes.find((route) => route.routeKey === '$default');
  const patterns = routes
    .filter((route) => route !== fallback)
    .map(parse)
    .sort(bySpecificity);
  return {
    find(method, path) {
      for (const { route, method: wanted, segments } of patterns) {
        if (wanted !== 'ANY' && wanted !== method) continue;
        const pathParameters = match(segments, path);
        if (pathParameters) return { route, pathParameters };
      }
      return fallback && { route: fallback, pathParameters: {} };
    },
  };
}

function parse(route: ApiRoute): Pattern {
  const [, method = '', path = ''] = /^([A-Z]+) (\/.*)$/.exec(route.routeKey) ?? [];
  if (!method) throw new Error(`"${route.routeKey}" is no route key`);
  const segments = split(path).map((text): Segment => {
    const [, name, greedy] = /^\{([^+}]+)(\+?)\}$/.exec(text) ?? [];
    if (name === undefined) return { kind: 'literal', text };
    return { kind: greedy ? 'greedy' : 'variable', name };
  });
  return { route, method, segments };
}

const split = (path: string): string[] => path.split('/').slice(1);

function match(segments: readonly Segment[], path: string): Record<string, string> | undefined {
  const parts = split(path);
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined || (segment.kind !== 'literal' && part === '')) return undefined;
    if (segment.kind === 'greedy') return { ...parameters, [segment.name]: parts.slice(index).join('/') };
    if (segment.kind === 'variable') parameters[segment.name] = part;
    if (segment.kind === 'literal' && segment.text !== part) return undefined;
  }
  return parts.length === segments.length ? parameters : undefined;
}

const RANK: Record<Segment['kind'], number> = { literal: 0, variable: 1, greedy: 2 };

/** The most specific first: text before variables before greedy ones, segment by segment; a method before ANY. */
function bySpecificity(a: Pattern, b: Pattern): number {
  for (let i = 0; i < Math.max(a.segments.length, b.segments.length); i++) {
    const [left, right] = [a.segments[i], b.segments[i]];
    if (!left || !right) return left ? -1 : 1;
    if (left.kind !== right.kind) return RANK[left.kind] - RANK[right.kind];
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}
