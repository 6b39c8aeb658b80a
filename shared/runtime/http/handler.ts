import type { Logger } from '@aws-lambda-powertools/logger';
import type middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { wrapHandler } from '../invocation.ts';
import { loggableError } from '../loggable-error.ts';
import { type HttpEvent, httpEventSchema } from './event.ts';
import { HttpError, notFound } from './http-error.ts';
import type { HttpReply } from './reply.ts';
import { type HttpRequest, httpRequestOf, type OwnerRequest, ownerRequestOf } from './request.ts';

/** Answers one route: throws HttpError for what the client did, anything else for what went wrong here. */
export type RouteHandler<Request = OwnerRequest> = (request: Request) => Promise<HttpReply> | HttpReply;

/** A handler for each route key, such as `GET /people/{id}`. */
export type RouteHandlers<Key extends string, Request = OwnerRequest> = Readonly<
  Record<Key, RouteHandler<Request>>
>;

type HttpHandler = middy.MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/**
 * The function behind routes of the HTTP API, for enterprise owners only. `routes` is called per event: give it a
 * `lazy`, so that what it needs is made once, and a failure to make it is a 500 with its reason in the log.
 */
export function httpHandler<Key extends string>(
  logger: Logger,
  routes: () => RouteHandlers<Key>,
): HttpHandler {
  return handlerOf(logger, routes, ownerRequestOf);
}

/** As `httpHandler`, for whoever asks: only for routes that no authorizer is asked before. */
export function publicHttpHandler<Key extends string>(
  logger: Logger,
  routes: () => RouteHandlers<Key, HttpRequest>,
): HttpHandler {
  return handlerOf(logger, routes, httpRequestOf);
}

function handlerOf<Request>(
  logger: Logger,
  routes: () => RouteHandlers<string, Request>,
  requestOf: (event: HttpEvent, now: Date) => Request,
): HttpHandler {
  return wrapHandler(logger, {
    handle: async (rawEvent) => {
      const event = httpEventSchema.parse(rawEvent);
      const { requestId } = event.requestContext;
      return resultOf(await answer(event, routes, requestOf, logger), requestId);
    },
    completion: ({ statusCode = 0 }, { routeKey, requestContext }) => ({
      route: routeKey,
      status: statusCode,
      request_id: requestContext.requestId,
    }),
  });
}

async function answer<Request>(
  event: HttpEvent,
  routes: () => RouteHandlers<string, Request>,
  requestOf: (event: HttpEvent, now: Date) => Request,
  logger: Logger,
): Promise<HttpReply> {
  try {
    // Before anything else: behind a route for owners, nothing below runs for anybody but an owner.
    const request = requestOf(event, new Date());
    const handlers = routes();
    const handler = Object.hasOwn(handlers, event.routeKey) ? handlers[event.routeKey] : undefined;
    if (handler === undefined) throw notFound();
    return await handler(request);
  } catch (error) {
    if (error instanceof HttpError) return error.toReply();
    logger.error('request failed', {
      route: event.routeKey,
      request_id: event.requestContext.requestId,
      error: loggableError(error),
    });
    return new HttpError(500, 'Server Error').toReply();
  }
}

function resultOf(
  { status, body, headers, cookies = [] }: HttpReply,
  requestId: string,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: {
      ...(body !== null && { 'content-type': 'application/json; charset=utf-8' }),
      // Answers name people: no cache between here and the owner may keep them.
      'cache-control': 'no-store',
      // A browser that is signed in may be led here by a link: it must not take an answer for a page.
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
      ...headers,
    },
    ...(cookies.length > 0 && { cookies: [...cookies] }),
    ...encoded(body),
  };
}

function encoded(body: unknown): Pick<APIGatewayProxyStructuredResultV2, 'body' | 'isBase64Encoded'> {
  if (body === null) return {};
  if (Buffer.isBuffer(body)) return { body: body.toString('base64'), isBase64Encoded: true };
  return { body: JSON.stringify(body) };
}
