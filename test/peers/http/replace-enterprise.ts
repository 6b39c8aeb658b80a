import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { type Enterprise, generateEnterprise } from '../../support/enterprise/enterprise.ts';

export const REPLACE_ENTERPRISE_PATH = '/_peer/enterprise';

const bodySchema = z.object({ people: z.int().nonnegative(), seed: z.int() });

interface Stage {
  readonly show: (enterprise: Enterprise) => Promise<void>;
  readonly hostNames: readonly string[];
}

/**
 * `PUT /_peer/enterprise {"people": N, "seed": N}` shows another generated enterprise, 204; whatever else is asked
 * goes to the listener. It needs no token: the peer is on 127.0.0.1 and holds nothing but invented people.
 */
export function withReplaceableEnterprise(
  listener: RequestListener,
  { show, hostNames }: Stage,
): RequestListener {
  return (incoming, response) => {
    if (incoming.method !== 'PUT' || incoming.url !== REPLACE_ENTERPRISE_PATH) {
      listener(incoming, response);
      return;
    }
    const replace = async () => {
      const { people, seed } = bodySchema.parse(JSON.parse(await text(incoming)));
      await show(generateEnterprise({ people, seed, instances: hostNames }));
    };
    replace().then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  };
}
