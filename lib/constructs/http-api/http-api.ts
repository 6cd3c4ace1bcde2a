import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi as Api, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ApiFunction, Route } from '../../../functions/contracts/route.ts';
import type { AppFunction } from '../app-function/app-function.ts';

export type HttpApiProps = {
  routes: Record<string, Route>;
  functions: { [N in ApiFunction]: AppFunction<N> };
  stage: string;
  logRetention: RetentionDays;
};

/**
 * Requests a second that the whole API takes, and at once on top: far above what learners do together, far below what
 * a runaway client could cost (300 a second for a day are 26 million requests, some 90 USD).
 */
const THROTTLE = { rateLimit: 300, burstLimit: 600 };

/** One line a request, without what identifies a device or a session beyond the address. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTimeEpoch',
    ip: '$context.identity.sourceIp',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    functionMs: '$context.integrationLatency',
    bytes: '$context.responseLength',
    error: '$context.integrationErrorMessage',
  }),
);

/** Answers what is no entry of the table, so that unknown addresses and methods get problem details like all errors. */
const FALLBACK: ApiFunction = 'health';

/** The HTTP API, made from the table of routes: one integration for each function, one route for each entry. */
export class HttpApi extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    const integrations = new Map<ApiFunction, HttpLambdaIntegration>();
    const integrationOf = (name: ApiFunction): HttpLambdaIntegration => {
      const known = integrations.get(name);
      if (known) return known;
      // One permission for the API: one for each route would outgrow the function's policy.
      const made = new HttpLambdaIntegration(name, props.functions[name].function, { scopePermissionToRoute: false });
      integrations.set(name, made);
      return made;
    };
    const api = new Api(this, 'Api', {
      description: `LangPlug ${props.stage}`,
      createDefaultStage: false,
      defaultIntegration: integrationOf(FALLBACK),
    });
    for (const { fn, method, path } of Object.values(props.routes)) {
      api.addRoutes({ path, methods: [HttpMethod[method]], integration: integrationOf(fn) });
    }

    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            logGroupName: `/aws/vendedlogs/apigateway/langplug-${props.stage}`,
            retention: props.logRetention,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: ACCESS_LOG,
      },
    });
    this.url = stage.url;

    Validations.of(api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Every route says in the table who may call it, and the functions check the access token before they look at anything else. The token is EdDSA, which the built-in authorizer does not verify.',
    });
  }
}
