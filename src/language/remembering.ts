/**
 * `find`, which is asked the same again and again, with `most` of its answers remembered; the oldest
 * is forgotten first. To move what is asked again to the end would cost more than to find it anew.
 */
export function remembering<Answer>(
  find: (key: string) => Answer,
  most: number,
): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const found = find(key);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(key, found);
    return found;
  };
}
