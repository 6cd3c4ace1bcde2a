import { type FunctionEnv, type FunctionName, functionEnvs } from './env.ts';

/** Validates the environment once, at cold start: a missing variable stops the function with its name. */
export function readEnv<N extends FunctionName>(name: N): FunctionEnv<N>;
export function readEnv(name: FunctionName) {
  const result = functionEnvs[name].safeParse(process.env);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`The environment of function "${name}" is not complete: ${faults}`);
}
