import { describe, expect, it } from 'vitest';
import { tableDefinitions } from '../tests/support/tables.ts';
import { synthesise } from './support/synthesise.ts';

type Properties = { KeySchema: unknown; AttributeDefinitions: unknown[]; GlobalSecondaryIndexes?: unknown };

const deployed = Object.entries(synthesise('dev').data.findResources('AWS::DynamoDB::Table')).map(
  ([logicalId, { Properties }]): [string, Properties] => [logicalId.toLowerCase(), Properties],
);

describe('The tables that stores are tested on', () => {
  it.each(Object.entries(tableDefinitions))('%s is as it is deployed', (name, tested) => {
    const found = deployed.filter(([logicalId]) => logicalId.includes(name));
    expect(found).toHaveLength(1);
    const [, properties] = found[0] ?? [];
    expect(properties?.KeySchema).toEqual(tested.KeySchema);
    expect(properties?.GlobalSecondaryIndexes).toEqual(tested.GlobalSecondaryIndexes);
    const byName = (attributes: readonly unknown[] = []) =>
      attributes.map((attribute) => JSON.stringify(attribute)).sort();
    expect(byName(properties?.AttributeDefinitions)).toEqual(byName(tested.AttributeDefinitions));
  });
});
