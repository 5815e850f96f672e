/** What a command left behind, whether it had a process of its own or not. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command gets besides its arguments. */
export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Variables that no command of a test has: settings of the user and of CI. */
export const unset = {
  GITHUB_ACTIONS: undefined,
  GITHUB_WORKSPACE: undefined,
  GITHUB_STEP_SUMMARY: undefined,
  npm_config_user_agent: undefined,
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  GUARDSMITH_DEBUG: undefined,
} as const;
