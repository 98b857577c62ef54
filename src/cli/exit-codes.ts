/** What the shell is told. */
export const EXIT = {
  done: 0,
  /** At least one input could not be converted. */
  failed: 1,
  /** The command line or the config file is wrong; nothing was begun. */
  misused: 2,
  /** A mistake of ours (EX_SOFTWARE of sysexits). */
  broken: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
