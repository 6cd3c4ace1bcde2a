/** The parts of a CloudFormation template that the local cloud reads. */
import { z } from 'zod';

const resourceSchema = z.object({
  Type: z.string(),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

export const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema).default({}),
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
});

export type Template = z.output<typeof templateSchema>;
export type Resource = z.output<typeof resourceSchema>;

/** A stack of the cloud assembly. */
export type Stack = {
  name: string;
  template: Template;
  /** Folder of a file asset, by the object key under which the template refers to it. */
  assets: ReadonlyMap<string, string>;
};

/** The template asks for something that the local cloud cannot do; the message says where and what. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
