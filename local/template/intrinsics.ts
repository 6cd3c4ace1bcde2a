/**
 * Resolves the values of a CloudFormation template. `cfn-resolver-lib` was tried for this and not taken: it needs
 * every physical name before it starts, knows no Fn::ImportValue, and passes over functions that it does not know.
 */
import { isObject, TemplateError } from './template.ts';

/** What a value may refer to. */
export type Scope = {
  ref(logicalId: string): Promise<unknown>;
  attribute(logicalId: string, attribute: string): Promise<unknown>;
  importValue(exportName: string): Promise<unknown>;
  condition(name: string): Promise<boolean>;
  mapping(map: string, topLevelKey: string, secondLevelKey: string): unknown;
};

/** `AWS::NoValue`: the property or list item that has it does not exist. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => Promise<unknown>;

const intrinsics: Record<string, Intrinsic> = {
  Ref: async (name, scope) => scope.ref(text(name, 'Ref')),

  'Fn::GetAtt': async (argument, scope) => {
    const [logicalId, attribute] =
      typeof argument === 'string' ? splitOnce(argument, '.') : list(argument, 'Fn::GetAtt');
    return scope.attribute(
      text(logicalId, 'Fn::GetAtt'),
      text(await resolveValue(attribute, scope), 'the attribute of Fn::GetAtt'),
    );
  },

  'Fn::Join': async (argument, scope) => {
    const [separator, parts] = list(argument, 'Fn::Join');
    const items = list(await resolveValue(parts, scope), 'the parts of Fn::Join');
    return items.map((item) => text(item, 'a part of Fn::Join')).join(text(separator, 'the separator of Fn::Join'));
  },

  'Fn::Sub': async (argument, scope) => {
    const [template, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub');
    const own = isObject(variables) ? variables : {};
    return replaceAsync(text(template, 'Fn::Sub'), /\$\{([^}]+)\}/g, async (name) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      const value = Object.hasOwn(own, name)
        ? await resolveValue(own[name], scope)
        : name.includes('.')
          ? await scope.attribute(...splitOnce(name, '.'))
          : await scope.ref(name);
      return text(value, `\${${name}} of Fn::Sub`);
    });
  },

  'Fn::Select': async (argument, scope) => {
    const [index, choices] = list(argument, 'Fn::Select');
    const position = Number(await resolveValue(index, scope));
    const items = list(await resolveValue(choices, scope), 'the choices of Fn::Select');
    if (!(position in items)) throw new TemplateError(`Fn::Select has no item ${position} (of ${items.length})`);
    return items[position];
  },

  'Fn::Split': async (argument, scope) => {
    const [separator, value] = list(argument, 'Fn::Split');
    return text(await resolveValue(value, scope), 'Fn::Split').split(text(separator, 'the separator of Fn::Split'));
  },

  'Fn::If': async (argument, scope) => {
    const [condition, then, otherwise] = list(argument, 'Fn::If');
    return resolveValue((await scope.condition(text(condition, 'Fn::If'))) ? then : otherwise, scope);
  },

  'Fn::ImportValue': async (argument, scope) =>
    scope.importValue(text(await resolveValue(argument, scope), 'Fn::ImportValue')),

  'Fn::Base64': async (argument, scope) =>
    Buffer.from(text(await resolveValue(argument, scope), 'Fn::Base64')).toString('base64'),

  'Fn::FindInMap': async (argument, scope) => {
    const [map, top, second] = list(await resolveValue(argument, scope), 'Fn::FindInMap');
    return scope.mapping(text(map, 'Fn::FindInMap'), text(top, 'Fn::FindInMap'), text(second, 'Fn::FindInMap'));
  },
};

/** @throws TemplateError for an unknown intrinsic function or one with arguments that make no sense. */
export async function resolveValue(value: unknown, scope: Scope): Promise<unknown> {
  if (Array.isArray(value)) {
    const items = await Promise.all(value.map((item) => resolveValue(item, scope)));
    return items.filter((item) => item !== NO_VALUE);
  }
  if (!isObject(value)) return value;
  const intrinsic = asIntrinsic(value);
  if (intrinsic) return intrinsic.resolve(intrinsic.argument, scope);
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, item]) => [key, await resolveValue(item, scope)] as const),
  );
  return Object.fromEntries(entries.filter(([, item]) => item !== NO_VALUE));
}

/** The value of a condition of the template. @throws TemplateError */
export async function resolveCondition(value: unknown, scope: Scope): Promise<boolean> {
  if (!isObject(value)) throw new TemplateError(`A condition must be a function, not ${JSON.stringify(value)}`);
  const [name = '', ...others] = Object.keys(value);
  const argument = value[name];
  const each = () => Promise.all(list(argument, name).map((item) => resolveCondition(item, scope)));
  if (others.length === 0) {
    if (name === 'Condition') return scope.condition(text(argument, name));
    if (name === 'Fn::And') return (await each()).every(Boolean);
    if (name === 'Fn::Or') return (await each()).some(Boolean);
    if (name === 'Fn::Not') return !(await each())[0];
    if (name === 'Fn::Equals') {
      const [left, right] = list(await resolveValue(argument, scope), name);
      return String(left) === String(right);
    }
  }
  throw new TemplateError(`Unknown condition function ${name}`);
}

/** @throws TemplateError for a function that `resolveValue` does not know, wherever it stands in the value. */
export function refuseUnknownIntrinsics(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseUnknownIntrinsics);
  if (!isObject(value)) return;
  asIntrinsic(value);
  Object.values(value).forEach(refuseUnknownIntrinsics);
}

/** Names that a value refers to, of resources, parameters and the template's own such as `AWS::Region`, whether by Ref, Fn::GetAtt or Fn::Sub, in both branches of every Fn::If. */
export function referencesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) {
      part.forEach(visit);
    } else if (isObject(part)) {
      for (const [key, item] of Object.entries(part)) {
        if (key === 'Ref' && typeof item === 'string') found.add(item);
        else if (key === 'Fn::GetAtt') found.add(String(Array.isArray(item) ? item[0] : item).split('.')[0] ?? '');
        else if (key === 'Fn::Sub') {
          const template = String(Array.isArray(item) ? item[0] : item);
          const own = Array.isArray(item) && isObject(item[1]) ? item[1] : {};
          for (const [, name = ''] of template.matchAll(/\$\{([^!}][^}]*)\}/g)) {
            if (!Object.hasOwn(own, name)) found.add(name.split('.')[0] ?? '');
          }
          if (Array.isArray(item)) visit(item[1]);
        } else visit(item);
      }
    }
  };
  visit(value);
  return found;
}

function asIntrinsic(value: Record<string, unknown>): { resolve: Intrinsic; argument: unknown } | undefined {
  const [name = '', ...others] = Object.keys(value);
  if (others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  const resolve = intrinsics[name];
  if (!resolve) throw new TemplateError(`Unknown intrinsic function ${name}`);
  return { resolve, argument: value[name] };
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${where} must be text, not ${value === NO_VALUE ? 'AWS::NoValue' : JSON.stringify(value)}`);
}

function list(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new TemplateError(`${where} must be a list, not ${JSON.stringify(value)}`);
}

function splitOnce(value: string, separator: string): [string, string] {
  const at = value.indexOf(separator);
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + separator.length)];
}

async function replaceAsync(template: string, pattern: RegExp, replace: (name: string) => Promise<string>) {
  const values = await Promise.all([...template.matchAll(pattern)].map(([, name = '']) => replace(name)));
  let next = 0;
  return template.replace(pattern, () => values[next++] ?? '');
}
