import { TranslateClient } from '@aws-sdk/client-translate';
import { clientConfig, once } from '../client-config.ts';

/**
 * Amazon Translate throttles at a rate that it does not publish: adaptive mode finds it out and slows down by itself.
 * Six tries wait about 20 s in all at worst.
 */
export const translateClient = once(() => new TranslateClient({ ...clientConfig(10_000, 6), retryMode: 'adaptive' }));

/** For requests that someone waits for, and that API Gateway ends after 30 s: three tries take 16 s at worst. */
export const promptTranslateClient = once(() => new TranslateClient(clientConfig(5_000, 3)));
