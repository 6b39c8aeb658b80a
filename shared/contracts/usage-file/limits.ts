/**
 * What a person's item in the ledger must be able to hold. No account of GitHub comes near; a file that goes
 * beyond is refused here, where it can be said what is wrong, and not by the database.
 */
export const MAX_EMAILS = 100;
export const MAX_SERVER_ACCOUNTS = 500;
export const MAX_NAME_LENGTH = 255;
/** Of one instance, which lets no two users have the same address. They would all be one person. */
export const MAX_ACCOUNTS_WITH_ONE_EMAIL = 50;
