import * as z from 'zod';

/** GitHub's page on what its errors mean; ours mean the same. */
const DOCUMENTATION_URL = 'https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api';

/** One parameter that is wrong. `code` is GitHub's. */
const fieldErrorSchema = z.strictObject({
  resource: z.string(),
  field: z.string(),
  code: z.enum(['invalid', 'unprocessable']),
  message: z.string(),
});
export type FieldError = z.output<typeof fieldErrorSchema>;

/** GitHub's error: `status` is a text, and `errors` is there only with "Validation Failed". */
export const errorSchema = z.strictObject({
  message: z.string(),
  errors: z.array(fieldErrorSchema).min(1).optional(),
  documentation_url: z.url(),
  status: z.string().regex(/^[45]\d\d$/),
});

export function errorBody(
  status: number,
  message: string,
  errors: readonly FieldError[] = [],
): z.output<typeof errorSchema> {
  return errorSchema.parse({
    message,
    ...(errors.length > 0 ? { errors } : {}),
    documentation_url: DOCUMENTATION_URL,
    status: String(status),
  });
}

/** What is wrong with the parameters of `resource`, parameter by parameter. Never repeats a value. */
export function fieldErrorsOf(resource: string, error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ resource, field: issue.path.join('.'), code: 'invalid', message: issue.message }];
    }
    return issue.keys.map((field) => ({
      resource,
      field,
      code: 'unprocessable',
      message: 'is not a permitted key',
    }));
  });
}
