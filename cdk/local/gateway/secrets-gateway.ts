import type { ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { RequestHandler } from '../local-server.ts';
import type { Secret } from '../template/secrets.ts';
import type { AccessControl } from './access.ts';
import { denialMessage, denyAwsJson } from './access-denied.ts';
import { accessKeyIdOf } from './caller.ts';

export interface SecretsGatewayOptions {
  readonly secrets: readonly Secret[];
  readonly access: AccessControl;
  readonly onDenied: (message: string) => void;
}

const bodySchema = z.object({ SecretId: z.string() });

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html and nothing else. */
export function secretsGateway({ secrets, access, onDenied }: SecretsGatewayOptions): RequestHandler {
  return async (request, response) => {
    const body = bodySchema.safeParse(await json(request).catch(() => null));
    if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue' || !body.success) {
      return refuse(
        response,
        'InvalidRequestException',
        'The local run knows GetSecretValue of a secret only',
      );
    }
    const { SecretId } = body.data;
    const secret = secrets.find(({ arn, name }) => arn === SecretId || name === SecretId);
    const role = access.roleOf(accessKeyIdOf(request));
    const permission = { action: 'secretsmanager:GetSecretValue', resource: secret?.arn ?? '*' };
    if (role !== null && !(await access.allows(role, permission))) {
      const message = denialMessage(role, permission);
      onDenied(message);
      return denyAwsJson(response, message);
    }
    if (secret === undefined) {
      return refuse(
        response,
        'ResourceNotFoundException',
        "Secrets Manager can't find the specified secret.",
      );
    }
    answer(response, 200, { ARN: secret.arn, Name: secret.name, SecretString: secret.value });
  };
}

function refuse(response: ServerResponse, type: string, message: string): void {
  answer(response, 400, { __type: type, Message: message });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}
