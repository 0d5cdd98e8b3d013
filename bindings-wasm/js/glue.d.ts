// What bindgen writes, as far as it is used here.
export function check(subject: string, record: string, parameters?: string): string;
export function questions(subject: string, record: string, parameters?: string): string;
export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
export function __wbg_reset_state(): void;
export default function init(options: { module_or_path: unknown }): Promise<unknown>;
