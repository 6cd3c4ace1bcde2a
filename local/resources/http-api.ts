/** The parts of an HTTP API (API Gateway v2). */
import { z } from 'zod';
import { physicalName, refuseProperties, resourceHandler } from './resource.ts';

export const httpApi = resourceHandler(
  z.looseObject({ ProtocolType: z.string().optional() }),
  (properties, context) => {
    if (properties.ProtocolType !== 'HTTP')
      throw new Error(`Only HTTP APIs run locally, not ${properties.ProtocolType}`);
    refuseProperties(properties, {
      Body: 'define routes one by one',
      BodyS3Location: 'define routes one by one',
      CorsConfiguration: 'web app and API share an origin',
    });
    const id = physicalName(context, 64);
    const host = `${id}.execute-api.${context.region}.amazonaws.com`;
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: `https://${host}` } };
  },
);

const integrationSchema = z.object({
  IntegrationType: z.literal('AWS_PROXY', { error: 'only functions can answer routes locally (AWS_PROXY)' }),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0', { error: 'must be 2.0' }),
});

/** Its `Ref` is the ARN of its function, so that routes find it: `integrations/{ref}`. */
export const httpApiIntegration = resourceHandler(integrationSchema, ({ IntegrationUri }) => {
  const arn = /arn:aws:lambda:[^/]*/.exec(IntegrationUri)?.[0];
  if (!arn) throw new Error(`IntegrationUri is no function: ${IntegrationUri}`);
  return { ref: arn, attributes: {} };
});

const routeSchema = z.looseObject({
  RouteKey: z.string(),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.string().default('NONE'),
});

export const httpApiRoute = resourceHandler(routeSchema, ({ RouteKey, Target, AuthorizationType }, context) => {
  if (AuthorizationType !== 'NONE') throw new Error(`Authorizers of API Gateway do not run locally (${RouteKey})`);
  context.wiring.routes.push({ routeKey: RouteKey, functionArn: Target.slice('integrations/'.length) });
  return { ref: physicalName(context, 128), attributes: { RouteId: context.logicalId } };
});
