/** The application's real template, deployed against services that only note what is created. */
import { fileURLToPath } from 'node:url';
import { type Iam, openIam } from '../../../../local/aws/iam/iam.ts';
import { resourceHandlers } from '../../../../local/resources/index.ts';
import { physicalName, type ResourceHandler } from '../../../../local/resources/resource.ts';
import { readAssembly } from '../../../../local/template/assembly.ts';
import { type DeployedResource, deploy } from '../../../../local/template/deployment.ts';
import { synthesise } from '../../../../local/template/synthesise.ts';
import { notingServices } from '../../support/deploy.ts';

const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url));
export const IDENTITY = { region: 'us-east-1', account: '000000000000' };

/** With ARNs and URLs as the local cloud makes them. */
const services = {
  ...notingServices().services,
  createQueue: async (name: string) => ({
    url: `http://127.0.0.1:4566/000000000000/${name}`,
    arn: `arn:aws:sqs:us-east-1:000000000000:${name}`,
  }),
  createSecret: async (name: string) => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}-0a1b2c`,
  createStateMachine: async (name: string) => ({
    arn: `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`,
  }),
  createServerlessCache: async ({ name }: { name: string }) => ({
    arn: `arn:aws:elasticache:us-east-1:000000000000:serverlesscache:${name}`,
  }),
};

/** A table that is not made. */
const table: ResourceHandler = {
  create: async (_, context) => {
    const name = physicalName(context, 255);
    const Arn = `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`;
    return { ref: name, attributes: { Arn, StreamArn: `${Arn}/stream/2026-11-21T04:58:00.000` } };
  },
};

/** Takes some seconds when the sources have changed. */
export async function deployTemplate(): Promise<{ iam: Iam; resources: DeployedResource[] }> {
  const stacks = await readAssembly(await synthesise({ projectRoot, context: { stage: 'dev' } }));
  const handlers = { ...resourceHandlers, 'AWS::DynamoDB::Table': table };
  const { resources } = await deploy(stacks, { ...IDENTITY, services, handlers });
  return { iam: openIam(resources, IDENTITY), resources };
}
