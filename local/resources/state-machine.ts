import { z } from 'zod';
import { physicalName, refuseProperties, resourceHandler } from './resource.ts';
import { UNAVAILABLE } from './unavailable.ts';

const propertiesSchema = z.looseObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.string().default('STANDARD'),
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

export const stateMachine = resourceHandler(propertiesSchema, async (properties, context) => {
  refuseProperties(properties, { DefinitionS3Location: 'put the definition into the template' });
  if (properties.StateMachineType !== 'STANDARD') throw new Error('Only standard state machines run locally');
  const written = properties.DefinitionString ?? JSON.stringify(properties.Definition);
  if (!written) throw new Error('The state machine has no definition');
  const definition = written.replace(/\$\{([^}]+)\}/g, (whole, name: string) => {
    const value = properties.DefinitionSubstitutions[name];
    return value === undefined ? whole : String(value);
  });
  if (definition.includes(UNAVAILABLE)) {
    const what = definition.slice(definition.indexOf(UNAVAILABLE)).split('"')[0];
    throw new Error(`The definition refers to something without local meaning: ${what}`);
  }
  const name = properties.StateMachineName ?? physicalName(context, 80);
  const { arn } = await context.services.createStateMachine(name, definition);
  return { ref: arn, attributes: { Arn: arn, Name: name } };
});
