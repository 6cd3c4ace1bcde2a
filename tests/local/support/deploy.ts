/** Deploys templates against services that only note what is created. */
import type { ResourceServices } from '../../../local/resources/resource.ts';
import { type DeploymentOptions, deploy } from '../../../local/template/deployment.ts';
import { type Stack, templateSchema } from '../../../local/template/template.ts';

/** Services that note what is created. */
export function notingServices() {
  const created: unknown[] = [];
  const services: ResourceServices = {
    endpoint: 'http://127.0.0.1:4566',
    redisUrl: 'redis://127.0.0.1:6390',
    createBucket: async (name) => void created.push({ bucket: name }),
    createQueue: async (name, attributes) => {
      created.push({ queue: name, attributes });
      return { url: `http://queues/${name}`, arn: `arn:aws:sqs:us-east-1:000000000000:${name}` };
    },
    createSecret: async (name, value) => {
      created.push({ secret: name, value });
      return `arn:secret:${name}`;
    },
    createStateMachine: async (name, definition) => {
      created.push({ stateMachine: name, definition: JSON.parse(definition) });
      return { arn: `arn:machine:${name}` };
    },
    createServerlessCache: async (cache) => {
      created.push({ cache });
      return { arn: `arn:cache:${cache.name}` };
    },
  };
  return { services, created };
}

const stackOf = (template: unknown, name = 'App', assets: Stack['assets'] = new Map()): Stack => ({
  name,
  template: templateSchema.parse(template),
  assets,
});

export function run(templates: unknown[], assets?: Stack['assets'], options: Partial<DeploymentOptions> = {}) {
  const { services, created } = notingServices();
  const stacks = templates.map((template, index) => stackOf(template, index === 0 ? 'App' : `App${index}`, assets));
  const deployment = deploy(stacks, { region: 'us-east-1', account: '000000000000', services, ...options });
  return { deployment, created };
}

export const fn = (more: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Description: 'LangPlug: save-chunk',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
    ...more,
  },
});
export const assets = new Map([['code.zip', '/bundles/code']]);
export const queue = { Type: 'AWS::SQS::Queue' };
