import * as z from 'zod';

const count = z.int().nonnegative();

/** Of `GET /enterprise/settings/license` only what is counted here too: `seats` may be the word "unlimited". */
export const licenseSettings = z.object({ seats_used: count });

/** `GET /enterprise/stats/users`. */
export const userStats = z.object({ total_users: count, admin_users: count, suspended_users: count });
