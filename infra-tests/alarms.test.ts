/** Alarms of all stacks: whom they tell, and what. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { linksAnEntry } from './support/runbook.ts';
import { SYNTHESIS_TIMEOUT, type Synthesised, synthesise } from './support/synthesise.ts';

type Alarm = { AlarmDescription: string; AlarmActions?: unknown[]; OKActions?: unknown[]; TreatMissingData: string };

const alarmsOf = ({ data, service, observability }: Synthesised): Alarm[] =>
  [data, service, observability].flatMap((template) =>
    Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties),
  );
const whoIsTold = (alarms: Alarm[]) =>
  alarms.map(({ AlarmActions = [], OKActions = [] }) => [AlarmActions.length, OKActions.length]);

describe('Every alarm', () => {
  const alarms = alarmsOf(synthesise('dev'));

  it('says what people feel, and links an entry of the runbook', () => {
    expect(alarms).toHaveLength(13);
    for (const { AlarmDescription } of alarms) {
      expect(AlarmDescription).toSatisfy(linksAnEntry);
      expect(AlarmDescription).toMatch(/learners|videos|translations|pages|nobody/i);
    }
  });

  it('stays silent where nothing happens', () => {
    expect(new Set(alarms.map(({ TreatMissingData }) => TreatMissingData))).toEqual(new Set(['notBreaching']));
  });
});

describe('Who is told of alarms', { timeout: SYNTHESIS_TIMEOUT }, () => {
  it('is somebody in prod, when they ring and when they go out', () => {
    const prod = synthesise('prod');
    const told = whoIsTold(alarmsOf(prod));
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(([ring, out]) => ring === 1 && out === 1)).toBe(true);
    prod.data.resourceCountIs('AWS::SNS::Subscription', 0);
  });

  it('is nobody in dev', () => {
    const dev = synthesise('dev');
    expect(new Set(whoIsTold(alarmsOf(dev)).flat())).toEqual(new Set([0]));
    dev.data.resourceCountIs('AWS::SNS::Topic', 0);
  });

  it.each(['dev', 'prod'] as const)('is the address that was given in %s', (stage) => {
    const synthesised = synthesise(stage, { alarmEmail: 'operator@example.org' });
    synthesised.data.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@example.org',
    });
    expect(new Set(whoIsTold(alarmsOf(synthesised)).flat())).toEqual(new Set([1]));
  });

  it('hears it from alarms of this account only, and over TLS', () => {
    synthesise('prod').data.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ],
      },
    });
  });
});
