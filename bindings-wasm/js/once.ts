/** Returns a function that parses a JSON text at the first call. */
export function once<T>(text: string): () => T {
  let value: T | undefined;
  return () => (value ??= JSON.parse(text) as T);
}
