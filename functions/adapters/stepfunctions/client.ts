import { SFNClient } from '@aws-sdk/client-sfn';
import { clientConfig, once } from '../client-config.ts';

export const sfnClient = once(() => new SFNClient(clientConfig(5_000)));
