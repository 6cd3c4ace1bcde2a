import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readConfig } from './config.ts';
import { DataStack } from './stacks/data-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

export type AppOptions = {
  /** As `cdk -c key=value` gives it; see `config.ts` for the keys. */
  context?: Record<string, unknown>;
  /** Where the cloud assembly goes. @default cdk.out, or where the CDK CLI wants it */
  outdir?: string;
  /**
   * Whether synthesis checks the templates by the rules of CloudFormation and cdk-nag, and fails at what they find. The
   * checks take some 3 s: a start on a laptop goes without them.
   * @default true
   */
  checks?: boolean;
};

/**
 * Library behaviour that the templates rely on. In code rather than in cdk.json, so that the templates are the same
 * whoever builds them: the CDK CLI, a test, or the local cloud in its own process.
 */
const FEATURE_FLAGS = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  // What the service uses of the data cannot be deleted under it.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  '@aws-cdk/core:enablePartitionLiterals': true,
};

/**
 * The whole application for one stage: `LangPlug-{stage}-Data` keeps what must not be lost, `LangPlug-{stage}-Service`
 * what may be deleted and made again at any time, and `LangPlug-{stage}-Observability` watches them.
 * @throws Error when the configuration is not valid, or a function has no entry point
 */
export function buildApp({ context, outdir, checks = true }: AppOptions = {}): App {
  const app = new App({
    context: { ...FEATURE_FLAGS, ...context },
    ...(outdir === undefined ? {} : { outdir }),
    // The construct tree and usage reports are nothing that the templates need.
    treeMetadata: false,
    analyticsReporting: false,
    builtinCloudFormationValidation: checks,
  });
  const config = readConfig(app.node);
  const data = new DataStack(app, `LangPlug-${config.stage}-Data`, { config });
  new ServiceStack(app, `LangPlug-${config.stage}-Service`, { config, data });
  new ObservabilityStack(app, `LangPlug-${config.stage}-Observability`, { config, data });
  data.alarmTopic?.announceAlarmsOf(app);

  Tags.of(app).add('application', 'langplug');
  Tags.of(app).add('stage', config.stage);
  if (checks) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
