/** Shows how far long work is; what it shows is gone when it ends. */
export interface Progress {
  /** `share` goes from 0 to 1. */
  show(doing: string, share: number): void;
  end(): void;
}

/** Where somebody sits who started a command. */
export interface Terminal {
  /** Writes a line. */
  readonly say: (line: string) => void;
  readonly progress: Progress;
}

/** For whoever does not watch: a pipe, a file, a machine that builds. */
export const SILENT: Progress = { show: () => {}, end: () => {} };
