/** Is told how far a piece of work is, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** For a part of the work, told as a whole from 0 to 1, that goes from `from` to `to` of all. */
export function partOf(onProgress: OnProgress, from: number, to: number): OnProgress {
  return (share) => onProgress(from + (to - from) * share);
}
