import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { PipelineInput } from '../../contracts/pipeline.ts';
import type { Pipeline } from '../../core/ports/processing.ts';
import { sfnClient } from './client.ts';

/** Executions of one state machine of type Standard, whose names are unique for 90 days. */
export class SfnPipeline implements Pipeline {
  readonly #stateMachineArn: string;
  readonly #client: ReturnType<typeof sfnClient>;

  constructor(stateMachineArn: string, client = sfnClient()) {
    this.#stateMachineArn = stateMachineArn;
    this.#client = client;
  }

  /** While an execution runs, Step Functions answers a second start of it as it did the first: "started". */
  async start(name: string, input: PipelineInput): Promise<'started' | 'already started'> {
    try {
      await this.#client.send(
        new StartExecutionCommand({
          stateMachineArn: this.#stateMachineArn,
          name,
          input: JSON.stringify(input),
        }),
      );
      return 'started';
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return 'already started';
      throw error;
    }
  }

  async isRunning(name: string): Promise<boolean> {
    try {
      const { status } = await this.#client.send(
        new DescribeExecutionCommand({ executionArn: this.#executionArn(name) }),
      );
      return status === 'RUNNING' || status === 'PENDING_REDRIVE';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false;
      throw error;
    }
  }

  async stop(name: string, reason: string): Promise<void> {
    try {
      await this.#client.send(new StopExecutionCommand({ executionArn: this.#executionArn(name), cause: reason }));
    } catch (error) {
      if (!(error instanceof ExecutionDoesNotExist)) throw error;
    }
  }

  /** `arn:…:stateMachine:{machine}` → `arn:…:execution:{machine}:{name}` */
  #executionArn(name: string): string {
    return `${this.#stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  }
}
