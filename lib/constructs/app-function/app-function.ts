import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionEnvironment, FunctionName } from '../../../functions/runtime/env.ts';
import type { FunctionCode } from './bundles.ts';
import { SIZES } from './sizing.ts';

/** What all functions of a deployment share. */
export type FunctionDefaults = {
  code: FunctionCode;
  logRetention: RetentionDays;
};

export type AppFunctionProps<N extends FunctionName> = FunctionDefaults & {
  name: N;
  /** Exactly what the function's schema asks for; one too few does not compile. */
  environment: FunctionEnvironment<N>;
  /** @default the function runs outside any VPC */
  network?: { vpc: IVpc; vpcSubnets: SubnetSelection; securityGroup: ISecurityGroup; ipv6: boolean };
};

/** What a function in a VPC needs to make its network interface; EC2 knows no resource to limit it to. */
const NETWORK_INTERFACE_ACTIONS = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/** A function of `functionEntries` with its role, its log and its size. Its rights are granted to `role`. */
export class AppFunction<N extends FunctionName = FunctionName> extends Construct {
  readonly name: N;
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly timeout: Duration;

  constructor(scope: Construct, props: AppFunctionProps<N>) {
    super(scope, props.name);
    this.name = props.name;
    const { memory, timeout, nodeOptions } = SIZES[props.name];
    this.timeout = timeout;

    const logGroup = new LogGroup(this, 'Log', { retention: props.logRetention, removalPolicy: RemovalPolicy.DESTROY });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `LangPlug function ${props.name}`,
    });
    logGroup.grantWrite(this.role);
    if (props.network) {
      this.role.addToPolicy(new PolicyStatement({ actions: NETWORK_INTERFACE_ACTIONS, resources: ['*'] }));
    }
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray, Translate and the list of streams know no resources, and network interfaces of Lambda cannot be named before they exist. Nothing else may be used like this: infra-tests/service-stack.test.ts.',
    });

    this.function = new LambdaFunction(this, 'Function', {
      description: `LangPlug: ${props.name}`,
      code: props.code(props.name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout,
      role: this.role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        ...toStrings(props.environment),
        NODE_OPTIONS: ['--enable-source-maps', nodeOptions].filter(Boolean).join(' '),
        ...(props.network?.ipv6 ? { AWS_USE_DUALSTACK_ENDPOINT: 'true' } : {}),
      },
      ...(props.network
        ? {
            vpc: props.network.vpc,
            vpcSubnets: props.network.vpcSubnets,
            securityGroups: [props.network.securityGroup],
            ipv6AllowedForDualStack: props.network.ipv6,
          }
        : {}),
    });
  }
}

/** Every environment is strings by its schema's input; this is where the compiler gets to see it. */
function toStrings(environment: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
}
