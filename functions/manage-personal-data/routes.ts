import { erasureBody, erasureSchema, refusalText } from '../../shared/contracts/http/erasures.ts';
import {
  erasureRequestSchema,
  personalDataBody,
  personalDataRequestSchema,
  personalDataSchema,
} from '../../shared/contracts/http/personal-data.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import type { RouteHandlers } from '../../shared/runtime/http/handler.ts';
import { found, HttpError } from '../../shared/runtime/http/http-error.ts';
import { reply } from '../../shared/runtime/http/reply.ts';
import { orderOf, parseBody } from '../../shared/runtime/http/request.ts';
import { type LookUpPersonalDataPorts, lookUpPersonalData } from './look-up-personal-data.ts';
import { readErasure } from './read-erasure.ts';
import { type RequestErasurePorts, requestErasure } from './request-erasure.ts';

export interface ManagePersonalDataPorts extends LookUpPersonalDataPorts, RequestErasurePorts {}

/** From a request to a use case, and from its outcome to the answer. */
export function managePersonalDataRoutes(
  ports: ManagePersonalDataPorts,
): RouteHandlers<RouteKeyOf<'manage-personal-data'>> {
  return {
    'POST /personal-data/lookup': async (request) => {
      const wanted = parseBody(request, 'PersonalData', personalDataRequestSchema);
      const shown = await lookUpPersonalData(ports, wanted, orderOf(request));
      return reply(personalDataSchema, personalDataBody(shown));
    },

    'POST /personal-data/erase': async (request) => {
      const { email } = parseBody(request, 'Erasure', erasureRequestSchema);
      const requested = await requestErasure(ports, email, orderOf(request));
      if (requested.outcome === 'refused') throw new HttpError(409, refusalText(requested.refusals));
      const { erasure } = requested;
      const { uploads } = found(await readErasure(ports, erasure.id));
      return reply(erasureSchema, erasureBody(erasure, uploads), {
        status: 202,
        headers: { location: request.urlOf(`/personal-data/erasures/${erasure.id}`) },
      });
    },

    'GET /personal-data/erasures/{id}': async ({ pathParameters }) => {
      const { erasure, uploads } = found(await readErasure(ports, pathParameters.id));
      return reply(erasureSchema, erasureBody(erasure, uploads));
    },
  };
}
