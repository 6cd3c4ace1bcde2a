/** Functions that a deployment calls when everything is in place. */
import { nameAndMessage } from '../log.ts';
import type { InvokeFunction, LocalLog } from '../types.ts';
import type { DeploymentTrigger } from './wiring.ts';

export type Triggers = {
  /** Calls them once, one after the other, however often it is asked to. Failures are warnings: all else is running. */
  run(): Promise<void>;
  /** No more are called. */
  stop(): void;
};

export function openTriggers(
  triggers: readonly DeploymentTrigger[],
  { invoke, log, nameOf }: { invoke: InvokeFunction; log: LocalLog; nameOf: (functionArn: string) => string },
): Triggers {
  let stopped = false;
  let running: Promise<void> | undefined;
  const callAll = async () => {
    for (const { functionArn } of triggers) {
      if (stopped) return;
      const name = nameOf(functionArn);
      try {
        log.verbose(name, 'is called, as after every deployment');
        await invoke(functionArn, {});
      } catch (error) {
        if (!stopped) log.warn(name, `did not do what it does after every deployment: ${nameAndMessage(error)}`);
      }
    }
  };
  return {
    run: () => {
      running ??= callAll();
      return running;
    },
    stop: () => {
      stopped = true;
    },
  };
}
