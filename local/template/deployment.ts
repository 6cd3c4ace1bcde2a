/** Creates the resources of all stacks, each after those that it refers to or depends on. */
import { resourceHandlers } from '../resources/index.ts';
import type { CreatedResource, ResourceContext, ResourceHandler, ResourceServices } from '../resources/resource.ts';
import { unavailable } from '../resources/unavailable.ts';
import { TYPES_WITHOUT_LOCAL_MEANING } from '../resources/without-local-meaning.ts';
import { newWiring, type Wiring } from '../wiring/wiring.ts';
import {
  NO_VALUE,
  referencesIn,
  refuseUnknownIntrinsics,
  resolveCondition,
  resolveValue,
  type Scope,
} from './intrinsics.ts';
import { isObject, type Resource, type Stack, TemplateError } from './template.ts';

export type DeploymentOptions = {
  region: string;
  account: string;
  services: ResourceServices;
  /** Handlers by resource type. @default those of `resources/index.ts` */
  handlers?: Readonly<Record<string, ResourceHandler>>;
};

/** A resource and its resolved properties. */
type Created = CreatedResource & { properties: unknown };

export type DeployedResource = Created & { stackName: string; logicalId: string; type: string };

export type Deployment = {
  resources: DeployedResource[];
  wiring: Wiring;
};

/**
 * Types, intrinsic functions and references are checked before anything is created. What a resource means is up to its
 * handler, which refuses it when its turn comes.
 * @throws TemplateError naming the resource: for an unknown resource type, an unknown intrinsic function, a
 *   reference to nowhere or in a circle, or what its handler refuses.
 */
export async function deploy(stacks: readonly Stack[], options: DeploymentOptions): Promise<Deployment> {
  const wiring = newWiring();
  const exports = new Map<string, () => Promise<unknown>>();
  const running = stacks.map((stack) => new StackDeployment(stack, wiring, exports, options));
  for (const stack of running) stack.check();
  for (const stack of running) await stack.announceExports();
  const resources = await Promise.all(running.map((stack) => stack.createAll()));
  return { resources: resources.flat(), wiring };
}

class StackDeployment {
  readonly #stack: Stack;
  readonly #wiring: Wiring;
  readonly #exports: Map<string, () => Promise<unknown>>;
  readonly #options: DeploymentOptions;
  readonly #handlers: Readonly<Record<string, ResourceHandler>>;
  readonly #created = new Map<string, Promise<Created>>();
  /** Functions of custom resources run in AWS during a deployment only; what they do is done by handlers here. */
  readonly #providers: ReadonlySet<string>;
  readonly #scope: Scope;

