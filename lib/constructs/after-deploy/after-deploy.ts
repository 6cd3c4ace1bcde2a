import { Duration, Validations } from 'aws-cdk-lib';
import { InvocationType, Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import type { AppFunction } from '../app-function/app-function.ts';

export type AfterDeployProps = {
  seedLexicon: AppFunction<'seed-lexicon'>;
  warmCache: AppFunction<'warm-cache'>;
};

/**
 * What runs in each deployment that changed its code or configuration: the lexicon is written, and the cache is warmed
 * with it. A lexicon that cannot be written fails the deployment; a cache that stays cold only makes requests slower.
 */
export class AfterDeploy extends Construct {
  constructor(scope: Construct, id: string, { seedLexicon, warmCache }: AfterDeployProps) {
    super(scope, id);
    const seeded = new Trigger(this, 'SeedLexicon', {
      handler: seedLexicon.function,
      // Longer than the function may take, so that what is reported is its own error.
      timeout: seedLexicon.timeout.plus(Duration.seconds(30)),
      executeAfter: [seedLexicon],
    });
    new Trigger(this, 'WarmCache', {
      handler: warmCache.function,
      invocationType: InvocationType.EVENT,
      executeAfter: [warmCache, seeded],
    });
    Validations.of(warmCache.function).acknowledge({
      id: 'Annotation::@aws-cdk/aws-lambda:addPermissionsToVersionOrAlias',
      reason:
        'Its schedule calls the function itself, which is what it has the permission for; only the trigger calls a version.',
    });
  }
}
