import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { clientConfig, once } from '../client-config.ts';

const secretsClient = once(() => new SecretsManagerClient(clientConfig(5_000)));

/** A secret of Secrets Manager, read once in the life of a function. A failed read is tried again at the next call. */
export class SecretsManagerSecret {
  readonly #arn: string;
  readonly #client: SecretsManagerClient;
  #value: Promise<string> | undefined;

  constructor(arn: string, client = secretsClient()) {
    this.#arn = arn;
    this.#client = client;
  }

  read(): Promise<string> {
    this.#value ??= this.#fetch().catch((error: unknown) => {
      this.#value = undefined;
      throw error;
    });
    return this.#value;
  }

  async #fetch(): Promise<string> {
    const { SecretString } = await this.#client.send(new GetSecretValueCommand({ SecretId: this.#arn }));
    if (!SecretString) throw new Error(`Secret ${this.#arn} has no text: store one with PutSecretValue`);
    return SecretString;
  }
}
