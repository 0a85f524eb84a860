/** What one file may cost whoever reads it. Sizes are in bytes, lengths in UTF-16 units. */
export interface ReadLimits {
  /** The file as it was sent. */
  readonly fileSize: number;
  /** Everything that is read of a packed file (.docx, .epub), unpacked. */
  readonly unpackedSize: number;
  /** How many times larger than its packed self one part may get; text packs about 4 times. */
  readonly ratio: number;
  readonly lines: number;
  readonly lineLength: number;
}

const MIB = 1024 * 1024;

/** For what members send: a novel is about half a mebibyte. */
export const MEMBER_LIMITS: ReadLimits = {
  fileSize: MIB,
  unpackedSize: 16 * MIB,
  ratio: 200,
  lines: 20_000,
  lineLength: 20_000,
};

/** For what the operator reads at the terminal. */
export const OPERATOR_LIMITS: ReadLimits = {
  ...MEMBER_LIMITS,
  fileSize: 32 * MIB,
  unpackedSize: 256 * MIB,
  lines: 400_000,
};
