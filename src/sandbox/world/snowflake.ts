/** Discord's epoch, 2015-01-01T00:00:00Z, in Unix milliseconds. */
const DISCORD_EPOCH = 1_420_070_400_000n;
const COUNTERS = 4096n;

/**
 * A maker of snowflakes: milliseconds since Discord's epoch in the upper 42 bits, a counter below.
 * Ids grow strictly, whatever the clock does, because Discord's clients order messages by id; they
 * begin above `after`.
 */
export function snowflakes(now: () => number, after = 0n): () => string {
  let last = after;
  return () => {
    const first = (BigInt(Math.trunc(now())) - DISCORD_EPOCH) * 1024n * COUNTERS;
    last = first > last ? first : last + 1n;
    return last.toString();
  };
}

/** The instant at which a snowflake was made, in Unix milliseconds. */
export function snowflakeTime(id: string): number {
  return Number(BigInt(id) / (1024n * COUNTERS) + DISCORD_EPOCH);
}
