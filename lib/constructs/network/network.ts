import { Validations } from 'aws-cdk-lib';
import {
  GatewayVpcEndpointAwsService,
  IpAddresses,
  IpProtocol,
  type IVpc,
  Port,
  SecurityGroup,
  type SubnetConfiguration,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { Config } from '../../config.ts';

/** Port of the Redis protocol, also of ElastiCache Serverless. */
const CACHE_PORT = 6379;

const PRIVATE: SubnetConfiguration = { name: 'private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 };
const PUBLIC: SubnetConfiguration = { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 28 };

/**
 * Private subnets for the cache and for the functions that use it. S3 and DynamoDB are reached through gateway
 * endpoints, everything else over IPv6 through an egress-only gateway: all free, and nothing can come in. Interface
 * endpoints (7 USD a month, service and zone) and NAT gateways would cost more than the rest of an idle deployment.
 */
export class Network extends Construct {
  readonly vpc: IVpc;
  /** Of functions that use the cache. */
  readonly functionSecurityGroup: SecurityGroup;
  /** Of the cache: takes connections from those functions only. */
  readonly cacheSecurityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: { egress: Config['egress'] }) {
    super(scope, id);
    const nat = props.egress === 'nat';
    const vpc: unknown = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr('10.42.0.0/16'),
      ipProtocol: IpProtocol.DUAL_STACK,
      // Two zones: what ElastiCache Serverless asks for at least.
      maxAzs: 2,
      natGateways: nat ? 1 : 0,
      createInternetGateway: nat,
      subnetConfiguration: nat ? [PRIVATE, PUBLIC] : [PRIVATE],
      gatewayEndpoints: {
        s3: { service: GatewayVpcEndpointAwsService.S3 },
        dynamodb: { service: GatewayVpcEndpointAwsService.DYNAMODB },
      },
    });
    if (!isVpc(vpc)) throw new Error('The library made something that is no VPC');
    this.vpc = vpc;
    this.functionSecurityGroup = new SecurityGroup(this, 'FunctionSecurityGroup', {
      vpc: this.vpc,
      description: 'Functions that use the cache',
      allowAllIpv6Outbound: true,
    });
    this.cacheSecurityGroup = new SecurityGroup(this, 'CacheSecurityGroup', {
      vpc: this.vpc,
      description: 'The cache',
      allowAllOutbound: false,
    });
    this.cacheSecurityGroup.addIngressRule(this.functionSecurityGroup, Port.tcp(CACHE_PORT), 'Redis protocol over TLS');

    Validations.of(this.vpc).acknowledge({
      id: 'AwsSolutions-VPC7',
      reason:
        'Nothing can connect into this network and its only flows are functions to the cache and to AWS. A flow log would cost more than the network; switch it on for an investigation.',
    });
  }
}

/** The library's class and its own interface differ for a compiler that is exact about optional properties. */
const isVpc = (vpc: unknown): vpc is IVpc => vpc instanceof Vpc;
