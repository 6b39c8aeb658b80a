import type { ServerResponse } from 'node:http';
import type { RoleDefinition } from '../template/roles.ts';
import type { Permission } from './access.ts';

/** What AWS says, word for word as far as it goes, with the way out. */
export function denialMessage(role: RoleDefinition, denied: Permission | null): string {
  const user = role.arn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  if (denied === null)
    return `User: ${user} is not authorized to make this request: the local run offers it to no role`;
  return (
    `User: ${user} is not authorized to perform: ${denied.action} on resource: ${denied.resource} ` +
    `because no identity-based policy allows the ${denied.action} action`
  );
}

export function denyS3(response: ServerResponse, message: string): void {
  const body =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Error><Code>AccessDenied</Code><Message>${escapeXml(message)}</Message></Error>`;
  response.writeHead(403, { 'content-type': 'application/xml' }).end(body);
}

/** DynamoDB and SQS answer with status 400. */
export function denyAwsJson(response: ServerResponse, message: string): void {
  const type = 'com.amazon.coral.service#AccessDeniedException';
  response
    .writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
    .end(JSON.stringify({ __type: type, message, Message: message }));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
