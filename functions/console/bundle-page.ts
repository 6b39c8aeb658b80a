import { argv } from 'node:process';
import { buildPage } from './build-page.ts';
import { compressFiles } from './compress-files.ts';

/** `node bundle-page.ts FOLDER`: the page as the function serves it, in a folder that is empty or not there. */
const [, , folder] = argv;
if (folder === undefined) throw new Error('give the folder for the page: node bundle-page.ts FOLDER');
buildPage(folder);
compressFiles(folder);
