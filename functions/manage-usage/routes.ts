import {
  findingChangeSchema,
  findingDismissalBody,
  findingDismissalSchema,
} from '../../shared/contracts/http/findings.ts';
import { newUploadRequestSchema, newUploadSchema } from '../../shared/contracts/http/new-upload.ts';
import { recomputeRequestSchema } from '../../shared/contracts/http/recompute.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import {
  serverInstanceChangeSchema,
  serverInstanceSchema,
} from '../../shared/contracts/http/server-instances.ts';
import { uploadBody, uploadSchema } from '../../shared/contracts/http/uploads.ts';
import { usageBody, usageSchema } from '../../shared/contracts/http/usage.ts';
import type { IngestQueue } from '../../shared/ports.ts';
import type { RouteHandlers } from '../../shared/runtime/http/handler.ts';
import { found, HttpError, notFound } from '../../shared/runtime/http/http-error.ts';
import { type HttpReply, reply } from '../../shared/runtime/http/reply.ts';
import { type HttpRequest, orderOf, parseBody } from '../../shared/runtime/http/request.ts';
import type { UploadPresigner } from '../../shared/upload-ports.ts';
import { type Acceptance, acceptUpload } from './accept-upload.ts';
import { type DismissFindingPorts, dismissFinding } from './dismiss-finding.ts';
import { type RecomputeUsagePorts, recomputeUsage } from './recompute-usage.ts';
import { startUpload } from './start-upload.ts';
import { switchAutomaticSync } from './switch-automatic-sync.ts';

export interface ManageUsagePorts extends DismissFindingPorts, RecomputeUsagePorts {
  readonly presigner: UploadPresigner;
  readonly queue: IngestQueue;
  /** A new ULID. */
  readonly newId: () => string;
}

/** From a request to a use case, and from its outcome to the answer. */
export function manageUsageRoutes(ports: ManageUsagePorts): RouteHandlers<RouteKeyOf<'manage-usage'>> {
  return {
    'POST /uploads': async (request) => {
      const upload = await startUpload(
        ports,
        parseBody(request, 'Upload', newUploadRequestSchema),
        orderOf(request),
      );
      return reply(newUploadSchema, upload, { status: 201 });
    },

    'POST /uploads/{id}/accept': async (request) =>
      acceptanceReply(request, await acceptUpload(ports, request.pathParameters.id, orderOf(request))),

    'PATCH /server-instances/{id}': async (request) => {
      const change = parseBody(request, 'ServerInstance', serverInstanceChangeSchema);
      const instance = await switchAutomaticSync(ports, request.pathParameters.id, change, orderOf(request));
      return reply(serverInstanceSchema, found(instance));
    },

    'POST /usage/recompute': async (request) => {
      const { date } = parseBody(request, 'Usage', recomputeRequestSchema(request.now));
      return reply(usageSchema, usageBody(await recomputeUsage(ports, date, orderOf(request))));
    },

    'PATCH /findings/{id}': async (request) => {
      const change = parseBody(request, 'Finding', findingChangeSchema);
      const { id, dismissal } = found(
        await dismissFinding(ports, request.pathParameters.id, change, orderOf(request)),
      );
      return reply(findingDismissalSchema, findingDismissalBody(id, dismissal));
    },
  };
}

function acceptanceReply(request: HttpRequest, acceptance: Acceptance): HttpReply {
  switch (acceptance.outcome) {
    case 'unknown':
      throw notFound();
    case 'not-held':
      throw new HttpError(409, `Upload is ${acceptance.upload.state}; only a held upload can be accepted`);
    case 'accepted':
      return reply(uploadSchema, uploadBody(acceptance.upload), {
        status: 202,
        headers: { location: request.urlOf(`/uploads/${acceptance.upload.id}`) },
      });
  }
}
