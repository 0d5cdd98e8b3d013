/** Reads a text when it is first asked for. */
export function once<T>(text: string): () => T {
  let value: T | undefined;
  return () => (value ??= JSON.parse(text) as T);
}
