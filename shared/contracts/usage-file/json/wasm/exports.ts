// What JavaScript is given: `scanner-module.ts` has the types. The compiler wants no endings of files here.

export { addressEnds, addresses, addressNumbers, addressStarts, emailNumbers, signs } from './addresses';
export { furtherEmails, furtherStarts, primaryEmails } from './export-emails';
export { systemLogins, takeUsers, userFlags, userIds } from './export-users';
export { fieldKeys } from './fields';
export { addKey, roomForKey } from './key-table';
export { rowEmailStarts, rowEmails, rowKinds, takeRows, totals } from './license-rows';
export { separateBy } from './plain-json';
export { read, recordEnds, recordStarts } from './record-scanner';
export { loginHashes, logins, nameIdForms, nameIds, readNames } from './row-names';
export { accountPrefixes, accountUserIds, addPrefix } from './server-accounts';
export { ends, keyNumbers, kinds, members, numbers, readKeys, starts } from './tape';
export { lowered, window, windowBytes } from './window';
