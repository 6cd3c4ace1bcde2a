import type { Synthesised } from './synthesise.ts';

const PSEUDO_PARAMETERS: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::AccountId': '000000000000',
  'AWS::URLSuffix': 'amazonaws.com',
};

/**
 * Replaces CloudFormation's functions by what they could stand for after a deployment: every resource has a made-up
 * name, ARN and so on. References across stacks are followed.
 * @throws Error for a reference to something that is in neither template
 */
export function resolverOf({ data, service }: Pick<Synthesised, 'data' | 'service'>) {
  const templates = [data.toJSON(), service.toJSON()];
  const exported = new Map<string, unknown>();
  for (const { Outputs = {} } of templates) {
    for (const output of Object.values<{ Value: unknown; Export?: { Name: string } }>(Outputs)) {
      if (output.Export) exported.set(output.Export.Name, output.Value);
    }
  }
  const typeOf = (id: string): string => {
    for (const { Resources } of templates) if (Resources[id]) return Resources[id].Type;
    throw new Error(`${id} is in neither template`);
  };

  const attribute = (id: string, name: string): string => {
    const service = typeOf(id).split('::')[1]?.toLowerCase();
    if (name === 'Endpoint.Port') return '6379';
    if (!name.endsWith('Arn')) return `${id}.${name}`;
    const arn = `arn:aws:${service}:us-east-1:000000000000:${id}`;
    return name === 'StreamArn' ? `${arn}/stream/2026-11-21T00:00:00.000` : arn;
  };
  const reference = (id: string): string => {
    const pseudo = PSEUDO_PARAMETERS[id];
    if (pseudo !== undefined) return pseudo;
    const type = typeOf(id);
    if (type === 'AWS::SQS::Queue') return `https://sqs.us-east-1.amazonaws.com/000000000000/${id}`;
    return type === 'AWS::SecretsManager::Secret' || type === 'AWS::StepFunctions::StateMachine'
      ? attribute(id, 'Arn')
      : id;
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const [[fn, argument] = ['', undefined], ...others] = Object.entries(value);
    if (others.length === 0) {
      if (fn === 'Ref') return reference(String(argument));
      if (fn === 'Fn::ImportValue') return resolve(exported.get(String(resolve(argument))));
      if (Array.isArray(argument)) {
        if (fn === 'Fn::GetAtt') return attribute(String(argument[0]), String(argument[1]));
        if (fn === 'Fn::Join') return argument[1].map(resolve).join(argument[0]);
        if (fn === 'Fn::Split') return String(resolve(argument[1])).split(argument[0]);
        if (fn === 'Fn::Select') return listOf(resolve(argument[1]))[argument[0]];
      }
      if (fn.startsWith('Fn::')) throw new Error(`${fn} is not known here`);
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item)]));
  };
  return resolve;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
