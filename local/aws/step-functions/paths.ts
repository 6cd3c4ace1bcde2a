/** Paths and choice rules rewritten for the interpreter. */
import { AwsError } from '../wire.ts';

/**
 * Where the context object's `Execution` and `StateMachine` are kept for the interpreter. It overwrites
 * `Execution.Input` and `Execution.StartTime` with those of the iteration inside Map and Parallel.
 */
export const EXECUTION = 'RunningExecution';
/** Where `$$.State` of each state is kept, by the state's name: the interpreter has none. */
export const STATES = 'RunningStates';

const TYPE_TESTS = ['IsPresent', 'IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp'];

/** A copy of a state; `States` of nested machines are left for their own turn. */
export function rewritePaths(state: Record<string, unknown>, stateName: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(state).map(([field, value]) => {
      if (field === 'ItemProcessor' || field === 'Iterator' || field === 'Branches') return [field, value];
      return [field, rewrite(field, value, stateName)];
    }),
  );
}

function rewrite(field: string, value: unknown, stateName: string): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite('', item, stateName));
  if (typeof value === 'object' && value !== null) {
    const copy = Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, rewrite(name, inner, stateName)]),
    );
    return negateTypeTest(copy);
  }
  const isPath = field.endsWith('.$') || field.endsWith('Path') || field === 'Variable';
  return isPath && typeof value === 'string' ? rewritePath(value, stateName) : value;
}

function rewritePath(path: string, stateName: string): string {
  const missing = /\$\$\.(State\.RetryCount|Task\.Token)/.exec(path)?.[0];
  if (missing) {
    throw new AwsError('InvalidDefinition', `The local cloud does not offer ${missing} (state "${stateName}")`);
  }
  return path
    .replace(/\$\$\.Execution\b/g, `$$$$.${EXECUTION}`)
    .replace(/\$\$\.State\b/g, `$$$$.${STATES}['${stateName}']`);
}

/** `IsPresent: false` and its like mean the opposite test; the interpreter never finds them true. */
function negateTypeTest(rule: Record<string, unknown>): Record<string, unknown> {
  const test = TYPE_TESTS.find((name) => rule[name] === false);
  if (!test || !('Variable' in rule)) return rule;
  const { Next, ...rest } = rule;
  return { Not: { ...rest, [test]: true }, ...(Next === undefined ? {} : { Next }) };
}
