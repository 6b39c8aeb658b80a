import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

const database = loadAwsServiceSpecSync();

function specOf(resourceType: string) {
  return database.lookup('resource', 'cloudFormationType', 'equals', resourceType).only();
}

type Properties = ReturnType<typeof specOf>['properties'];
type PropertyType = Properties[string]['type'];

/**
 * What CloudFormation's published schema says against the properties of a resource: unknown and missing ones, and
 * values of another type, each with its path. References and other intrinsic functions are taken on trust.
 */
export function specProblems(resourceType: string, properties: Readonly<Record<string, unknown>>): string[] {
  return objectProblems(resourceType, properties, specOf(resourceType).properties);
}

function objectProblems(path: string, value: object, spec: Properties): string[] {
  const missing = Object.entries(spec)
    .filter(([name, { required }]) => required === true && !(name in value))
    .map(([name]) => `${path}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, inner]) => {
    const property = spec[name];
    if (property === undefined) return [`${path}.${name} is unknown`];
    return valueProblems(`${path}.${name}`, inner, property.type);
  });
  return [...missing, ...wrong];
}

function valueProblems(path: string, value: unknown, type: PropertyType): string[] {
  if (isIntrinsic(value)) return [];
  switch (type.type) {
    case 'json':
      return [];
    case 'string':
      return expectThat(typeof value === 'string' && isAllowed(value, type.allowedValues), path, type.type);
    case 'date-time':
      return expectThat(typeof value === 'string', path, type.type);
    case 'number':
      return expectThat(typeof value === 'number', path, type.type);
    case 'integer':
      return expectThat(Number.isInteger(value), path, type.type);
    case 'boolean':
      return expectThat(typeof value === 'boolean', path, type.type);
    case 'null':
      return expectThat(value === null, path, type.type);
    case 'tag':
      return expectThat(isObject(value) && 'Key' in value && 'Value' in value, path, type.type);
    case 'array':
      if (!Array.isArray(value)) return [`${path} is no array`];
      return value.flatMap((element, index) => valueProblems(`${path}[${index}]`, element, type.element));
    case 'map':
      if (!isObject(value)) return [`${path} is no map`];
      return Object.entries(value).flatMap(([key, inner]) =>
        valueProblems(`${path}.${key}`, inner, type.element),
      );
    case 'union':
      return fewestProblems(type.types.map((candidate) => valueProblems(path, value, candidate)));
    case 'ref':
      if (!isObject(value)) return [`${path} is no object`];
      return objectProblems(path, value, database.get('typeDefinition', type.reference.$ref).properties);
  }
}

function expectThat(holds: boolean, path: string, type: string): string[] {
  return holds ? [] : [`${path} is no ${type}, or not one that is allowed`];
}

function isAllowed(value: string, allowedValues: readonly string[] | undefined): boolean {
  return allowedValues === undefined || allowedValues.includes(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIntrinsic(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [key, ...others] = Object.keys(value);
  return others.length === 0 && (key === 'Ref' || key?.startsWith('Fn::') === true);
}

function fewestProblems(candidates: readonly string[][]): string[] {
  return candidates.reduce((best, next) => (next.length < best.length ? next : best));
}
