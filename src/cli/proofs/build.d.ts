/** Put in by the build of the command line: by kind of measurement, the name of the code that makes it. See vite.config.ts. */
declare const MEASURING_HASHES: Readonly<
  Record<'lines' | 'belief' | 'players' | 'ways' | 'learn', string>
>;
