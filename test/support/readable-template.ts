import * as z from 'zod';

const refSchema = z.strictObject({ Ref: z.string() });
const getAttSchema = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const joinSchema = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const subSchema = z.strictObject({ 'Fn::Sub': z.string() });

/** The eight hex digits that CDK appends to a logical id. */
const HASH = /[0-9A-F]{8}$/;

function nameOf(logicalId: string): string {
  return logicalId.replace(HASH, '');
}

/**
 * A value of the template with its intrinsic functions written out, so that a test can state it in a line:
 * `{"Fn::Join": ["", [{"Fn::GetAtt": ["UsageBucket66CE8962", "Arn"]}, "/uploads/*"]]}` is `<UsageBucket.Arn>/uploads/*`.
 */
export function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const ref = refSchema.safeParse(value);
  if (ref.success) return `<${nameOf(ref.data.Ref)}>`;
  const getAtt = getAttSchema.safeParse(value);
  if (getAtt.success) return `<${nameOf(getAtt.data['Fn::GetAtt'][0])}.${getAtt.data['Fn::GetAtt'][1]}>`;
  const join = joinSchema.safeParse(value);
  if (join.success) return join.data['Fn::Join'][1].map(readable).join(join.data['Fn::Join'][0]);
  const sub = subSchema.safeParse(value);
  if (sub.success) return sub.data['Fn::Sub'];
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}