  constructor(stack: Stack, wiring: Wiring, exports: Map<string, () => Promise<unknown>>, options: DeploymentOptions) {
    this.#stack = stack;
    this.#wiring = wiring;
    this.#exports = exports;
    this.#options = options;
    this.#handlers = options.handlers ?? resourceHandlers;
    this.#providers = new Set(
      Object.values(stack.template.Resources).flatMap((resource) => [
        ...referencesIn(resource.Properties.ServiceToken),
      ]),
    );
    this.#scope = {
      ref: (logicalId) => this.#ref(logicalId),
      attribute: async (logicalId, attribute) => {
        const created = await this.#resource(logicalId);
        const value = created.attributes[attribute];
        if (value !== undefined) return value;
        throw new TemplateError(`${logicalId} has no attribute ${attribute} locally`);
      },
      importValue: async (name) => {
        const resolve = this.#exports.get(name);
        if (!resolve) throw new TemplateError(`No stack exports ${name}`);
        return resolve();
      },
      condition: async (name) => {
        const condition = stack.template.Conditions[name];
        if (condition === undefined) throw new TemplateError(`There is no condition ${name}`);
        return resolveCondition(condition, this.#scope);
      },
      mapping: (map, top, second) => {
        const value = stack.template.Mappings[map]?.[top]?.[second];
        if (value === undefined) throw new TemplateError(`There is no entry ${map}.${top}.${second} in the mappings`);
        return value;
      },
    };
  }

  /** @throws TemplateError for unknown types and intrinsic functions, references to nowhere, and circles. */
  check(): void {
    const resources = this.#stack.template.Resources;
    for (const [logicalId, resource] of Object.entries(resources)) {
      if (this.#isLeftOut(logicalId, resource)) continue;
      if (!Object.hasOwn(this.#handlers, resource.Type)) {
        throw this.#error(
          logicalId,
          'the local cloud does not know this resource type. Give it a handler in local/resources/, or list it in ' +
            'without-local-meaning.ts with the reason',
        );
      }
      this.#naming(logicalId, () => this.#checkValues(resource));
    }
    const done = new Set<string>();
    const visit = (logicalId: string, path: string[]): void => {
      const resource = resources[logicalId];
      if (!resource || done.has(logicalId) || this.#isLeftOut(logicalId, resource)) return;
      if (path.includes(logicalId)) {
        throw this.#error(logicalId, `it refers to itself: ${[...path, logicalId].join(' → ')}`);
      }
      const before = new Set([...resource.DependsOn, ...referencesIn(resource.Properties)]);
      for (const name of before) visit(name, [...path, logicalId]);
      done.add(logicalId);
    };
    for (const logicalId of Object.keys(resources)) visit(logicalId, []);
  }

  #checkValues({ Properties, Condition, DependsOn }: Resource): void {
    const { Resources, Parameters, Conditions } = this.#stack.template;
    refuseUnknownIntrinsics(Properties);
    refuseDynamicReferences(Properties);
    for (const name of referencesIn(Properties)) {
      if (name.startsWith('AWS::') || Object.hasOwn(Parameters, name) || Object.hasOwn(Resources, name)) continue;
      throw this.#noResource(name);
    }
    for (const name of DependsOn) if (!Object.hasOwn(Resources, name)) throw this.#noResource(name);
    if (Condition && !Object.hasOwn(Conditions, Condition)) {
      throw new TemplateError(`There is no condition ${Condition}`);
    }
  }

  async announceExports(): Promise<void> {
    for (const { Value, Export } of Object.values(this.#stack.template.Outputs)) {
      if (!Export) continue;
      const name = String(await resolveValue(Export.Name, this.#scope));
      this.#exports.set(name, () => resolveValue(Value, this.#scope));
    }
  }

  async createAll(): Promise<DeployedResource[]> {
    const made = await Promise.all(
      Object.entries(this.#stack.template.Resources).map(async ([logicalId, resource]) => {
        const created = await this.#createIfWanted(logicalId);
        return created && { ...created, stackName: this.#stack.name, logicalId, type: resource.Type };
      }),
    );
    return made.filter((resource) => resource !== undefined);
  }

  /** @returns undefined for what is left out, or whose condition does not hold */
  async #createIfWanted(logicalId: string): Promise<Created | undefined> {
    const resource = this.#stack.template.Resources[logicalId];
    if (!resource || this.#isLeftOut(logicalId, resource)) return undefined;
    if (resource.Condition && !(await this.#scope.condition(resource.Condition))) return undefined;
    return this.#resource(logicalId);
  }

  #resource(logicalId: string): Promise<Created> {
    const known = this.#created.get(logicalId);
    if (known) return known;
    const creation = this.#create(logicalId);
    this.#created.set(logicalId, creation);
    return creation;
  }

  async #create(logicalId: string): Promise<Created> {
    const resource = this.#stack.template.Resources[logicalId];
    if (!resource) throw this.#noResource(logicalId);
    if (this.#isLeftOut(logicalId, resource)) return leftOut(logicalId);
    if (resource.Condition && !(await this.#scope.condition(resource.Condition))) {
      throw this.#error(logicalId, `it is referred to, but its condition ${resource.Condition} does not hold`);
    }
    try {
      await Promise.all(resource.DependsOn.map((name) => this.#createIfWanted(name)));
      const properties = await resolveValue(resource.Properties, this.#scope);
      refuseDynamicReferences(properties);
      const handler = this.#handlers[resource.Type];
      if (!handler) throw new TemplateError('unknown resource type');
      return { ...(await handler.create(properties, this.#context(logicalId, resource))), properties };
    } catch (error) {
      throw this.#named(logicalId, error);
    }
  }

  async #ref(name: string): Promise<unknown> {
    const { region, account } = this.#options;
    switch (name) {
      case 'AWS::Region':
        return region;
      case 'AWS::AccountId':
        return account;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return this.#stack.name;
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${region}:${account}:stack/${this.#stack.name}/local`;
      case 'AWS::NoValue':
        return NO_VALUE;
      case 'AWS::NotificationARNs':
        return [];
    }
    const parameter = this.#stack.template.Parameters[name];
    if (!parameter) return (await this.#resource(name)).ref;
    if (parameter.Default === undefined || parameter.Type.startsWith('AWS::SSM::')) {
      throw new TemplateError(`Parameter ${name} has no value locally`);
    }
    return parameter.Default;
  }

  #context(logicalId: string, resource: Resource): ResourceContext {
    const { region, account, services } = this.#options;
    const { name: stackName, assets } = this.#stack;
    return { stackName, logicalId, type: resource.Type, region, account, services, assets, wiring: this.#wiring };
  }

  #isLeftOut(logicalId: string, { Type }: Resource): boolean {
    return Object.hasOwn(TYPES_WITHOUT_LOCAL_MEANING, Type) || this.#providers.has(logicalId);
  }

  #noResource(name: string): TemplateError {
    return new TemplateError(`There is no resource ${name} in stack ${this.#stack.name}`);
  }

  /** @throws CreationError with the resource's name for whatever the check throws */
  #naming(logicalId: string, check: () => void): void {
    try {
      check();
    } catch (error) {
      throw this.#named(logicalId, error);
    }
  }

  #named(logicalId: string, error: unknown): CreationError {
    if (error instanceof CreationError) return error;
    return this.#error(logicalId, error instanceof Error ? error.message : String(error), error);
  }

  #error(logicalId: string, message: string, cause?: unknown): CreationError {
    const type = this.#stack.template.Resources[logicalId]?.Type ?? 'unknown';
    return new CreationError(`${this.#stack.name}/${logicalId} (${type}): ${message}`, { cause });
  }
}

/** A TemplateError that already names its resource. */
class CreationError extends TemplateError {}

/** Nothing of it has a value. */
function leftOut(logicalId: string): Created {
  const value = (attribute: string) => unavailable(logicalId, attribute);
  const attributes = new Proxy({}, { get: (_, attribute) => value(String(attribute)) });
  return { ref: value('Ref'), attributes, properties: {} };
}

/** @throws for `{{resolve:…}}`, which CloudFormation replaces at the very end. */
function refuseDynamicReferences(value: unknown): void {
  if (typeof value === 'string' && value.includes('{{resolve:')) {
    throw new TemplateError(`Dynamic references are not supported locally: ${value}`);
  }
  if (Array.isArray(value)) value.forEach(refuseDynamicReferences);
  else if (isObject(value)) Object.values(value).forEach(refuseDynamicReferences);
}
