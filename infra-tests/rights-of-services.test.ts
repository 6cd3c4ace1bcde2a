/** Whether the services that call functions may do what they are there for. */
import { describe, expect, it } from 'vitest';
import { type FunctionName, functionEntries } from '../functions/runtime/env.ts';
import { isAllowed } from './support/evaluate.ts';
import { type Statement, statementsOf, TRIGGER_PROVIDER } from './support/functions.ts';
import {
  functions,
  items,
  mutantsOf,
  on,
  read,
  refused,
  resolve,
  synthesised,
  videos,
  write,
} from './support/requests.ts';

const { service } = synthesised;

describe('The role of the state machine', () => {
  const role = (prefix: string) =>
    Object.keys(service.findResources('AWS::IAM::Role')).find((id) => id.startsWith(prefix)) ?? '';
  const statements = statementsOf(synthesised, role('PipelineRole'));
  const transcribeRole = role('PipelineTranscribeRole');
  const job = 'arn:aws:transcribe:us-east-1:000000000000:transcription-job/langplug-dev-hamburg-0';
  const pipelineFunctions = [...functions].filter(([name]) => functionEntries[name].startsWith('pipeline/'));
  const requests = [
    ...pipelineFunctions.flatMap(([, fn]) =>
      on(String(resolve({ 'Fn::GetAtt': [fn.logicalId, 'Arn'] })), 'lambda:InvokeFunction'),
    ),
    ...on('*', 'transcribe:StartTranscriptionJob'),
    ...on(job, 'transcribe:GetTranscriptionJob transcribe:DeleteTranscriptionJob'),
    ...on(String(resolve({ 'Fn::GetAtt': [transcribeRole, 'Arn'] })), 'iam:PassRole', {
      'iam:PassedToService': 'transcribe.amazonaws.com',
    }),
    ...items(videos, 'UpdateItem'),
    ...on('*', 'logs:CreateLogDelivery xray:PutTraceSegments xray:PutTelemetryRecords'),
    // Transcribe reads the sound and writes the transcript with the rights of who starts the job.
    ...read('work'),
    ...write('work'),
  ];

  it('allows what its states do', () => {
    expect(pipelineFunctions).toHaveLength(9);
    expect(refused(statements, requests)).toEqual([]);
  });

  it('would be found wanting without any of these actions', () => {
    const mutants = mutantsOf(statements, requests);
    expect(mutants.length).toBeGreaterThan(8);
    const survived = mutants.filter((mutant) => refused(mutant.statements, requests).length === 0);
    expect(survived.map(({ action }) => action)).toEqual([]);
  });

  it('may pass its role for queued jobs to nothing but Transcribe, which may use the work with it', () => {
    const pass = { action: 'iam:PassRole', resource: String(resolve({ 'Fn::GetAtt': [transcribeRole, 'Arn'] })) };
    expect(isAllowed(statements, { ...pass, context: { 'iam:PassedToService': 'ec2.amazonaws.com' } })).toBe(false);
    expect(refused(statementsOf(synthesised, transcribeRole), [...read('work'), ...write('work')])).toEqual([]);
  });
});

describe('The role of what calls functions during a deployment', () => {
  const [provider] = Object.entries(service.findResources('AWS::IAM::Role')).filter(([id]) =>
    id.startsWith(TRIGGER_PROVIDER),
  );
  const policies: { PolicyDocument: { Statement: Statement[] } }[] = provider?.[1].Properties.Policies;
  const statements = policies.flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.map((statement) => ({ ...statement, Resource: resolve(statement.Resource) })),
  );
  const calls = (name: FunctionName) => ({
    action: 'lambda:InvokeFunction',
    resource: `${resolve({ 'Fn::GetAtt': [functions.get(name)?.logicalId, 'Arn'] })}:1`,
  });

  it('allows to call the seeder and the warmer, and nothing else', () => {
    expect(new Set(statements.flatMap(({ Action }) => Action))).toEqual(new Set(['lambda:InvokeFunction']));
    const callable = [...functions.keys()].filter((name) => isAllowed(statements, calls(name)));
    expect(callable.sort()).toEqual(['seed-lexicon', 'warm-cache']);
  });
});
