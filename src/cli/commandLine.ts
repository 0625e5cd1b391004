/** What a command of the command line is. */
export interface CommandLine {
  readonly name: string;
  /** One line for the list of commands. */
  readonly help: string;
  /** Runs with the words after its name; resolves to the exit code. */
  readonly run: (argv: readonly string[]) => Promise<number>;
}
