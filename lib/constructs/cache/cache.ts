import { ArnFormat, type Duration, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { CfnServerlessCache, CfnUser, CfnUserGroup } from 'aws-cdk-lib/aws-elasticache';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Network } from '../network/network.ts';

/** Storage that the cache may grow to, GB: a bound on what a fault can cost (0.084 USD per GB and hour beyond 100 MB). */
const MAX_GIGABYTES = 5;
export const MAX_BYTES = MAX_GIGABYTES * 1024 ** 3;
/** Requests a second that the cache serves at most, in ElastiCache Processing Units, for the same reason. */
export const MAX_ECPU_PER_SECOND = 5000;
/** Clients that a serverless cache takes at once; nothing that one could change. */
export const MAX_CONNECTIONS = 65_000;

/**
 * ElastiCache Serverless for Valkey: TLS always, a password for every connection, a snapshot each day. Serverless
 * because it idles at about 6 USD a month, the smallest of all.
 */
export class Cache extends Construct {
  /** `rediss://host:port`; the password comes from the secret. */
  readonly url: string;
  /** Its whole value is the password. */
  readonly secret: Secret;
  readonly name: string;
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    props: { name: string; network: Network; snapshotsKept: Duration; removalPolicy: RemovalPolicy },
  ) {
    super(scope, id);
    this.name = props.name;
    this.arn = Stack.of(this).formatArn({
      service: 'elasticache',
      resource: 'serverlesscache',
      resourceName: props.name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const secret = new Secret(this, 'Password', {
      description: 'Password of the LangPlug cache',
      // ElastiCache takes 16 to 128 printable characters, without some punctuation.
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: props.removalPolicy,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The password guards a cache that only two security groups can reach and that holds nothing of its own. Changing it is a deployment with a new secret; rotating it by a function would cost more code than it protects.',
    });

    // The user is named "default" so that the group has no second, open default user, and AUTH needs the password only.
    const user = new CfnUser(this, 'User', {
      engine: 'valkey',
      userId: `${props.name}-app`,
      userName: 'default',
      // Everything on our own keys, except commands that reach beyond them (KEYS, FLUSHALL, CONFIG …); INFO is for the status page.
      accessString: 'on ~lp:* +@all -@dangerous +info',
      authenticationMode: { Type: 'password', Passwords: [secret.secretValue.unsafeUnwrap()] },
    });
    const group = new CfnUserGroup(this, 'UserGroup', {
      engine: 'valkey',
      userGroupId: props.name,
      userIds: [user.ref],
    });

    const { network } = props;
    const cache = new CfnServerlessCache(this, 'Cache', {
      engine: 'valkey',
      majorEngineVersion: '8',
      serverlessCacheName: props.name,
      userGroupId: group.ref,
      subnetIds: network.vpc.selectSubnets({ subnetGroupName: 'private' }).subnetIds,
      securityGroupIds: [network.cacheSecurityGroup.securityGroupId],
      dailySnapshotTime: '03:00',
      snapshotRetentionLimit: props.snapshotsKept.toDays(),
      cacheUsageLimits: {
        dataStorage: { maximum: MAX_GIGABYTES, unit: 'GB' },
        ecpuPerSecond: { maximum: MAX_ECPU_PER_SECOND },
      },
    });
    // User and group too: what a kept cache uses cannot be deleted.
    for (const part of [user, group, cache]) part.applyRemovalPolicy(props.removalPolicy);
    this.url = `rediss://${cache.attrEndpointAddress}:${cache.attrEndpointPort}`;
    this.secret = secret;
  }
}
