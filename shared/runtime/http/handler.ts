import type { Logger } from '@aws-lambda-powertools/logger';
import type middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { wrapHandler } from '../invocation.ts';
import { loggableError } from '../loggable-error.ts';
import { httpEventSchema } from './event.ts';
import { HttpError, notFound } from './http-error.ts';
import { ownerOf } from './owner.ts';
import type { HttpReply } from './reply.ts';
import { type HttpRequest, httpRequestOf } from './request.ts';

/** Answers one route: throws HttpError for what the client did, anything else for what went wrong here. */
export type RouteHandler = (request: HttpRequest) => Promise<HttpReply> | HttpReply;

/** A handler for each route key, such as `GET /people/{id}`. */
export type RouteHandlers<Key extends string> = Readonly<Record<Key, RouteHandler>>;

/**
 * The function behind routes of the HTTP API, for enterprise owners only. `routes` is called per event: give it a
 * `lazy`, so that what it needs is made once, and a failure to make it is a 500 with its reason in the log.
 */
export function httpHandler<Key extends string>(
  logger: Logger,
  routes: () => RouteHandlers<Key>,
): middy.MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return wrapHandler(logger, {
    handle: (event) => answer(event, routes, logger),
    completion: ({ statusCode = 0 }, { routeKey, requestContext }) => ({
      route: routeKey,
      status: statusCode,
      request_id: requestContext.requestId,
    }),
  });
}

async function answer(
  rawEvent: APIGatewayProxyEventV2,
  routes: () => RouteHandlers<string>,
  logger: Logger,
): Promise<APIGatewayProxyStructuredResultV2> {
  const event = httpEventSchema.parse(rawEvent);
  const { requestId } = event.requestContext;
  try {
    // Before anything else: nothing below runs for anybody but an owner.
    const owner = ownerOf(event);
    const handlers = routes();
    const handler = Object.hasOwn(handlers, event.routeKey) ? handlers[event.routeKey] : undefined;
    if (handler === undefined) throw notFound();
    return resultOf(await handler(httpRequestOf(event, owner, new Date())), requestId);
  } catch (error) {
    if (error instanceof HttpError) return resultOf(error.toReply(), requestId);
    logger.error('request failed', {
      route: event.routeKey,
      request_id: requestId,
      error: loggableError(error),
    });
    return resultOf(new HttpError(500, 'Server Error').toReply(), requestId);
  }
}

function resultOf(
  { status, body, headers }: HttpReply,
  requestId: string,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      // Answers name people: no cache between here and the owner may keep them.
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...headers,
    },
    body: JSON.stringify(body),
  };
}
