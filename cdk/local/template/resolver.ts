import { ACCOUNT_ID, PARTITION, REGION, URL_SUFFIX } from './account.ts';
import { type Endpoints, type Identity, identityOf } from './identity.ts';
import type { Resource, Template } from './template.ts';

const PSEUDO_PARAMETERS: Readonly<Record<string, string | undefined>> = {
  'AWS::AccountId': ACCOUNT_ID,
  'AWS::Partition': PARTITION,
  'AWS::Region': REGION,
  'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT_ID}:stack/local/local`,
  'AWS::StackName': 'local',
  'AWS::URLSuffix': URL_SUFFIX,
};

/** Stands for `AWS::NoValue`: the property or item that it is the value of is left out. */
const NO_VALUE = Symbol('AWS::NoValue');

/** Replaces CloudFormation's intrinsic functions by what they come to on this machine. */
export class Resolver {
  readonly #template: Template;
  readonly #endpoints: Endpoints;

  constructor(template: Template, endpoints: Endpoints) {
    this.#template = template;
    this.#endpoints = endpoints;
  }

  /** Throws an error that names the function, parameter or resource that cannot be resolved. */
  resolve(value: unknown): unknown {
    const resolved = this.#resolve(value);
    return resolved === NO_VALUE ? undefined : resolved;
  }

  /** The properties of a resource; errors name it. */
  properties(logicalId: string, resource: Resource): unknown {
    try {
      return this.resolve(resource.Properties);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`${logicalId} (${resource.Type}): ${message}`, { cause: error });
    }
  }

  identity(logicalId: string): Identity {
    const resource = this.#template.Resources[logicalId];
    if (resource === undefined) throw new Error(`${logicalId} is no resource of the template`);
    const identity = identityOf(logicalId, resource, this.#endpoints);
    if (identity === null) throw new Error(`the local run has no name for ${logicalId} (${resource.Type})`);
    return identity;
  }

  #resolve(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.#resolve(item)).filter((item) => item !== NO_VALUE);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first !== undefined && isIntrinsic(first[0])) return this.#call(...first);
    const resolved = entries.map(([key, item]) => [key, this.#resolve(item)] as const);
    return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
  }

  #call(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return this.#ref(text(argument, name));
      case 'Fn::GetAtt':
        return this.#getAtt(argument);
      case 'Fn::Join':
        return this.#join(argument);
      case 'Fn::Select':
        return this.#select(argument);
      case 'Fn::Split':
        return this.#split(argument);
      case 'Fn::Sub':
        return this.#sub(argument);
      default:
        throw new Error(`the local run does not know the function ${name}`);
    }
  }

  #ref(target: string): unknown {
    if (target === 'AWS::NoValue') return NO_VALUE;
    return PSEUDO_PARAMETERS[target] ?? this.identity(target).ref;
  }

  #getAtt(argument: unknown): string {
    const [logicalId, ...path] =
      typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
    const attribute = path.join('.');
    const value = this.identity(String(logicalId)).attributes[attribute];
    if (value === undefined) throw new Error(`the local run has no attribute ${attribute} for ${logicalId}`);
    return value;
  }

  #join(argument: unknown): string {
    const [separator, items] = list(argument, 'Fn::Join');
    return list(this.#resolve(items), 'Fn::Join')
      .map((item) => text(item, 'Fn::Join'))
      .join(text(separator, 'Fn::Join'));
  }

  #select(argument: unknown): unknown {
    const [index, items] = list(argument, 'Fn::Select');
    const selected = list(this.#resolve(items), 'Fn::Select')[Number(index)];
    if (selected === undefined) throw new Error(`Fn::Select: there is no item ${String(index)}`);
    return selected;
  }

  #split(argument: unknown): string[] {
    const [separator, source] = list(argument, 'Fn::Split');
    return text(this.#resolve(source), 'Fn::Split').split(text(separator, 'Fn::Split'));
  }

  #sub(argument: unknown): string {
    const [pattern, given] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub');
    const variables = new Map(Object.entries(Object(this.#resolve(given))));
    return text(pattern, 'Fn::Sub').replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal !== '') return `\${${name}}`;
      if (variables.has(name)) return text(variables.get(name), 'Fn::Sub');
      const value = name.includes('.') ? this.#getAtt(name) : this.#ref(name);
      return text(value, 'Fn::Sub');
    });
  }
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

function text(value: unknown, place: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Error(`${place}: expected text, found ${JSON.stringify(value)}`);
}

function list(value: unknown, place: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${place}: expected a list, found ${JSON.stringify(value)}`);
}
