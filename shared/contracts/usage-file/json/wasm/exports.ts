// What JavaScript is given: `scanner-module.ts` has the types. The compiler wants no endings of files here.

export { addressEnds, addresses, addressNumbers, addressStarts, signs } from './addresses';
export { emailNumbers, furtherEmails, furtherStarts, primaryEmails } from './export-emails';
export { fieldKeys, systemLogins, takeUsers, userFlags, userIds } from './export-users';
export { addKey, roomForKey } from './key-table';
export { separateBy } from './plain-json';
export { read, recordEnds, recordStarts } from './record-scanner';
export { ends, keyNumbers, kinds, members, numbers, readKeys, starts } from './tape';
export { lowered, window, windowBytes } from './window';
