import type { EnterpriseContent } from '../content/enterprise-content.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import { linkOf, pageOf } from '../http/link.ts';
import type { HttpRequest } from '../http/peer-request.ts';

/** `GET /enterprises/{enterprise}/consumed-licenses` */
export function answerConsumedLicenses(
  request: HttpRequest,
  { licenses, seats }: EnterpriseContent,
  movedBy: number,
): Answer {
  const page = pageOf(request);
  const from = Math.max(0, (page.number - 1) * page.size + movedBy);
  const users = licenses.texts(from, from + page.size).join();
  const link = linkOf(request, page, Math.ceil(licenses.length / page.size));
  return jsonAnswer(
    `{"total_seats_consumed":${seats.consumed},"total_seats_purchased":${seats.purchased},"users":[${users}]}`,
    link === '' ? {} : { link },
  );
}
