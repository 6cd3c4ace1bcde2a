/**
 * Which events a mapping hands to its function, in the pattern language of EventBridge that Lambda's event filters use:
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html. Exact values, `prefix`, `suffix` and
 * `exists`; any other rule is refused, so that no filter is half understood.
 */
import { isObject } from '../template/template.ts';

export type EventFilter = (event: unknown) => boolean;

/**
 * @param patterns JSON; an event passes when one of them matches, or there is none
 * @throws Error naming what is not understood
 */
export function eventFilter(patterns: readonly string[]): EventFilter {
  const filters = patterns.map((pattern) => compile(parse(pattern), pattern));
  return (event) => filters.length === 0 || filters.some((matches) => matches(event));
}

function parse(pattern: string): unknown {
  try {
    return JSON.parse(pattern);
  } catch {
    throw new Error(`The event filter is no JSON: ${pattern}`);
  }
}

/** Every property that the pattern names must match; a property that is missing is matched as undefined. */
function compile(pattern: unknown, whole: string): EventFilter {
  if (!isObject(pattern)) throw new Error(`The event filter must be made of objects and lists of rules: ${whole}`);
  const parts = Object.entries(pattern).map(([name, part]) => {
    if (name.startsWith('$')) throw new Error(`"${name}" of event filters is not known locally: ${whole}`);
    return { name, matches: Array.isArray(part) ? anyOf(part, whole) : compile(part, whole) };
  });
  return (event) => parts.every(({ name, matches }) => matches(isObject(event) ? event[name] : undefined));
}

/** A list in the event matches when one of its items does. */
function anyOf(rules: readonly unknown[], whole: string): EventFilter {
  const tests = rules.map((rule) => ruleOf(rule, whole));
  return (value) => tests.some((test) => test(value) || (Array.isArray(value) && value.some(test)));
}

function ruleOf(rule: unknown, whole: string): EventFilter {
  if (!isObject(rule)) {
    if (Array.isArray(rule)) throw new Error(`A list within a list of rules is no event filter: ${whole}`);
    return (value) => value === rule;
  }
  const [name = '', ...others] = Object.keys(rule);
  const argument = rule[name];
  if (others.length === 0 && typeof argument === 'string') {
    if (name === 'prefix') return (value) => typeof value === 'string' && value.startsWith(argument);
    if (name === 'suffix') return (value) => typeof value === 'string' && value.endsWith(argument);
  }
  // Of leaves only, as in AWS: an object that has further parts does not exist in this sense.
  if (others.length === 0 && name === 'exists' && typeof argument === 'boolean') {
    return (value) => (value !== undefined && !isObject(value)) === argument;
  }
  throw new Error(`The rule ${JSON.stringify(rule)} of event filters is not known locally: ${whole}`);
}
