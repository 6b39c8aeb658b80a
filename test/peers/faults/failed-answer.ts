import { type Answer, errorAnswer, jsonAnswer } from '../http/answer.ts';
import { isQuery, type Operation } from '../http/peer-request.ts';
import { ALL_REQUESTS_USED, rateLimitHeaders } from '../http/rate-limit.ts';
import { primaryRateLimitAnswer, secondaryRateLimitAnswer } from '../http/rate-limit-answers.ts';
import type { Fault } from './fault.ts';

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by personal access token',
  404: 'Not Found',
  502: 'Server Error',
  503: 'Service unavailable',
};

/** The answer of a fault that takes the place of the honest one; null for every other fault. */
export function failedAnswer(fault: Fault | null, operation: Operation, now: number): Answer | null {
  switch (fault?.kind) {
    case 'primary-rate-limit': {
      const resource = isQuery(operation) ? 'graphql' : 'core';
      const answer = primaryRateLimitAnswer(resource, fault.status ?? 403);
      const resetAt = now + fault.resetInSeconds * 1000;
      return {
        ...answer,
        headers: { ...answer.headers, ...rateLimitHeaders(resource, ALL_REQUESTS_USED, resetAt) },
      };
    }
    case 'secondary-rate-limit':
      return secondaryRateLimitAnswer(fault.status ?? 403, fault.retryAfterSeconds);
    case 'status':
      return errorAnswer(fault.status, MESSAGES[fault.status] ?? 'Server Error');
    case 'not-ready':
      return { status: 202, headers: { 'content-type': 'text/plain' }, body: '' };
    case 'unreadable':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><title>Maintenance</title><p>We will be back soon.</p>',
      };
    case 'graphql-error':
      return jsonAnswer({
        data: null,
        errors: [{ type: fault.type, path: ['enterprise'], message: `The peer answers ${fault.type}.` }],
      });
    default:
      return null;
  }
}
