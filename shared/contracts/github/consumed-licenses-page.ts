import * as z from 'zod';
import { consumedLicenseRow, count } from '../usage-file/cloud/consumed-license-row.ts';

/** A page of `GET /enterprises/{enterprise}/consumed-licenses`. Its rows are read as those of a dropped file are. */
export const consumedLicensesPage = z.object(
  {
    total_seats_consumed: count,
    total_seats_purchased: count,
    users: z.array(consumedLicenseRow, 'a list of license rows'),
  },
  'a page of consumed licenses: an object with `users`',
);
export type ConsumedLicensesPage = z.infer<typeof consumedLicensesPage>;
