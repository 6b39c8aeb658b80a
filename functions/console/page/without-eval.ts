import * as z from 'zod';

// Zod compiles schemas by `new Function`, which the Content-Security-Policy forbids and the browser would report.
// It must be told before any schema is made, so this is the first import of the page.
z.config({ jitless: true });
