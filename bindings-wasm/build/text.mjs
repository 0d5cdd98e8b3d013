// Bytes as printable ASCII, for the entry that carries the module inside: the 91 commonest bytes are
// one character each, the others two. Under gzip this costs 1 % over the bytes themselves, where
// base64 costs a third; and no minifier and no charset changes it.

const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => c !== '"' && c !== "\\");

/** `[singles, text]`: the bytes that are one character, in order and as hexadecimal, and the text. */
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
