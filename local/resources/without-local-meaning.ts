/** Resource types that the local cloud leaves out on purpose, each with the reason. Any other unknown type stops it. */

const LOGS = 'logs of functions are printed to the terminal';
const NETWORK = 'everything runs on this machine';
const ALARMS = 'nobody is paged by a laptop';
const CACHE_USERS = 'the local redis listens on this machine only and has no users';
const GATEWAY = 'the local gateway answers the routes directly';
const DEPLOYMENT = 'there is only one version of the code locally';
const CDK_HELPER = 'the CDK uses it during deployment to AWS only';
const EDGE = 'the public server of the local cloud stands in for the edge';

export const TYPES_WITHOUT_LOCAL_MEANING: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'data at rest are not encrypted locally',
  'AWS::KMS::Alias': 'data at rest are not encrypted locally',

  'AWS::Logs::LogGroup': LOGS,
  'AWS::Logs::MetricFilter': LOGS,
  'AWS::Logs::QueryDefinition': LOGS,
  'AWS::Logs::ResourcePolicy': LOGS,
  'Custom::LogRetention': LOGS,

  'AWS::CloudWatch::Alarm': ALARMS,
  'AWS::CloudWatch::CompositeAlarm': ALARMS,
  'AWS::CloudWatch::Dashboard': 'metrics are not collected locally',
  'AWS::SNS::Topic': ALARMS,
  'AWS::SNS::TopicPolicy': ALARMS,
  'AWS::SNS::Subscription': ALARMS,

  'AWS::EC2::VPC': NETWORK,
  'AWS::EC2::VPCCidrBlock': NETWORK,
  'AWS::EC2::Subnet': NETWORK,
  'AWS::EC2::SubnetRouteTableAssociation': NETWORK,
  'AWS::EC2::RouteTable': NETWORK,
  'AWS::EC2::Route': NETWORK,
  'AWS::EC2::InternetGateway': NETWORK,
  'AWS::EC2::EgressOnlyInternetGateway': NETWORK,
  'AWS::EC2::VPCGatewayAttachment': NETWORK,
  'AWS::EC2::NatGateway': NETWORK,
  'AWS::EC2::EIP': NETWORK,
  'AWS::EC2::VPCEndpoint': NETWORK,
  'AWS::EC2::SecurityGroup': NETWORK,
  'AWS::EC2::SecurityGroupIngress': NETWORK,
  'AWS::EC2::SecurityGroupEgress': NETWORK,
  'AWS::EC2::NetworkAcl': NETWORK,
  'AWS::EC2::NetworkAclEntry': NETWORK,
  'AWS::EC2::SubnetNetworkAclAssociation': NETWORK,
  'AWS::EC2::FlowLog': NETWORK,
  'Custom::VpcRestrictDefaultSG': NETWORK,

  'AWS::ElastiCache::User': CACHE_USERS,
  'AWS::ElastiCache::UserGroup': CACHE_USERS,

  'AWS::ApiGatewayV2::Stage': GATEWAY,
  'AWS::ApiGatewayV2::Deployment': GATEWAY,
  'AWS::CloudFront::Distribution': EDGE,
  'AWS::CloudFront::Function': EDGE,
  'AWS::CloudFront::OriginAccessControl': EDGE,
  'AWS::CloudFront::ResponseHeadersPolicy': EDGE,
  'AWS::CloudFront::CachePolicy': EDGE,
  'AWS::CloudFront::OriginRequestPolicy': EDGE,

  'AWS::CodeDeploy::Application': DEPLOYMENT,
  'AWS::CodeDeploy::DeploymentGroup': DEPLOYMENT,
  'AWS::CodeDeploy::DeploymentConfig': DEPLOYMENT,
  'AWS::Lambda::EventInvokeConfig': 'asynchronous calls fail without a retry locally, and say so in the log',

  'AWS::CDK::Metadata': CDK_HELPER,
  'Custom::S3AutoDeleteObjects': CDK_HELPER,
};
