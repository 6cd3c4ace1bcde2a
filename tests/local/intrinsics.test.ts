// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables like this.
import { describe, expect, it } from 'vitest';
import { NO_VALUE, referencesIn, resolveCondition, resolveValue, type Scope } from '../../local/template/intrinsics.ts';

const scope: Scope = {
  ref: async (id) => (id === 'AWS::NoValue' ? NO_VALUE : `ref:${id}`),
  attribute: async (id, attribute) => `${id}#${attribute}`,
  importValue: async (name) => `import:${name}`,
  condition: async (name) => name === 'Yes',
  mapping: (map, top, second) => `${map}/${top}/${second}`,
};
const resolve = (value: unknown) => resolveValue(value, scope);

describe('intrinsic functions', () => {
  it.each([
    ['Ref', { Ref: 'Table' }, 'ref:Table'],
    ['Fn::GetAtt with a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue#Arn'],
    ['Fn::GetAtt with dots', { 'Fn::GetAtt': 'Cache.Endpoint.Address' }, 'Cache#Endpoint.Address'],
    ['Fn::Join', { 'Fn::Join': [':', ['a', { Ref: 'B' }, 3]] }, 'a:ref:B:3'],
    ['Fn::Join of a list that has to be resolved', { 'Fn::Join': ['-', { 'Fn::Split': ['/', 'a/b'] }] }, 'a-b'],
    ['Fn::Sub', { 'Fn::Sub': 'x-${A}-${B.Arn}-${!Literal}' }, 'x-ref:A-B#Arn-${Literal}'],
    ['Fn::Sub with variables of its own', { 'Fn::Sub': ['${A}${V}', { V: { Ref: 'W' } }] }, 'ref:Aref:W'],
    ['Fn::Select', { 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [0, { 'Fn::Split': ['.', { 'Fn::GetAtt': ['A', 'b.c'] }] }] }, 'A#b'],
    ['Fn::If that holds', { 'Fn::If': ['Yes', { Ref: 'A' }, 'no'] }, 'ref:A'],
    ['Fn::If that does not', { 'Fn::If': ['No', { 'Fn::Unknown': 1 }, 'no'] }, 'no'],
    ['Fn::ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': 'data-${Stage}' } }, 'import:data-ref:Stage'],
    ['Fn::Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['M', { Ref: 'T' }, 's'] }, 'M/ref:T/s'],
  ])('%s', async (_, value, expected) => {
    expect(await resolve(value)).toEqual(expected);
  });

  it('are resolved inside of lists and objects, and the rest stays as it is', async () => {
    const value = { list: [1, true, null, { Ref: 'A' }], deep: { 'not:Fn': { Ref: 'B' } }, two: { Ref: 'A', More: 1 } };
    expect(await resolve(value)).toEqual({
      list: [1, true, null, 'ref:A'],
      deep: { 'not:Fn': 'ref:B' },
      two: { Ref: 'A', More: 1 },
    });
  });

  it('AWS::NoValue takes its property and its item away', async () => {
    expect(
      await resolve({ a: { Ref: 'AWS::NoValue' }, b: [1, { 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] }] }),
    ).toEqual({
      b: [1],
    });
  });
});

describe('what cannot be resolved', () => {
  it.each([
    ['an unknown function', { 'Fn::Transform': {} }, 'Unknown intrinsic function Fn::Transform'],
    ['an item that is not there', { 'Fn::Select': [2, ['a']] }, 'Fn::Select has no item 2 (of 1)'],
    ['a part that is no text', { 'Fn::Join': ['', [{ a: 1 }]] }, 'a part of Fn::Join must be text, not {"a":1}'],
    ['arguments that are no list', { 'Fn::Join': 'ab' }, 'Fn::Join must be a list, not "ab"'],
  ])('%s stops with its name', async (_, value, message) => {
    await expect(resolve({ deep: [value] })).rejects.toThrow(message);
  });
});

describe('conditions', () => {
  const holds = (value: unknown) => resolveCondition(value, scope);

  it('compare, combine and refer to each other', async () => {
    expect(await holds({ 'Fn::Equals': [{ Ref: 'A' }, 'ref:A'] })).toBe(true);
    expect(await holds({ 'Fn::Equals': [true, 'true'] })).toBe(true);
    expect(await holds({ 'Fn::Not': [{ Condition: 'Yes' }] })).toBe(false);
    expect(await holds({ 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] })).toBe(false);
    expect(await holds({ 'Fn::Or': [{ Condition: 'No' }, { Condition: 'Yes' }] })).toBe(true);
  });

  it('stop at a function that they do not know', async () => {
    await expect(holds({ 'Fn::Contains': [] })).rejects.toThrow('Unknown condition function Fn::Contains');
  });
});

it('references are found wherever they are', () => {
  const value = {
    a: { Ref: 'A' },
    b: [{ 'Fn::GetAtt': ['B', 'Arn'] }, { 'Fn::GetAtt': 'C.Arn' }],
    c: { 'Fn::Sub': ['${D.Arn}${!No}${v}', { v: { Ref: 'E' } }] },
    d: { 'Fn::If': ['Cond', { Ref: 'F' }, { Ref: 'G' }] },
  };
  expect([...referencesIn(value)].sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
});
