/** Put in by the build of the command line: the name of the code that measures. See vite.config.ts. */
declare const MEASURING_HASH: string;
