import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { FunctionEnvironment, FunctionName } from '../../../functions/runtime/env.ts';
import type { Config } from '../../config.ts';
import type { Cache } from '../cache/cache.ts';
import type { Network } from '../network/network.ts';
import { AppFunction, type AppFunctionProps, type FunctionDefaults } from './app-function.ts';
import { allow } from './rights.ts';

export type FunctionFactoryProps = {
  config: Config;
  defaults: FunctionDefaults;
  cache: Cache;
  network: Network;
};

/**
 * Makes the functions of a stack. One whose environment names the cache uses it: it then runs in the network that the
 * cache is in, and may read the cache's password. The others stay outside, where a start is quicker.
 */
export class FunctionFactory {
  /** The part of the environment that every function with a cache has. */
  readonly cached: { [K in CacheVariable]: string };
  readonly #scope: Construct;
  readonly #props: FunctionFactoryProps;

  constructor(scope: Construct, props: FunctionFactoryProps) {
    this.#scope = scope;
    this.#props = props;
    const { cache, config } = props;
    this.cached = {
      CACHE_URL: cache.url,
      CACHE_SECRET_ARN: cache.secret.secretArn,
      CACHE_ENABLED: String(config.cacheEnabled),
      CACHE_LIFETIMES: Object.entries(config.cacheLifetimes)
        .map(([family, seconds]) => `${family}=${seconds}`)
        .join(','),
      STAGE: config.stage,
    };
  }

  add<N extends FunctionName>(name: N, environment: FunctionEnvironment<N>): AppFunction<N> {
    const { defaults, cache } = this.#props;
    const props: AppFunctionProps<N> = { ...defaults, name, environment };
    if (!('CACHE_URL' in environment)) return new AppFunction(this.#scope, props);
    const made = new AppFunction(this.#scope, { ...props, network: this.#network() });
    allow(made.role, ['secretsmanager:GetSecretValue'], [cache.secret.secretArn]);
    return made;
  }

  #network(): NonNullable<AppFunctionProps<FunctionName>['network']> {
    const { network, config } = this.#props;
    return {
      vpc: network.vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroup: network.functionSecurityGroup,
      ipv6: config.egress === 'ipv6',
    };
  }
}

type CacheVariable = keyof FunctionEnvironment<'invalidate-cache'> | 'CACHE_ENABLED';
